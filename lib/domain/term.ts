/** Terms: words and stems, given as data, that are looked for in a sentence. */
import type { Span } from './text';

/** A term that stands in a sentence: its place in the article, its class, and the number of its first word. */
export interface Hit extends Span {
  name: string;
  word: number;
}

/** Hits by class, those of a class in order. */
export type Hits = Map<string, Hit[]>;

/** What stands in a sentence: terms of classes, and words that weigh each by itself, as the model names them. */
export interface Found {
  hits: Hits;
  singles: string[];
}

interface Term {
  name: string;
  /** Keeps its words to itself. */
  isWhole: boolean;
  text: string;
  /** Whether it is but one word, and so found when that is. */
  isSingle: boolean;
  /** Its words, once it is looked at: most of the terms never are. */
  words?: string[];
}

/** A word as it is looked for, the terms that begin with it, and what it weighs by itself as. */
interface Word {
  text: string;
  terms: Term[];
  hasWhole: boolean;
  singles: string[];
}

/** Terms by their first word, and by their first stem. */
export interface TermIndex {
  terms: Map<string, Term[]>;
  stems: Map<string, Term[]>;
  singles: Set<string>;
  singleStems: Set<string>;
  /** Words met so far, as they were written: a page uses few different ones. */
  words: Map<string, Word>;
}

/** Terms by class, the classes whose terms keep their words to themselves, and words that weigh each by itself. */
export interface TermLists {
  classes: Record<string, string[]>;
  whole: string[];
  model?: { words: Record<string, unknown> } | undefined;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’]\p{L}+)*/gu;
/** The same in a sentence of nothing but these, as most are: many times quicker to run for the first time. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const BEYOND_PLAIN = /[^ -~\s‘’“”–—…£•]/;
/** How many words the gap `_` may stand for. */
const GAP = 3;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 20;
const STARTS_WITH_DIGIT = /^\d/;
/** Written as it is looked for. */
const PLAIN = /^[a-z]+$/;

/** Makes terms quick to find, a class at a time, so that a caller may pause between any two. */
export function* compileTerms({ classes, whole, model }: TermLists): Generator<void, TermIndex> {
  const index: TermIndex = {
    terms: new Map(),
    stems: new Map(),
    singles: new Set(),
    singleStems: new Set(),
    words: new Map(),
  };
  for (const [name, list] of Object.entries(classes)) {
    const isWhole = whole.includes(name);
    for (const text of list) addTerm(index, name, isWhole, text);
    yield;
  }
  for (const word of Object.keys(model?.words ?? {})) {
    if (word.endsWith('*')) index.singleStems.add(word.slice(0, -1));
    else index.singles.add(word);
  }
  return index;
}

function addTerm({ terms, stems }: TermIndex, name: string, isWhole: boolean, text: string): void {
  const space = text.indexOf(' ');
  const first = space < 0 ? text : text.slice(0, space);
  const [map, key] = first.endsWith('*') ? [stems, first.slice(0, -1)] : [terms, first];
  const term: Term = { name, isWhole, text, isSingle: space < 0 };
  const others = map.get(key);
  if (others) others.push(term);
  else map.set(key, [term]);
}

/** What stands in `sentence`. `offset` is where it starts in the article, so that spans are the article's. */
export function findTerms(sentence: string, offset: number, index: TermIndex): Found {
  const hits: Hits = new Map();
  const singles: string[] = [];
  const raw = sentence.match(BEYOND_PLAIN.test(sentence) ? WORD : PLAIN_WORD) ?? [];
  const words = raw.map((word) => wordOf(word, index));
  let from = 0;
  const starts: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    for (const single of word.singles) singles.push(single);
    starts[at] = sentence.indexOf(raw[at] ?? '', from);
    from = (starts[at] ?? 0) + (raw[at]?.length ?? 0);
  }
  const endAt = (at: number) => offset + (starts[at] ?? 0) + (raw[at]?.length ?? 0);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || word.terms.length === 0) continue;
    let longest = -1;
    if (word.hasWhole)
      for (const term of word.terms) if (term.isWhole) longest = Math.max(longest, lastOf(term, words, at));
    for (const term of word.terms) {
      if (longest >= 0 && !term.isWhole) continue;
      const last = lastOf(term, words, at);
      if (last < 0 || (longest >= 0 && last !== longest)) continue;
      const hit = { name: term.name, word: at, start: offset + (starts[at] ?? 0), end: endAt(last) };
      const others = hits.get(term.name);
      if (others) others.push(hit);
      else hits.set(term.name, [hit]);
    }
    if (longest >= 0) at = longest;
  }
  return { hits, singles };
}

/** The number of the last word of a term whose first word stands at `at`, or -1. */
function lastOf(term: Term, words: Word[], at: number): number {
  if (term.isSingle) return at;
  term.words ??= term.text.split(' ');
  return endOf(term.words, 1, words, at + 1);
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
  if (wanted === '#') return STARTS_WITH_DIGIT.test(text);
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}

function wordOf(raw: string, index: TermIndex): Word {
  const known = index.words.get(raw);
  if (known) return known;
  const { terms, stems } = index;
  const text = PLAIN.test(raw) ? raw : normalise(raw);
  const found = [...(terms.get(text) ?? [])];
  const singles = index.singles.has(text) ? [text] : [];
  if (STARTS_WITH_DIGIT.test(text)) found.push(...(terms.get('#') ?? []));
  for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length++) {
    const stem = text.slice(0, length);
    found.push(...(stems.get(stem) ?? []));
    if (index.singleStems.has(stem)) singles.push(`${stem}*`);
  }
  const word = { text, terms: found, hasWhole: found.some(({ isWhole }) => isWhole), singles };
  index.words.set(raw, word);
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
