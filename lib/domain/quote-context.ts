/** The text around a quote, and how much of it still stands around a place: that tells an edited sentence from its twin. */
import search from 'approx-string-match';
import { foldText } from './fold-text';
import { compareVersions, readWords } from './quote-version';
import { endsSentence, lastSentenceStart, restOfSentence, type TextQuoteSelector } from './selector';
import type { Span } from './text';
import { readAllWords } from './word-index';

/** Folded, without white space at its ends. */
interface Side {
  /** The rest of the sentence that the quote is a part of; empty where the quote ends with it. */
  near: string;
  /** What belongs to other sentences: a twin of the quote's sentence stands between others. */
  far: string;
}

export interface QuoteContext {
  before: Side;
  after: Side;
  /** Both sides whole. */
  prefix: string;
  suffix: string;
  /** Whether the quote was the text's beginning or its end. */
  isFirst: boolean;
  isLast: boolean;
}

export interface ContextLikeness {
  /** The rest of the quote's sentence: the same but for slips, edited, or now saying something else. */
  near: 'same' | 'edited' | 'other';
  /** How alike the neighbouring sentences are, from 0 to 1; null where too little of them is known. */
  before: number | null;
  after: number | null;
  /** Both sides whole, from 0 to 2. */
  total: number;
}

/** From here on a side counts as agreeing. Two unrelated passages of English are alike by about a third. */
const AGREES = 0.7;
/** From here on a neighbour counts as one more of the quote's kind. */
const TWIN = 0.5;
/** Less context than this tells nothing, in UTF-16 code units. */
const LEAST_FAR = 8;
/** Context is compared up to here, and sought this far from where it should be. */
const MOST_FAR = 48;
const SLACK = 6;

/** Characters of context that fix where a changed quote starts or ends, and how far off they may be. */
const EDGE = 12;
const REACH = 24;
/** Characters beside the rest of the sentence that are enough to see its next word. */
const NEXT = 24;

/** Tells the rest of the quote's sentence from its neighbours; where no sentence ends, all of it is the rest. */
export function readContext({ exact, prefix, suffix }: TextQuoteSelector): QuoteContext {
  const start = lastSentenceStart(prefix);
  const end = restOfSentence(exact, suffix);
  return {
    before: { near: fold(prefix.slice(start)), far: fold(prefix.slice(0, start)) },
    after: { near: fold(suffix.slice(0, end)), far: fold(suffix.slice(end)) },
    prefix: fold(prefix),
    suffix: fold(suffix),
    // With neither side known it was pasted, and may have stood anywhere.
    isFirst: suffix !== '' && start === 0 && /^(?:$|\p{Lu})/u.test(prefix),
    isLast: prefix !== '' && end === suffix.length && endsSentence(exact + suffix),
  };
}

function fold(text: string): string {
  return foldText(text).text.trim();
}

/** How much of a quote's context stands around a span of a folded text. */
export function measureContext(text: string, { start, end }: Span, context: QuoteContext): ContextLikeness {
  const { before, after, isFirst, isLast } = context;
  const [left, right] = [before.near.length, after.near.length];
  const [farLeft, farRight] = [before.far.slice(-MOST_FAR), after.far.slice(0, MOST_FAR)];
  const farBefore = isFirst
    ? Number(start - left <= SLACK)
    : likeness(text.slice(Math.max(0, start - left - farLeft.length - SLACK), start), farLeft);
  const farAfter = isLast
    ? Number(end + right >= text.length - SLACK)
    : likeness(text.slice(end, end + right + farRight.length + SLACK), farRight);
  const nearBefore = compareNear(before, text.slice(Math.max(0, start - left - NEXT), start), 'end', isFirst);
  const nearAfter = compareNear(after, text.slice(end, end + right + NEXT), 'start', isLast);
  const near = nearBefore.same && nearAfter.same;
  return {
    near: near ? 'same' : nearBefore.agrees && nearAfter.agrees ? 'edited' : 'other',
    before: farBefore,
    after: farAfter,
    total:
      (nearBefore.share + (farBefore ?? nearBefore.share)) / 2 + (nearAfter.share + (farAfter ?? nearAfter.share)) / 2,
  };
}

