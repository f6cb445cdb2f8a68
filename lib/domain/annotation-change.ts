/** How a quote comes to be and changes: each function returns a new quote and leaves the old one as it was. */
import {
  type AnchorOutcome,
  type AnchorRecord,
  type Annotation,
  type AnnotationEdit,
  type FollowUp,
  MAX_HISTORY,
  type ParsedDraft,
} from './annotation';
import { pageKey } from './page-address';

/** Makes a quote of a draft. `at` is the ISO instant at which it is saved, and its page was seen. */
export function createAnnotation(draft: ParsedDraft, id: string, at: string): Annotation {
  return {
    ...draft,
    id,
    created: at,
    modified: at,
    source: { ...draft.source, seenAt: at },
    tags: unique(draft.tags),
    statistics: unique(draft.statistics),
    followUp: [],
    anchors: [],
  };
}

/** Changes what an edit names. A new follow-up state is added to the record with its date; the same one is not. */
export function editAnnotation(annotation: Annotation, edit: AnnotationEdit, at: string): Annotation {
  const { source, followUp, ...details } = edit;
  const edited = { ...annotation, ...details, modified: at, source: { ...annotation.source, ...source } };
  if (edit.tags) edited.tags = unique(edit.tags);
  if (edit.statistics) edited.statistics = unique(edit.statistics);
  if (followUp !== undefined && followUp !== followUpState(annotation)) {
    edited.followUp = withNext(annotation.followUp, { at, state: followUp });
  }
  return edited;
}

/** Adds what was found of a quote on its page; null where that is what was found before, so that nothing changes. */
export function recordAnchor(annotation: Annotation, record: AnchorRecord): Annotation | null {
  const last = annotation.anchors.at(-1);
  if (last && last.outcome === record.outcome && last.text === record.text) return null;
  return { ...annotation, anchors: withNext(annotation.anchors, record) };
}

/** A record with one more entry; the oldest goes where there are too many. */
function withNext<T>(record: readonly T[], entry: T): T[] {
  return [...record.slice(1 - MAX_HISTORY), entry];
}

/** What is to be done about a quote now; null is nothing. */
export function followUpState({ followUp }: Pick<Annotation, 'followUp'>): FollowUp | null {
  return followUp.at(-1)?.state ?? null;
}

/** What was found of a quote when its page was last looked at; null where it never was. */
export function anchorState({ anchors }: Pick<Annotation, 'anchors'>): AnchorOutcome | null {
  return anchors.at(-1)?.outcome ?? null;
}

/**
 * Whether two quotes are the same passage of the same page: tracking parts of the address, white space and the form of
 * quotation marks apart. Where one was pasted, and so has no context, the words decide.
 */
export function isSameQuote(a: SameQuote, b: SameQuote): boolean {
  const context = ({ quote }: SameQuote) => plain(`${quote.prefix}|${quote.suffix}`);
  const isPasted = ({ quote }: SameQuote) => quote.prefix === '' && quote.suffix === '';
  return (
    plain(a.quote.exact) === plain(b.quote.exact) &&
    (isPasted(a) || isPasted(b) || context(a) === context(b)) &&
    pageKey(a.source.url) === pageKey(b.source.url)
  );
}
type SameQuote = { quote: Annotation['quote']; source: { url: string } };

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
}

function unique(words: string[]): string[] {
  return [...new Set(words)];
}
