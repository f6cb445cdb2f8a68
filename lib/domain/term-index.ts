/** The words of a page, each with the terms that may begin with it: terms are looked up once for each different word. */

/** A word, or how words begin, that weighs by itself: its name in the model, and its row of log-odds there. */
export interface Single {
  name: string;
  row: number[];
}

/** A term whose first word was met. */
export interface Term {
  name: string;
  /** Keeps its words to itself. */
  isWhole: boolean;
  text: string;
  /** What follows its first word, once it is looked for: most of the terms never are. */
  rest?: string[];
}

/** What begins with a word or a stem. Terms are kept as they were given, each after its class, since most are never met. */
interface Entry {
  terms: string[];
  single?: Single;
}

/** A word as it was met: the terms that begin with it, and what it weighs by itself as. */
export interface Word {
  text: string;
  /** Its first letters. */
  key: string;
  /** The terms that may begin here before a word of a key, and before any other. */
  before: Map<string, Term[]> | null;
  beforeOthers: Term[];
  hasWhole: boolean;
  singles: Single[];
}

/** Terms by their first word, and by their first stem. */
export interface TermIndex {
  exact: Map<string, Entry>;
  stems: Map<string, Entry>;
  whole: Set<string>;
  /** Words met so far, as they were written: a page uses few different ones. */
  words: Map<string, Word>;
}

/** Terms by class, the classes whose terms keep their words to themselves, and words that weigh each by itself. */
export interface TermLists {
  classes: Record<string, string[]>;
  whole: string[];
  model?: { words: Record<string, number[]> } | undefined;
}

export const ANY_NUMBER = '#';
export const STARTS_WITH_DIGIT = /^\d/;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 20;
/** So many first letters of a word are its key: of the terms that begin with one word, few go on with one key. */
const KEY_LETTERS = 2;
/** Needs no more than lower case. */
const PLAIN = /^[A-Za-z]+$/;

/** Makes terms quick to find, a class at a time, so that a caller may pause between any two. */
export function* compileTerms({ classes, whole, model }: TermLists): Generator<void, TermIndex> {
  const index: TermIndex = { exact: new Map(), stems: new Map(), whole: new Set(whole), words: new Map() };
  for (const [name, terms] of Object.entries(classes)) {
    for (let at = 0; at < terms.length; at++) addTerm(index, name, terms[at] as string);
    yield;
  }
  const { words = {} } = model ?? {};
  for (const name of Object.keys(words)) addSingle(index, { name, row: words[name] ?? [] });
  return index;
}

function addTerm(index: TermIndex, name: string, term: string): void {
  const space = term.indexOf(' ');
  const first = space < 0 ? term : term.slice(0, space);
  const entries = first.endsWith('*') ? index.stems : index.exact;
  const known = entries.get(startOf(first));
  if (known) known.terms.push(name, term);
  else entries.set(startOf(first), { terms: [name, term] });
}

function addSingle(index: TermIndex, single: Single): void {
  const entries = single.name.endsWith('*') ? index.stems : index.exact;
  const known = entries.get(startOf(single.name));
  if (known) known.single = single;
  else entries.set(startOf(single.name), { terms: [], single });
}

function startOf(first: string): string {
  return first.endsWith('*') ? first.slice(0, -1) : first;
}

/** Looks up all that begins with a word that was not met before. */
export function meetWord(raw: string, index: TermIndex): Word {
  const text = PLAIN.test(raw) ? raw.toLowerCase() : normalise(raw);
  const isNumber = STARTS_WITH_DIGIT.test(text);
  const word: Word = {
    text,
    key: isNumber ? ANY_NUMBER : text.slice(0, KEY_LETTERS),
    before: null,
    beforeOthers: [],
    hasWhole: false,
    singles: [],
  };
  addEntry(word, index.exact.get(text), index);
  if (isNumber) addEntry(word, index.exact.get(ANY_NUMBER), index);
  for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length++)
    addEntry(word, index.stems.get(text.slice(0, length)), index);
  index.words.set(raw, word);
  return word;
}

function addEntry(word: Word, entry: Entry | undefined, { whole }: TermIndex): void {
  if (!entry) return;
  if (entry.single) word.singles = [...word.singles, entry.single];
  for (let at = 0; at < entry.terms.length; at += 2) {
    const name = entry.terms[at] ?? '';
    const text = entry.terms[at + 1] ?? '';
    const term = { name, text, isWhole: whole.has(name) };
    word.hasWhole ||= term.isWhole;
    const key = keyOfSecond(text);
    if (key === null) {
      word.beforeOthers.push(term);
      if (word.before) for (const terms of word.before.values()) terms.push(term);
    } else {
      word.before ??= new Map();
      const terms = word.before.get(key);
      if (terms) terms.push(term);
      else word.before.set(key, [...word.beforeOthers, term]);
    }
  }
}

/** The key of the words that a term's second stands for; null where it has none, or stands for words of several keys. */
function keyOfSecond(term: string): string | null {
  const at = term.indexOf(' ') + 1;
  if (at === 0 || term[at] === '_' || term[at + 1] === '*') return null;
  const key = term.slice(at, at + KEY_LETTERS);
  return STARTS_WITH_DIGIT.test(key) ? ANY_NUMBER : key.trim();
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