/** Whether the passage stands between the sentences that stood around the quote. */
export function isInPlace({ near, before, after }: ContextLikeness): boolean {
  if (before === null || after === null) return near === 'same' && agrees(before ?? after);
  return near !== 'other' && agrees(before) && agrees(after);
}

/** Whether a neighbour of the quote read like the quote: then a neighbour proves nothing, as in a list of like sentences. */
export function hasTwinBeside(quote: string, { before, after }: QuoteContext): boolean {
  const sentence = `${before.near} ${quote} ${after.near}`.trim();
  const [left, right] = [before.far.slice(-MOST_FAR), after.far.slice(0, MOST_FAR)];
  const atEnd = likeness(sentence.slice(-left.length - SLACK), left);
  const atStart = likeness(sentence.slice(0, right.length + SLACK), right);
  return Math.max(atEnd ?? 0, atStart ?? 0) >= TWIN;
}

/** Whether the passage still has one of its neighbours. */
export function hasNeighbour({ before, after }: ContextLikeness): boolean {
  return agrees(before) || agrees(after);
}

function agrees(likeness: number | null): boolean {
  return likeness !== null && likeness >= AGREES;
}

/** Moves the edges of a roughly found quote to where its context ends and begins, if that stands near. */
export function fitToContext(text: string, { start, end }: Span, context: QuoteContext): Span {
  const [before, after] = [context.prefix.slice(-EDGE), context.suffix.slice(0, EDGE)];
  let [from, to] = [start, end];
  if (before.length === EDGE) {
    const at = text.lastIndexOf(before, start + REACH - EDGE);
    if (at >= 0 && at + EDGE >= start - REACH) from = at + EDGE;
  }
  if (after.length === EDGE) {
    const at = text.indexOf(after, Math.max(from, end - REACH));
    if (at >= 0 && at <= end + REACH) to = at;
  }
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return from < to ? { start: from, end: to } : { start, end };
}

function likeness(around: string, context: string): number | null {
  if (context.length < LEAST_FAR) return null;
  const [best] = search(around, context, Math.ceil(context.length * (1 - AGREES)) + 1);
  return best ? 1 - best.errors / context.length : 0;
}

/** How much of the sentence's rest stands beside the passage, from 0 to 1, and whether it says the same. */
function compareNear({ near, far }: Side, around: string, side: 'start' | 'end', isWhole: boolean) {
  const words = asWords(near);
  if (words.length === 0) {
    // The quote began or ended its sentence: then the passage does too, or it is a part of a longer one.
    const goesOn = side === 'end' ? /[\p{L}\p{N}] ?$/u : /^ ?[\p{Ll}\p{N}]/u;
    const runsOn = far !== '' && !goesOn.test(far) && goesOn.test(around);
    return { share: runsOn ? 0.5 : 1, same: !runsOn, agrees: !runsOn };
  }
  // A context that was cut inside the sentence may have lost part of its outermost word.
  const isCut = far === '' && !isWhole && words.length > 1;
  const kept = !isCut ? words : side === 'end' ? words.slice(1) : words.slice(0, -1);
  const beside = asWords(around);
  const passage = side === 'end' ? beside.slice(-kept.length) : beside.slice(0, kept.length);
  const version = compareVersions(kept, passage);
  const same = version?.onlySlips === true && version.agrees;
  return { share: same ? 1 : Math.min(0.9, version?.share ?? 0), same, agrees: version?.agrees ?? false };
}

function asWords(text: string) {
  const words = readAllWords(text);
  return readWords({ text, words: { ...words, isWrittenSmall: () => false } }, { start: 0, end: text.length });
}
