/** Terms: words and stems, given as data, that are looked for in a sentence. */
import {
  ANY_NUMBER,
  meetWord,
  type Single,
  STARTS_WITH_DIGIT,
  type Term,
  type TermIndex,
  type Word,
} from './term-index';
import type { Span } from './text';

/** A term that stands in a sentence: its class, and the numbers of its first word and of its last. */
export interface Hit {
  name: string;
  word: number;
  last: number;
}

/** Hits by class, those of a class in order. */
export type Hits = Map<string, Hit[]>;

/** What stands in a sentence: terms of classes, and words that weigh each by itself. */
export interface Found {
  hits: Hits;
  singles: Single[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’]\p{L}+)*/gu;
/** The same in a sentence of nothing but these, as most are: many times quicker to run for the first time. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const BEYOND_PLAIN = /[^ -~\s‘’“”–—…£•]/;
/** How many words the gap `_` may stand for. */
const GAP = 3;

/** What stands in `sentence`. */
export function findTerms(sentence: string, index: TermIndex): Found {
  const hits: Hits = new Map();
  const singles: Single[] = [];
  const raws: string[] = sentence.match(patternOf(sentence)) ?? [];
  const words = raws.map((raw) => index.words.get(raw) ?? meetWord(raw, index));
  // By counting, here and below: a loop over an iterator is dear where it hasn't run before, as on each page anew.
  for (let at = 0; at < words.length; at++) {
    const own = (words[at] as Word).singles;
    for (let one = 0; one < own.length; one++) singles.push(own[one] as Single);
  }
  for (let at = 0; at < words.length; at++) {
    const { before, beforeOthers, hasWhole } = words[at] as Word;
    const terms = before?.get(words[at + 1]?.key ?? '') ?? beforeOthers;
    if (terms.length === 0) continue;
    const whole = hasWhole ? lastOfWhole(terms, words, at) : -1;
    for (let one = 0; one < terms.length; one++) {
      const term = terms[one] as Term;
      if (whole >= 0 && !term.isWhole) continue;
      const last = lastOf(term, words, at);
      if (last < 0 || (whole >= 0 && last !== whole)) continue;
      const hit = { name: term.name, word: at, last };
      const others = hits.get(hit.name);
      if (others) others.push(hit);
      else hits.set(hit.name, [hit]);
    }
    if (whole >= 0) at = whole;
  }
  return { hits, singles };
}

/** The words of `sentence` by their numbers, in UTF-16 offsets. */
export function findWords(sentence: string): Span[] {
  let from = 0;
  return (sentence.match(patternOf(sentence)) ?? []).map((word) => {
    const start = sentence.indexOf(word, from);
    from = start + word.length;
    return { start, end: from };
  });
}

function patternOf(sentence: string): RegExp {
  return BEYOND_PLAIN.test(sentence) ? WORD : PLAIN_WORD;
}

/** The number of the last word of the longest term that keeps its words to itself, or -1. */
function lastOfWhole(terms: Term[], words: Word[], at: number): number {
  let longest = -1;
  for (const term of terms) if (term.isWhole) longest = Math.max(longest, lastOf(term, words, at));
  return longest;
}

/** The number of the last word of a term whose first word stands at `at`, or -1. */
function lastOf(term: Term, words: Word[], at: number): number {
  if (term.text === '') return at;
  term.rest ??= term.text.split(' ');
  return endOf(term.rest, 0, words, at + 1);
}

/** The number of the last of the wanted words, where those from number `from` on stand at `at`, or -1. */
function endOf(wanted: string[], from: number, words: Word[], at: number): number {
  const word = wanted[from];
  if (word === '_') {
    for (let gap = 0; gap <= GAP; gap++) {
      const end = endOf(wanted, from + 1, words, at + gap);
      if (end >= 0) return end;
    }
    return -1;
  }
  const text = words[at]?.text;
  if (word === undefined || text === undefined || !fits(text, word)) return -1;
  return from === wanted.length - 1 ? at : endOf(wanted, from + 1, words, at + 1);
}

function fits(text: string, wanted: string): boolean {
  if (wanted === ANY_NUMBER) return STARTS_WITH_DIGIT.test(text);
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}
