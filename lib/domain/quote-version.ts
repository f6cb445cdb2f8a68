/** Whether a passage can be a later version of a quote: enough of its words, and all that its truth turns on. */
import { areContrary, criticalValue, type Word } from './critical-words';
import type { Page } from './near-copies';
import type { Span } from './text';
import { compareWords, type Replacement } from './word-difference';
import { wordAt } from './word-index';

export interface Likeness {
  /** Share of words in common, from 0 to 1; a corrected slip counts nearly as the word itself. */
  share: number;
  /** Whether numbers, names, negations and the small words that turn a sentence round are the same. */
  agrees: boolean;
  /** Whether nothing but punctuation and spelling differs. */
  onlySlips: boolean;
}

/** A word with a slip in it is this much of the word. */
const SLIP = 0.8;
/** The shortest word that can have a slip of one letter in it; two letters make another word too easily. */
const SLIP_LENGTH = 4;
/** More words in one replacement than this are not a slip. */
const SLIP_WORDS = 3;

/** Compares a quote with a span of a page; null where they have too little in common. */
export function compareVersions(quote: readonly Word[], passage: readonly Word[]): Likeness | null {
  const difference = compareWords(quote, passage);
  if (!difference) return null;
  let like = difference.kept;
  let onlySlips = true;
  let agrees = true;
  for (const replacement of difference.replacements) {
    if (isSlip(replacement)) like += SLIP * replacement.removed.length;
    else onlySlips = false;
    agrees &&= keepsSense(replacement);
  }
  return { share: Math.min(1, (2 * like) / (quote.length + passage.length)), agrees, onlySlips };
}

/** The words of a span, each with whether it is a name there. `elsewhere` knows which words are written small. */
export function readWords({ text, words }: Page, { start, end }: Span, elsewhere = words): Word[] {
  const read: Word[] = [];
  for (let at = wordAt(words, start); at < words.keys.length && (words.starts[at] ?? 0) < end; at++) {
    const key = words.keys[at] as string;
    const from = words.starts[at] as number;
    const first = text.charAt(from);
    const isCapital = first !== first.toLowerCase();
    read.push({ key, isName: isCapital && (!startsSentence(text, from) || !elsewhere.isWrittenSmall(key)) });
  }
  return read;
}

function startsSentence(text: string, place: number): boolean {
  return /(?:^|[.!?:"'([•-] ?|\.\.\. ?)$/.test(text.slice(Math.max(0, place - 4), place).trimStart()) || place === 0;
}

function isSlip({ removed, added }: Replacement<Word>): boolean {
  if (removed.length === 0 || added.length === 0 || Math.max(removed.length, added.length) > SLIP_WORDS) return false;
  const [before, after] = [removed, added].map((words) => words.map(({ key }) => key).join('')) as [string, string];
  return (
    before[0] === after[0] && Math.max(before.length, after.length) >= SLIP_LENGTH && editDistance(before, after) <= 1
  );
}

function keepsSense({ removed, added }: Replacement<Word>): boolean {
  const [before, after] = [removed, added].map((words) =>
    words.map(criticalValue).filter((value) => value !== null),
  ) as [string[], string[]];
  if (before.join() !== after.join()) return false;
  return !removed.some((word) => added.some((other) => areContrary(word.key, other.key)));
}

/** Levenshtein's distance, with two swapped neighbours as one error; for single words. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const above = rows[row - 1] as number[];
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (above[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, ((rows[row - 2] as number[])[column - 2] as number) + 1);
      }
      current.push(least);
    }
    rows.push(current);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
