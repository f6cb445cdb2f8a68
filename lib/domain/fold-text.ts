/** Text with the differences that nobody reads folded away, and the way back to the original's characters. */
import type { Span } from './text';

export interface FoldedText {
  text: string;
  /** The span of the original behind a span of the folded text. */
  toOriginal(span: Span): Span;
  /** The place in the folded text of a place in the original. */
  toFolded(offset: number): number;
}

/** A part of the original that became longer or shorter; between two such parts the characters go side by side. */
interface Run {
  folded: Span;
  original: Span;
}

/** Characters folded between two pauses. */
const CHUNK = 50_000;

/** Marks of the same meaning and length, so that offsets stay: typographic and straight quotes, dashes, spaces. */
const SAME_LENGTH: [pattern: RegExp, plain: string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, ' '],
];

/** What changes length: white space and characters without width, the ellipsis, ligatures, letters not yet composed. */
const OTHER_LENGTH =
  /[ \u00ad\u200b-\u200f\u2060\ufeff]{2,}|[\u00ad\u200b-\u200f\u2060\ufeff]|\u2026|[\ufb00-\ufb06]|[\u2126\u212a\u212b]|[^\p{M}\s]\p{M}+|[\u1100-\u11ff]+/gu;

/** A character that belongs to what stands before it. */
const CONTINUES = /[\s\u00ad\u200b-\u200f\u2060\ufeff\p{M}\u1100-\u11ff\udc00-\udfff]/u;

/** Folds a text to the end; for one that may be long, `foldInSlices` leaves room for others. */
export function foldText(original: string): FoldedText {
  const folding = foldInSlices(original);
  for (;;) {
    const step = folding.next();
    if (step.done) return step.value;
  }
}

/**
 * Folds white space to single spaces, typographic marks to plain ones, and letters to their composed form (NFC);
 * takes out what has no width. Case stays. Yields between slices of bounded work.
 */
export function* foldInSlices(original: string): Generator<void, FoldedText> {
  const runs: Run[] = [];
  const parts: string[] = [];
  let length = 0;
  for (let from = 0; from < original.length; ) {
    const to = endOfChunk(original, from);
    const folded = foldChunk(original.slice(from, to), from, length, runs);
    parts.push(folded);
    length += folded.length;
    from = to;
    if (from < original.length) yield;
  }
  return {
    text: parts.join(''),
    toOriginal: ({ start, end }) => ({ start: originalStart(start), end: originalStart(end - 1, true) }),
    toFolded(offset) {
      const run = runs[lastAt(runs, 'original', offset)];
      if (!run) return Math.min(offset, length);
      const { folded, original } = run;
      return offset < original.end ? folded.start : Math.min(folded.end + offset - original.end, length);
    },
  };

  /** Where the folded character at `at` starts in the original, or where it ends. */
  function originalStart(at: number, itsEnd = false): number {
    const run = runs[lastAt(runs, 'folded', at)];
    if (!run) return at + Number(itsEnd);
    const { folded, original } = run;
    if (at < folded.end) return itsEnd ? original.end : original.start;
    return original.end + at - folded.end + Number(itsEnd);
  }
}

/** No run of spaces is cut, and no letter from its marks. */
function endOfChunk(text: string, from: number): number {
  let end = Math.min(from + CHUNK, text.length);
  while (end < text.length && CONTINUES.test(text.charAt(end))) end++;
  return end;
}

/** Folds a chunk that starts at `from` of the original and at `at` of the folded text; adds its runs. */
function foldChunk(chunk: string, from: number, at: number, runs: Run[]): string {
  let plain = chunk;
  for (const [pattern, mark] of SAME_LENGTH) plain = plain.replace(pattern, mark);
  let folded = '';
  let done = 0;
  for (const { 0: run, index } of plain.matchAll(OTHER_LENGTH)) {
    folded += plain.slice(done, index);
    const replacement = replace(run);
    const start = at + folded.length;
    folded += replacement;
    done = index + run.length;
    if (replacement.length !== run.length)
      runs.push({
        folded: { start, end: start + replacement.length },
        original: { start: from + index, end: from + done },
      });
  }
  return folded + plain.slice(done);
}

function replace(run: string): string {
  if (run.includes(' ')) return ' ';
  // The compatibility form takes ligatures and the ellipsis apart, and composes letters like NFC.
  return CONTINUES.test(run.charAt(0)) && !/[\u1100-\u11ff]/.test(run) ? '' : run.normalize('NFKC');
}

/** Index of the last run that starts at or before a place, or -1. */
function lastAt(runs: readonly Run[], side: keyof Run, place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] as Run)[side].start <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
