/** The form of a feed as it is published: what may stand in the document, and nothing else may. docs/feed.md gives the reasons. */
import * as v from 'valibot';
import { ClaimPatternsSchema } from './claim-patterns';
import { parseAs } from './parse-as';
import { STATISTIC_ID } from './statistic';

/** The one format this version reads; a feed of another format is refused whole. */
export const FORMAT = 1;

/** No control character, half of a surrogate pair, or mark that turns the direction of what follows. */
const PLAIN = /^[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]+$/u;

/** An https link to a named host in plain letters, with no user name in front of it: nothing that looks like another host. */
const HTTPS = /^https:\/\/(?!(?:[^/?#]*\.)?xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[^\s"<>\\]*)?$/;

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(2_000),
  v.regex(PLAIN, 'holds a control character, a broken character or a mark that turns the direction of the text'),
);
const notKnown = v.nullable(text);
const slug = v.pipe(v.string(), v.regex(STATISTIC_ID, 'is not an id: lower-case letters, digits and hyphens'));
const link = v.pipe(v.string(), v.maxLength(2_000), v.regex(HTTPS, 'is not an https link'));
const day = v.pipe(v.string(), v.isoDate('is not a date like 2019-11-13'));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

/** The smallest group whose number is published: fewer could be somebody's colleagues. */
export const SMALLEST_GROUP = 10;
const group = v.pipe(v.number(), v.integer(), v.minValue(SMALLEST_GROUP));

/** Every item is there; null says that it was looked for and is not known. */
const DisclosureSchema = v.strictObject({
  organiser: text,
  interest: text,
  funding: notKnown,
  population: text,
  area: notKnown,
  selection: text,
  mode: text,
  fieldwork: text,
  weighting: notKnown,
  bases: notKnown,
  responseRate: notKnown,
  limits: text,
  age: text,
});

const EditionSchema = v.strictObject({
  number: count,
  respondents: count,
  published: v.nullable(day),
  when: text,
  preliminary: v.boolean(),
  source: link,
  /** What differs from the survey's disclosure for the answers of this edition. */
  disclosure: v.optional(v.partial(DisclosureSchema)),
});

/** How many answered a question; no more than fewer than ten is told of a group (null). */
const CountsSchema = v.strictObject({
  /** Everybody who answered the question, the don't-knows too: what the percentage is a share of. */
  base: group,
  counted: group,
  dontKnow: v.nullable(v.union([v.literal(0), group])),
});

const ValueSchema = v.strictObject({ edition: count, percent, counts: v.optional(CountsSchema) });

const StatisticSchema = v.strictObject({
  id: slug,
  question: text,
  countedAnswer: v.nullable(text),
  predicate: v.nullable(text),
  values: v.pipe(v.array(ValueSchema), v.maxLength(100)),
  reply: v.nullable(slug),
  themes: v.pipe(v.array(text), v.maxLength(100)),
});

const EvidenceSchema = v.strictObject({
  id: slug,
  /** Which statistics it bears on, and how. */
  bearsOn: v.array(
    v.strictObject({ statistic: slug, relation: v.picklist(['supports', 'contrasts', 'contextualises']) }),
  ),
  figure: text,
  /** Of whom or what the figure is a share or a count. */
  denominator: text,
  population: text,
  period: notKnown,
  method: text,
  kind: text,
  title: text,
  authors: v.array(text),
  year: v.nullable(v.pipe(v.number(), v.integer())),
  publisher: text,
  url: link,
  doi: notKnown,
  caveat: notKnown,
  /** False for the two records that come from the survey's own author. */
  independent: v.boolean(),
  /** Whether the finding was read in its own source or in somebody's report of it. */
  seenIn: v.picklist(['source', 'secondary-source']),
  /** What exactly was read, for example "abstract". */
  seenAs: text,
  /** ISO date of the last reading. */
  checked: day,
});

const SurveySchema = v.strictObject({
  title: text,
  sourcePage: link,
  handle: text,
  link,
  /** Whether the form still takes answers. */
  status: v.picklist(['open', 'closed', 'unknown']),
  disclosure: DisclosureSchema,
});

/** Passages that the patterns must recognise as bearing on a statistic, and ones that look alike and are none. */
const ExamplesSchema = v.strictObject({ statistic: slug, claims: v.array(text), notClaims: v.array(text) });

/** A figure that is taken back: it stays in `statistics`, so that what was said of it can be found. */
const WithdrawalSchema = v.strictObject({ statistic: slug, date: day, reason: text });

const CorrectionSchema = v.strictObject({
  date: day,
  /** The edition of the document that put it right. */
  edition: count,
  /** Null where it concerns the document as a whole. */
  statistic: v.nullable(slug),
  was: text,
  now: text,
});

export const FeedSchema = v.strictObject({
  /** Where the published JSON Schema of this format stands. */
  $schema: v.optional(link),
  format: v.literal(FORMAT, `is not format ${FORMAT}`),
  /** Grows with every document that is published, by a withdrawal as much as by new results. */
  edition: count,
  /** The edition of the results whose figures are shown first. */
  headlineEdition: count,
  published: day,
  survey: SurveySchema,
  editions: v.pipe(v.array(EditionSchema), v.minLength(1, 'holds no edition'), v.maxLength(100)),
  statistics: v.pipe(v.array(StatisticSchema), v.minLength(1, 'holds no statistic'), v.maxLength(100)),
  patterns: ClaimPatternsSchema,
  examples: v.optional(v.array(ExamplesSchema), []),
  evidence: v.array(EvidenceSchema),
  withdrawals: v.array(WithdrawalSchema),
  corrections: v.optional(v.array(CorrectionSchema), []),
});

/** A document of the right form, whose parts may still contradict each other: `parseFeed` sees to that. */
export type FeedDocument = v.InferOutput<typeof FeedSchema>;
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Survey = v.InferOutput<typeof SurveySchema>;
export type Counts = v.InferOutput<typeof CountsSchema>;
export type Correction = v.InferOutput<typeof CorrectionSchema>;
export type Examples = v.InferOutput<typeof ExamplesSchema>;

/** Parses a document's form, or throws an Error that names the first place at fault and the reason. */
export function parseDocument(input: unknown): FeedDocument {
  return parseAs(FeedSchema, input, 'The feed was refused', 'the document');
}
