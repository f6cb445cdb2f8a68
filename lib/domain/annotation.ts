/** A quote that a person saved, as a W3C Annotation: selectors, source, and what ties it to the survey. */
import * as v from 'valibot';
import type { TextPositionSelector, TextQuoteSelector } from './selector';

/** Longer than any passage worth quoting; it bounds what a hostile page can make us store. */
const MAX_QUOTE = 20_000;
const MAX_FIELD = 2_000;
const MAX_CONTEXT = 200;

const field = v.pipe(v.string(), v.maxLength(MAX_FIELD));
const webAddress = v.pipe(
  field,
  v.url(),
  v.regex(/^(https?|file):/i, 'A quote’s source has an http, https or file address.'),
);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const TextQuoteSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(
    v.string(),
    v.maxLength(MAX_QUOTE, `A quote has at most ${MAX_QUOTE.toLocaleString('en-GB')} characters.`),
    v.check((text) => text.trim() !== '', 'A quote has at least one character.'),
  ),
  prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT)),
  suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT)),
});

const TextPositionSchema = v.pipe(
  v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'A quote’s position ends after it starts.'),
);

const SourceSchema = v.object({
  url: webAddress,
  /** What the page says its address is: kept beside the real one, never instead of it. */
  canonicalUrl: v.nullable(webAddress),
  title: field,
  outlet: v.nullable(field),
  authors: v.pipe(v.array(field), v.maxLength(50)),
  /** As the page gives them, ISO dates where it does. */
  published: v.nullable(field),
  modified: v.nullable(field),
  language: v.nullable(field),
});

const DraftSchema = v.object({
  quote: TextQuoteSchema,
  /** Null where the text's place is not known: pasted, or taken from a page that cannot be read. */
  position: v.nullable(TextPositionSchema),
  source: SourceSchema,
  /** Ids of the statistics that the quote bears on. */
  statistics: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/))), v.maxLength(20)),
});

const AnnotationSchema = v.object({
  ...DraftSchema.entries,
  id: v.pipe(v.string(), v.uuid()),
  /** ISO instants: when it was saved. */
  created: v.pipe(v.string(), v.isoTimestamp()),
});

export type Source = v.InferOutput<typeof SourceSchema>;
export type AnnotationDraft = Omit<v.InferOutput<typeof DraftSchema>, 'quote' | 'position'> & {
  quote: TextQuoteSelector;
  position: TextPositionSelector | null;
};
export type Annotation = AnnotationDraft & { id: string; created: string };

/** Parses what a page, a message or a file calls a quote. Throws Error with the field and the reason. */
export function parseDraft(input: unknown): AnnotationDraft {
  return parseAs(DraftSchema, input);
}

/** Parses a stored or returned quote. Throws Error with the field and the reason. */
export function parseAnnotation(input: unknown): Annotation {
  return parseAs(AnnotationSchema, input);
}

function parseAs<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`This quote was not accepted: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

/** Whether two quotes are the same passage of the same page. */
export function isSameQuote(a: AnnotationDraft, b: AnnotationDraft): boolean {
  return (
    a.source.url === b.source.url &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix
  );
}
