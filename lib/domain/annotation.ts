/** A quote that a person saved, as a W3C Annotation: selectors, source, and what ties it to the survey. */
import * as v from 'valibot';
import { parseAs } from './parse-as';
import { STATISTIC_ID } from './statistic';

/** Longer than any passage worth quoting; it bounds what a hostile page can make us store. */
const MAX_QUOTE = 20_000;
const MAX_NOTE = 10_000;
const MAX_FIELD = 2_000;
const MAX_TAG = 100;
const MAX_TAGS = 50;
const MAX_CONTEXT = 200;
/** Entries of a record that only grows; more than a quote that is looked at daily gathers in years. */
export const MAX_HISTORY = 1_000;

/** How a quote bears on the figures that it is tied to. */
export const STANCES = ['supports', 'disputes', 'neutral'] as const;
/** What is to be done about a quote, or was. */
export const FOLLOW_UPS = ['to-write', 'written', 'answered', 'corrected'] as const;
/** What became of a quote's words on its page. */
export const ANCHOR_OUTCOMES = ['found', 'changed', 'ambiguous', 'gone'] as const;

/** Text of at most so many characters, in UTF-16 code units: a person may have typed it, and reads the reason. */
const textUpTo = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most, () => `It is longer than ${most.toLocaleString('en-GB')} characters.`),
  );

const field = textUpTo(MAX_FIELD);
const webAddress = v.pipe(
  field,
  v.url('This is no address of a page.'),
  v.regex(/^(https?|file):/i, 'A quote’s source has an http, https or file address.'),
);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.string(), v.isoTimestamp());
const words = v.pipe(
  v.string(),
  v.maxLength(MAX_QUOTE, `A quote has at most ${MAX_QUOTE.toLocaleString('en-GB')} characters.`),
);

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
const TextQuoteSchema = v.object(
  {
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(
      words,
      v.check((text) => text.trim() !== '', 'A quote has at least one character.'),
    ),
    prefix: textUpTo(MAX_CONTEXT),
    suffix: textUpTo(MAX_CONTEXT),
  },
  'A quote has words, and says what stands before and behind them.',
);

/** https://www.w3.org/TR/annotation-model/#text-position-selector */
const TextPositionSchema = v.pipe(
  v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'A quote’s position ends after it starts.'),
);

const PageSourceSchema = v.object({
  url: webAddress,
  /** What the page says its address is: kept beside the real one, never instead of it. */
  canonicalUrl: v.nullable(webAddress),
  title: field,
  outlet: v.nullable(field),
  authors: v.pipe(v.array(field), v.maxLength(50)),
  /** As the page gives them, ISO dates where it does. */
  published: v.nullable(field),
  modified: v.nullable(field),
  /** BCP 47, as the page gives it. */
  language: v.nullable(field),
});

const SourceSchema = v.object({
  ...PageSourceSchema.entries,
  /** ISO instant: when the page was seen to say so. */
  seenAt: instant,
});

/** What a person may write about a quote, whatever its page says. */
const DETAILS = {
  /** Whose words these are, where they are not the author's. */
  speaker: v.nullable(field),
  speakerRole: v.nullable(field),
  note: textUpTo(MAX_NOTE),
  tags: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.nonEmpty('A tag has at least one character.'), textUpTo(MAX_TAG))),
    v.maxLength(MAX_TAGS, `A quote has at most ${MAX_TAGS} tags.`),
  ),
  /** Ids of the statistics that the quote bears on. */
  statistics: v.pipe(v.array(v.pipe(v.string(), v.regex(STATISTIC_ID))), v.maxLength(20)),
  /** Null until the person has said. */
  stance: v.nullable(v.picklist(STANCES)),
};

/** One change of the follow-up state; null is none. */
const FollowUpChangeSchema = v.object({ at: instant, state: v.nullable(v.picklist(FOLLOW_UPS)) });

/** One look at the page. `text` is what stands there now, where that differs from the quote. */
const AnchorRecordSchema = v.object({
  at: instant,
  outcome: v.picklist(ANCHOR_OUTCOMES),
  text: v.exactOptional(words),
});

