/** Terms: words and stems, given as data, that are looked for in a sentence. */
import type { Span } from './text';

/** A term that stands in a sentence: its place in the article, its class, and the number of its first word. */
export interface Hit extends Span {
  name: string;
  word: number;
}

/** Hits by class, those of a class in order. */
export type Hits = Map<string, Hit[]>;

interface Term {
  name: string;
  words: string[];
}

/** A word as it is looked for, and the terms that begin with it. */
interface Word {
  text: string;
  terms: Term[];
}

/** Terms by their first word or stem, and classes whose terms keep their words to themselves. */
export interface TermIndex {
  terms: Map<string, Term[]>;
  whole: Set<string>;
  /** Words met so far, as they were written: a page uses few different ones. */
  words: Map<string, Word>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’]\p{L}+)*/gu;
/** How many words the gap `_` may stand for. */
const GAP = 3;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 20;
const STARTS_WITH_DIGIT = /^\d/;

/** Makes terms quick to find. */
export function compileTerms({ classes, whole }: { classes: Record<string, string[]>; whole: string[] }): TermIndex {
  const terms = new Map<string, Term[]>();
  for (const [name, list] of Object.entries(classes)) {
    for (const term of list) {
      const words = term.split(' ');
      const first = words[0] ?? '';
      const others = terms.get(first);
      if (others) others.push({ name, words });
      else terms.set(first, [{ name, words }]);
    }
  }
  return { terms, whole: new Set(whole), words: new Map() };
}

/** The hits in `sentence`. `offset` is where it starts in the article, so that spans are the article's. */
export function findTerms(sentence: string, offset: number, index: TermIndex): Hits {
  const words: Word[] = [];
  const spans: Span[] = [];
  for (const { 0: raw, index: at } of sentence.matchAll(WORD)) {
    words.push(wordOf(raw, index));
    spans.push({ start: offset + at, end: offset + at + raw.length });
  }
  const hits: Hits = new Map();
  for (let at = 0; at < words.length; at++) {
    const terms = words[at]?.terms ?? [];
    let longest = -1;
    for (const { name, words: wanted } of terms)
      if (index.whole.has(name)) longest = Math.max(longest, endOf(wanted, 0, words, at));
    for (const { name, words: wanted } of terms) {
      const last = endOf(wanted, 0, words, at);
      const [from, to] = [spans[at], spans[last]];
      if (!from || !to || (longest >= 0 && !(last === longest && index.whole.has(name)))) continue;
      const hit = { name, word: at, start: from.start, end: to.end };
      const others = hits.get(name);
      if (others) others.push(hit);
      else hits.set(name, [hit]);
    }
    if (longest >= 0) at = longest;
  }
  return hits;
}

/** The number of the last word of a term that starts at word `at`, or -1. */
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
  if (wanted === '#') return STARTS_WITH_DIGIT.test(text);
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}

function wordOf(raw: string, { terms, words }: TermIndex): Word {
  const known = words.get(raw);
  if (known) return known;
  const text = normalise(raw);
  const found = [...(terms.get(text) ?? []), ...(STARTS_WITH_DIGIT.test(text) ? (terms.get('#') ?? []) : [])];
  for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length++) {
    found.push(...(terms.get(`${text.slice(0, length)}*`) ?? []));
  }
  const word = { text, terms: found };
  words.set(raw, word);
  return word;
}

/** Lower case, no accents, no soft hyphens, straight apostrophe, no possessive. */
function normalise(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace('’', "'")
    .toLowerCase()
    .replace(/'s$/, '');
}
