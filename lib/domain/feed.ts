/** The feed: the published document that holds the survey's statistics, their disclosure, claim patterns and evidence. */
import * as v from 'valibot';
import { type ClaimPatterns, ClaimPatternsSchema } from './claim-patterns';
import type { Edition, Statistic, StatisticId } from './statistic';

/** The one format this version reads; a feed of another format is refused whole. */
const FORMAT = 1;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const notKnown = v.nullable(text);
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'is not an id: lower-case letters, digits and hyphens'),
);
const link = v.pipe(text, v.url('is not a link'), v.startsWith('https://', 'is not an https link'));
const day = v.pipe(v.string(), v.isoDate('is not a date like 2019-11-13'));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

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
});

const StatisticSchema = v.strictObject({
  id: slug,
  question: text,
  countedAnswer: v.nullable(text),
  predicate: v.nullable(text),
  values: v.array(v.strictObject({ edition: count, percent })),
  reply: v.nullable(slug),
  themes: v.array(text),
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

const FeedSchema = v.strictObject({
  format: v.literal(FORMAT, `is not format ${FORMAT}`),
  edition: count,
  headlineEdition: count,
  published: day,
  survey: SurveySchema,
  editions: v.pipe(v.array(EditionSchema), v.minLength(1, 'holds no edition')),
  statistics: v.pipe(v.array(StatisticSchema), v.minLength(1, 'holds no statistic')),
  patterns: ClaimPatternsSchema,
  evidence: v.array(EvidenceSchema),
  withdrawals: v.array(v.strictObject({ statistic: slug, date: day, reason: text })),
});

export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Survey = v.InferOutput<typeof SurveySchema>;

/** A parsed feed: every statistic carries its values with their editions, and its disclosure. */
export interface Feed {
  edition: number;
  /** ISO date of this document. */
  published: string;
  survey: Survey;
  editions: Edition[];
  statistics: Statistic[];
  patterns: ClaimPatterns;
  evidence: Evidence[];
}

/**
 * Parses a feed whole, or throws an Error that names the first place at fault and the reason.
 * Withdrawn statistics are left out.
 */
export function parseFeed(input: unknown): Feed {
  const result = v.safeParse(FeedSchema, input);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`The feed was refused: ${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
  }
  const { edition, published, survey, editions, patterns, evidence, ...document } = result.output;
  const newest = Math.max(...editions.map(({ number }) => number));
  if (edition !== newest) refuse(`its edition is ${edition}, but the newest that it lists is ${newest}`);
  requireUnique(
    'edition',
    editions.map(({ number }) => String(number)),
  );
  requireUnique(
    'statistic',
    document.statistics.map(({ id }) => id),
  );
  requireUnique(
    'evidence',
    evidence.map(({ id }) => id),
  );
  const withdrawn = new Set(document.withdrawals.map(({ statistic }) => statistic));
  const statistics = document.statistics
    .filter(({ id }) => !withdrawn.has(id))
    .map(({ values, ...statistic }): Statistic => {
      const dated = values.map((value) => ({
        percent: value.percent,
        edition: editionOf(value.edition, statistic.id),
      }));
      const headline = dated.find((value) => value.edition.number === document.headlineEdition) ?? null;
      const isOpen = statistic.countedAnswer === null;
      if (isOpen !== (statistic.predicate === null) || isOpen !== (headline === null)) {
        refuse(`statistic ${statistic.id} must have a counted answer, its words and a headline value, or none of them`);
      }
      return {
        ...statistic,
        headline,
        otherValues: dated.filter((value) => value !== headline),
        disclosure: survey.disclosure,
      };
    });
  return { edition, published, survey, editions, statistics, patterns, evidence };

  function editionOf(number: number, id: StatisticId): Edition {
    return (
      editions.find((edition) => edition.number === number) ??
      refuse(`statistic ${id} has a value of edition ${number}, which is not listed`)
    );
  }
}

function requireUnique(what: string, ids: string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) refuse(`${what} ${twice} stands in it twice`);
}

function refuse(reason: string): never {
  throw new Error(`The feed was refused: ${reason}.`);
}

/** The evidence that bears on a statistic, the other side's reply first. */
export function evidenceFor(feed: Feed, { id, reply }: Statistic): Evidence[] {
  return feed.evidence
    .filter((evidence) => evidence.bearsOn.some(({ statistic }) => statistic === id))
    .sort((a, b) => Number(b.id === reply) - Number(a.id === reply));
}
