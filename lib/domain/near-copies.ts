/**
 * Places of a long text that nearly read like a short one. The page's rarest words of the quote say where to look, and
 * only there does approx-string-match compare: its cost grows with the text and with the square of the pattern.
 */
import search from 'approx-string-match';
import type { Span } from './text';
import { isInsideWord, type WordIndex, wordAt } from './word-index';

export interface Page {
  /** Folded. */
  text: string;
  words: WordIndex;
}

/** A pattern longer than this is sought by its beginning and its end. In UTF-16 code units. */
const LONGEST_PATTERN = 400;
/** Errors allowed, as a share of the pattern's length. */
const MOST_ERRORS = 0.35;
/** Occurrences of a quote's words that are looked at, the rarest words' first. */
const MOST_SEEDS = 4_000;
/** A place is worth comparing where this share of the sought words stands in about the right distance. */
const LEAST_SEEDS = 0.35;
/** Neighbouring starts that count as one place, in words. */
const BUCKET = 8;
const MOST_PLACES = 12;

/** Yields the spans that nearly read like `quote` (folded), the likeliest first, each after a bounded piece of work. */
export function* findNearCopies(page: Page, quote: Page): Generator<Span | null> {
  if (quote.text.length <= LONGEST_PATTERN) {
    yield* findPattern(page, quote.text, quote.words, 0, quote.words.keys.length);
    return;
  }
  const starts = yield* gather(findPattern(page, ...firstWords(quote)));
  if (starts.length === 0) return;
  const ends = yield* gather(findPattern(page, ...lastWords(quote)));
  for (const { start } of starts) {
    const whole = ends
      .map(({ end }) => ({ start, end }))
      .filter((span) => misfit(span, quote.text) < quote.text.length * MOST_ERRORS);
    const best = nearestInLength(whole, quote.text);
    if (best) yield best;
  }
}

/** All spans that a search yields, with its pauses. */
function* gather(search: Generator<Span | null>): Generator<null, Span[]> {
  const spans: Span[] = [];
  for (const span of search) {
    if (span) spans.push(span);
    yield null;
  }
  return spans;
}

function nearestInLength<S extends Span>(spans: readonly S[], text: string): S | undefined {
  return spans.toSorted((a, b) => misfit(a, text) - misfit(b, text))[0];
}

/** By how much a span is longer or shorter than a text. */
function misfit({ start, end }: Span, text: string): number {
  return Math.abs(end - start - text.length);
}

type Pattern = [text: string, words: WordIndex, first: number, count: number];

function firstWords({ text, words }: Page): Pattern {
  const count = wordAt(words, LONGEST_PATTERN);
  return [text.slice(0, words.ends[count - 1]), words, 0, count];
}

function lastWords({ text, words }: Page): Pattern {
  const first = wordAt(words, text.length - LONGEST_PATTERN);
  return [text.slice(words.starts[first]), words, first, words.keys.length - first];
}

/** Compares the words `first` to `first + count` of a quote, which read `text`, wherever the page has enough of them. */
function* findPattern(page: Page, ...[text, words, first, count]: Pattern): Generator<Span | null> {
  const places = findPlaces(page.words, words.keys.slice(first, first + count));
  yield null;
  const slack = BUCKET + Math.ceil(count / 5);
  for (const place of places) {
    const from = Math.max(0, place - slack);
    const to = Math.min(page.words.keys.length - 1, place + BUCKET + count + slack);
    const start = page.words.starts[from] ?? 0;
    const window = page.text.slice(start, page.words.ends[to]);
    const matches = search(lower(window), lower(text), Math.floor(text.length * MOST_ERRORS));
    const best = nearestInLength(matches, text);
    yield best ? wholeWords(page, { start: start + best.start, end: start + best.end }) : null;
  }
}

/** In lower case, but for the few texts that would change their length by it, and with it every offset. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

/** Words of the page at which the sought words may start, those with most of them first. */
function findPlaces(page: WordIndex, sought: readonly string[]): number[] {
  const seeds = sought
    .map((key, index) => ({ index, at: page.occurrences(key) }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => a.at.length - b.at.length);
  const votes = new Uint16Array(Math.ceil(page.keys.length / BUCKET) + 2);
  let looked = 0;
  let used = 0;
  for (const { index, at } of seeds) {
    if (used > 0 && looked + at.length > MOST_SEEDS) break;
    looked += at.length;
    used += 1;
    let last = -1;
    for (const place of at) {
      const bucket = Math.floor(Math.max(0, place - index) / BUCKET);
      // A word that comes often in one place counts once there.
      if (bucket !== last) votes[bucket] = (votes[bucket] as number) + 1;
      last = bucket;
    }
  }
  // Of words that were too common to look at nothing is known: they can't speak against a place.
  const least = Math.max(1, LEAST_SEEDS * used);
  if (used < LEAST_SEEDS * sought.length && looked < MOST_SEEDS / 2) return [];
  const counts: { bucket: number; count: number; own: number }[] = [];
  for (let bucket = 0; bucket < votes.length - 1; bucket++) {
    const own = votes[bucket] as number;
    const count = own + (votes[bucket + 1] as number);
    if (count >= least) counts.push({ bucket, count, own });
  }
  counts.sort((a, b) => b.count - a.count || b.own - a.own);
  const places: number[] = [];
  for (const { bucket } of counts) {
    const place = bucket * BUCKET;
    if (places.every((other) => Math.abs(other - place) > BUCKET)) places.push(place);
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

/** The span with the words at its edges whole, or without them where it holds less than half. */
function wholeWords({ text, words }: Page, { start, end }: Span): Span {
  let [from, to] = [start, end];
  if (isInsideWord(text, start)) {
    const word = wordAt(words, start);
    const [first = 0, last = 0] = [words.starts[word], words.ends[word]];
    from = last - start >= start - first ? first : last;
  }
  if (isInsideWord(text, end)) {
    const word = wordAt(words, end);
    const [first = 0, last = 0] = [words.starts[word], words.ends[word]];
    to = end - first >= last - end ? last : first;
  }
  return { start: from, end: Math.max(from, to) };
}
