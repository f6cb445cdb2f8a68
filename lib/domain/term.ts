/** Terms: words and stems, given as data, that are looked for in a sentence. */
import type { Span } from './text';

/** A term that stands in a sentence: its place in the article, its class, and the number of its first word. */
export interface Hit extends Span {
  name: string;
  word: number;
}

interface Term {
  name: string;
  words: string[];
}

/** Terms by their first word or stem. */
export interface TermIndex {
  terms: Map<string, Term[]>;
  whole: Set<string>;
  /** What begins with a word, by that word: a page uses few different ones. */
  known: Map<string, Term[]>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’]\p{L}+)*/gu;
/** How many words the gap `_` may stand for. */
const GAP = 3;
const SHORTEST_STEM = 3;

/** Makes terms quick to find. */
export function compileTerms({ classes, whole }: { classes: Record<string, string[]>; whole: string[] }): TermIndex {
  const terms = new Map<string, Term[]>();
  for (const [name, list] of Object.entries(classes)) {
    for (const term of list) {
      const words = term.split(' ');
      const first = words[0] ?? '';
      terms.set(first, [...(terms.get(first) ?? []), { name, words }]);
    }
  }
  return { terms, whole: new Set(whole), known: new Map() };
}

/** The hits in `sentence`, by class and in order. `offset` is where it starts in the article, so that spans are the article's. */
export function findTerms(sentence: string, offset: number, index: TermIndex): Map<string, Hit[]> {
  const words = [...sentence.matchAll(WORD)].map(({ 0: raw, index: at }) => ({
    text: normalise(raw),
    start: offset + at,
    end: offset + at + raw.length,
  }));
  const texts = words.map(({ text }) => text);
  const hits = new Map<string, Hit[]>();
  for (let at = 0; at < words.length; at++) {
    const found = termsFrom(texts[at] ?? '', index).flatMap(({ name, words: wanted }) => {
      const last = endOf(wanted, 0, texts, at);
      const end = words[last]?.end;
      return end === undefined ? [] : [{ name, word: at, start: words[at]?.start ?? end, end, last }];
    });
    const whole = found.filter(({ name }) => index.whole.has(name)).sort((a, b) => b.last - a.last)[0];
    for (const { last, ...hit } of whole ? [whole] : found) {
      const others = hits.get(hit.name);
      if (others) others.push(hit);
      else hits.set(hit.name, [hit]);
    }
    if (whole) at = whole.last;
  }
  return hits;
}

/** The number of the last word of a term that starts at word `at`, or -1. */
function endOf(wanted: string[], from: number, words: string[], at: number): number {
  const word = wanted[from];
  if (word === '_') {
    for (let gap = 0; gap <= GAP; gap++) {
      const end = endOf(wanted, from + 1, words, at + gap);
      if (end >= 0) return end;
    }
    return -1;
  }
  const text = words[at];
  if (word === undefined || text === undefined) return -1;
  if (!fits(text, word)) return -1;
  return from === wanted.length - 1 ? at : endOf(wanted, from + 1, words, at + 1);
}

function fits(text: string, wanted: string): boolean {
  if (wanted === '#') return /^\d/.test(text);
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}

function termsFrom(word: string, { terms, known }: TermIndex): Term[] {
  let found = known.get(word);
  if (!found) {
    found = [...(terms.get(word) ?? []), ...(/^\d/.test(word) ? (terms.get('#') ?? []) : [])];
    for (let length = SHORTEST_STEM; length <= word.length; length++) {
      found.push(...(terms.get(`${word.slice(0, length)}*`) ?? []));
    }
    known.set(word, found);
  }
  return found;
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

/** A sentence with what stands in it, by class. */
export interface Sentence {
  span: Span;
  hits: Map<string, Hit[]>;
}