/** The text fragment that leads to the quote alone on its page, as tested there; empty where none does. */
const textDirective = v.exactOptional(v.pipe(field, v.regex(/^(?:text=[^\s&#]+)?$/, 'This is no text directive.')));

const DraftSchema = v.object({
  textDirective,
  quote: TextQuoteSchema,
  /** Null where the text's place is not known: pasted, or taken from a page that cannot be read. */
  position: v.nullable(TextPositionSchema),
  source: PageSourceSchema,
  statistics: DETAILS.statistics,
  speaker: v.optional(DETAILS.speaker, null),
  speakerRole: v.optional(DETAILS.speakerRole, null),
  note: v.optional(DETAILS.note, ''),
  tags: v.optional(DETAILS.tags, []),
  stance: v.optional(DETAILS.stance, null),
});

const AnnotationSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** ISO instants: when it was saved, and when a person last changed it. */
  created: instant,
  modified: instant,
  quote: TextQuoteSchema,
  position: v.nullable(TextPositionSchema),
  textDirective,
  source: SourceSchema,
  ...DETAILS,
  /** Oldest first; the last is the state now. */
  followUp: v.pipe(v.array(FollowUpChangeSchema), v.maxLength(MAX_HISTORY)),
  /** Oldest first: a look that found what the one before found is not written down. */
  anchors: v.pipe(v.array(AnchorRecordSchema), v.maxLength(MAX_HISTORY)),
});

/** What a person may change of a quote that is kept. */
const EditSchema = v.object({
  source: v.exactOptional(
    v.object({
      url: v.exactOptional(webAddress),
      canonicalUrl: v.exactOptional(v.nullable(webAddress)),
      title: v.exactOptional(field),
      outlet: v.exactOptional(v.nullable(field)),
      authors: v.exactOptional(PageSourceSchema.entries.authors),
      published: v.exactOptional(v.nullable(field)),
      modified: v.exactOptional(v.nullable(field)),
      language: v.exactOptional(v.nullable(field)),
      seenAt: v.exactOptional(instant),
    }),
  ),
  speaker: v.exactOptional(DETAILS.speaker),
  speakerRole: v.exactOptional(DETAILS.speakerRole),
  note: v.exactOptional(DETAILS.note),
  tags: v.exactOptional(DETAILS.tags),
  statistics: v.exactOptional(DETAILS.statistics),
  stance: v.exactOptional(DETAILS.stance),
  followUp: v.exactOptional(v.nullable(v.picklist(FOLLOW_UPS))),
});

export type Stance = (typeof STANCES)[number];
export type FollowUp = (typeof FOLLOW_UPS)[number];
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];
export type FollowUpChange = v.InferOutput<typeof FollowUpChangeSchema>;
export type AnchorRecord = v.InferOutput<typeof AnchorRecordSchema>;

/** What a page says of itself. */
export type PageSource = v.InferOutput<typeof PageSourceSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
/** What may be sent to be saved: what isn't said of it is empty. */
export type AnnotationDraft = v.InferInput<typeof DraftSchema>;
export type ParsedDraft = v.InferOutput<typeof DraftSchema>;
export type Annotation = v.InferOutput<typeof AnnotationSchema>;
export type AnnotationEdit = v.InferOutput<typeof EditSchema>;

/** Newest first; of one instant, as the database orders them. */
export function byNewest(a: Pick<Annotation, 'id' | 'created'>, b: Pick<Annotation, 'id' | 'created'>): number {
  return a.created === b.created ? (a.id < b.id ? 1 : -1) : a.created < b.created ? 1 : -1;
}

/** Parses what a page, a message or a form calls a quote. Throws Error with the field and the reason. */
export function parseDraft(input: unknown): ParsedDraft {
  return parseAs(DraftSchema, input, 'This quote was not accepted', 'it');
}

/** Parses a stored, imported or returned quote. Throws Error with the field and the reason. */
export function parseAnnotation(input: unknown): Annotation {
  return parseAs(AnnotationSchema, input, 'This quote was not accepted', 'it');
}

/** Parses a change to a quote. Throws Error with the field and the reason. */
export function parseEdit(input: unknown): AnnotationEdit {
  return parseAs(EditSchema, input, 'This change was not accepted', 'it');
}

/** Parses what was found of a quote on its page. Throws Error with the field and the reason. */
export function parseAnchorRecord(input: unknown): AnchorRecord {
  return parseAs(AnchorRecordSchema, input, 'This outcome was not accepted', 'it');
}
