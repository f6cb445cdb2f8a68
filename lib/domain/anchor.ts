/** Finds a saved quote again in a page's text, or says honestly what became of it. */
import { findExact } from './exact-copies';
import { type FoldedText, foldInSlices } from './fold-text';
import { findNearCopies, type Page } from './near-copies';
import { type ContextLikeness, fitToContext, hasTwinBeside, isInPlace, measureContext } from './quote-context';
import { compareVersions, readWords } from './quote-version';
import { isTelling, type QuoteSelectors, readSought, type SoughtQuote } from './sought-quote';
import type { Span } from './text';
import { describeDifference, type WordChange } from './word-difference';
import { indexWords } from './word-index';

/** There is no best guess: a quote that can't be told from its likeness is ambiguous, and one that isn't there is gone. */
export type AnchorOutcome =
  | { state: 'found'; span: Span }
  /** `text` stands there now; `difference` leads to it from what was saved, in words. */
  | { state: 'changed'; span: Span; text: string; difference: WordChange[] }
  | { state: 'ambiguous' }
  | { state: 'gone' };

/** A quote shorter than this is never sought approximately; in UTF-16 code units. */
const LEAST_FOR_CHANGED = 9;
/** A version of a quote has at least this share of its words. */
const FLOOR = 0.62;
/** What a version must have over the next: of 1 for its words and 1 for its context. */
const MARGIN = 0.15;
/** What a version may lose of its words where its edges are moved to its context. */
const MISFIT = 0.12;
/** A quote without neighbours to know it by is in its place within so many UTF-16 code units. */
const NEAR = 30;

/** Anchors one quote in one text. */
export function anchorQuote(text: string, selectors: QuoteSelectors): AnchorOutcome {
  for (const outcome of anchorQuotes(text, [selectors])) if (outcome) return outcome;
  return { state: 'gone' };
}

/**
 * Anchors quotes in a page's text and yields an outcome for each, in order. In between it yields null after each
 * bounded piece of work, a few milliseconds at most on a long page, so that the caller can pause.
 */
export function* anchorQuotes(text: string, quotes: readonly QuoteSelectors[]): Generator<AnchorOutcome | null> {
  let folded: FoldedText | undefined;
  let page: Page | undefined;
  for (const selectors of quotes) {
    const verbatim = findVerbatim(text, selectors);
    if (verbatim) {
      yield { state: 'found', span: verbatim };
      continue;
    }
    folded ??= yield* paused(foldInSlices(text));
    const sought = readSought(selectors, folded);
    const exact = findExact(folded.text, sought);
    yield null;
    if (exact.state === 'found') {
      yield { state: 'found', span: folded.toOriginal(exact.span) };
      continue;
    }
    if (exact.state === 'ambiguous' || sought.text.length < LEAST_FOR_CHANGED) {
      yield { state: exact.state === 'none' ? 'gone' : 'ambiguous' };
      continue;
    }
    page ??= { text: folded.text, words: yield* paused(indexWords(folded.text)) };
    const versions: Version[] = [];
    for (const span of findNearCopies(page, sought)) {
      const version = span && readVersion(page, sought, span);
      if (version) versions.push(version);
      yield null;
    }
    if (exact.state === 'moved') {
      const isHeld = versions.some(({ inPlace, span }) => inPlace && !overlap(span, exact.span));
      yield isHeld ? { state: 'ambiguous' } : { state: 'found', span: folded.toOriginal(exact.span) };
    } else {
      yield describeChange(decide(versions), selectors, { original: text, folded });
    }
  }
}

/**
 * The quote in the text as it is, with all that stood around it: at its very place, or at the only place there is. That
 * is how most quotes stand, and it asks for no more than a search for a string.
 */
function findVerbatim(text: string, { quote: { exact, prefix, suffix }, position }: QuoteSelectors): Span | null {
  const whole = prefix + exact + suffix;
  const spanAt = (start: number) => ({ start: start + prefix.length, end: start + prefix.length + exact.length });
  const place = position ? position.start - prefix.length : -1;
  if (place >= 0 && text.startsWith(whole, place)) return spanAt(place);
  if (prefix.trim() === '' && suffix.trim() === '') return null;
  const first = text.indexOf(whole);
  return first >= 0 && text.indexOf(whole, first + 1) < 0 ? spanAt(first) : null;
}

/** Runs a piece of work that pauses, and pauses with it. */
function* paused<R>(work: Generator<void, R>): Generator<null, R> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield null;
  }
}

/** A passage that has much of the quote. */
interface Version {
  span: Span;
  score: number;
  /** Whether it stands between what stood around the quote. */
  inPlace: boolean;
  /** Whether it may be taken for the quote. */
  isQuote: boolean;
}

function readVersion(page: Page, sought: SoughtQuote, rough: Span): Version | null {
  const quote = readWords(sought, { start: 0, end: sought.text.length }, page.words);
  const [fitted, unfitted] = [fitToContext(page.text, rough, sought.context), rough].map((span) => ({
    span,
    likeness: compareVersions(quote, readWords(page, span)),
  }));
  const isFit = (fitted?.likeness?.share ?? 0) >= (unfitted?.likeness?.share ?? 0) - MISFIT;
  const { span, likeness } = (isFit ? fitted : unfitted) ?? {};
  if (!span || !likeness || likeness.share < FLOOR) return null;
  const context = measureContext(page.text, span, sought.context);
  const inPlace = isInPlace(context) || standsAlone(sought, span, context);
  const maySlip = inPlace || (context.near === 'same' && isTelling(sought));
  const mayChange = inPlace && !hasTwinBeside(sought.text, sought.context);
  return {
    span,
    score: likeness.share + context.total / 2,
    inPlace,
    // Out of its place only what a proofreader would change is taken for the same sentence.
    isQuote: likeness.agrees && context.near !== 'other' && (likeness.onlySlips ? maySlip : mayChange),
  };
}

/** Whether a part of a sentence too long to know its neighbours by stands about where it stood. */
function standsAlone({ place }: SoughtQuote, { start }: Span, { near, before, after }: ContextLikeness): boolean {
  if (place === null || near !== 'same' || before !== null || after !== null) return false;
  return Math.abs(start - place) <= NEAR;
}

/** The one version that may be the quote and leads the rest, even those that say something else. */
function decide(versions: readonly Version[]): { state: 'changed'; span: Span } | { state: 'ambiguous' | 'gone' } {
  const [best] = versions.filter(({ isQuote }) => isQuote).sort((a, b) => b.score - a.score);
  if (!best) return { state: 'gone' };
  const isRivalled = versions.some(
    ({ span, score, isQuote }) => !overlap(span, best.span) && score > best.score - (isQuote ? MARGIN : 0),
  );
  return isRivalled ? { state: 'ambiguous' } : { state: 'changed', span: best.span };
}

function describeChange(
  decision: ReturnType<typeof decide>,
  { quote }: QuoteSelectors,
  { original, folded }: { original: string; folded: FoldedText },
): AnchorOutcome {
  if (decision.state !== 'changed') return decision;
  const span = folded.toOriginal(decision.span);
  const text = original.slice(span.start, span.end);
  return { state: 'changed', span, text, difference: describeDifference(quote.exact, text) };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
