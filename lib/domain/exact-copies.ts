/** The places where a quote stands word for word, and which of them is the quote. */
import { type ContextLikeness, hasNeighbour, isInPlace, measureContext } from './quote-context';
import { isTelling, type SoughtQuote } from './sought-quote';
import type { Span } from './text';
import { isInsideWord } from './word-index';

export type ExactOutcome =
  | { state: 'found'; span: Span }
  | { state: 'ambiguous' }
  /** One copy, in a context that is partly another: it moved, unless a version of it stands in its old place. */
  | { state: 'moved'; span: Span }
  | { state: 'none' };

interface Copy {
  span: Span;
  context: ContextLikeness;
}

/** What one of several copies must have over the next, of 2 for its context. */
const MARGIN = 0.3;
/** More copies than this can't be told apart by looking at each. */
const MOST_COPIES = 100;

/** Decides among the copies of a quote in a folded text: by context first, then by the very place. */
export function findExact(text: string, sought: SoughtQuote): ExactOutcome {
  const { prefix, suffix } = sought;
  const hasContext = prefix.trim() !== '' || suffix.trim() !== '';
  if (hasContext) {
    const whole = placesOf(text, prefix + sought.text + suffix, 2);
    if (whole.length === 1) return { state: 'found', span: spanAt((whole[0] as number) + prefix.length, sought) };
  }
  const copies = findCopies(text, sought);
  if (!copies) return { state: 'ambiguous' };
  const [best, next] = copies;
  if (!best) return { state: 'none' };
  const inPlace = copies.find(({ span }) => span.start === sought.place);
  if (!next) return decideOne(best, sought, hasContext);
  const lead = (copy: Copy) => best.context.total - copy.context.total;
  if (
    lead(next) >= MARGIN &&
    (isInPlace(best.context) || (best.context.near === 'same' && hasNeighbour(best.context)))
  ) {
    return { state: 'found', span: best.span };
  }
  // Nothing around them tells the copies apart: only one that stands exactly where the quote stood is the quote.
  return inPlace?.context.near === 'same' && lead(inPlace) < MARGIN
    ? { state: 'found', span: inPlace.span }
    : { state: 'ambiguous' };
}

function decideOne({ span, context }: Copy, sought: SoughtQuote, hasContext: boolean): ExactOutcome {
  if (isInPlace(context)) return { state: 'found', span };
  if (!hasContext)
    return isTelling(sought) || span.start === sought.place ? { state: 'found', span } : { state: 'ambiguous' };
  // Part of a sentence: the same words in a sentence about somebody else are not the quote.
  if (context.near !== 'same') return { state: 'ambiguous' };
  return hasNeighbour(context) || isTelling(sought) ? { state: 'moved', span } : { state: 'ambiguous' };
}

/** The copies with whole words, the one with the most of its context first; null where they are too many to compare. */
function findCopies(text: string, sought: SoughtQuote): Copy[] | null {
  const { text: exact, prefix, suffix, context } = sought;
  const places = placesOf(text, exact, MOST_COPIES + 1);
  if (places.length > MOST_COPIES) return null;
  // A quote may have been cut inside a word: then its copies are.
  const startsInside = isInsideWord(prefix.slice(-1) + exact, prefix.slice(-1).length);
  const endsInside = isInsideWord(exact + suffix.charAt(0), exact.length);
  return places
    .map((place) => spanAt(place, sought))
    .filter(
      ({ start, end }) => (startsInside || !isInsideWord(text, start)) && (endsInside || !isInsideWord(text, end)),
    )
    .map((span) => ({ span, context: measureContext(text, span, context) }))
    .sort((a, b) => b.context.total - a.context.total);
}

function placesOf(text: string, words: string, most: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function spanAt(start: number, { text }: SoughtQuote): Span {
  return { start, end: start + text.length };
}
