/** Terms by their first words, made quick to find: a table once, as plain data, and an index of it on each page. */

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
  /** What follows its first word. */
  text: string;
  /** The same in words, once they are looked for: those of most terms never are. */
  rest?: string[];
}

/** What begins with a word or a stem: the row of what weighs by itself, then for each term the number of its class and what follows. */
type Start = [row: number[] | null, ...terms: (number | string)[]];

/** All terms, as plain data that can be sent to a page. */
export interface TermTable {
  classes: string[];
  words: [word: string, start: Start][];
  stems: [stem: string, start: Start][];
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
  classes: string[];
  exact: Map<string, Start>;
  stems: Map<string, Start>;
  whole: Set<string>;
  /** Words met so far, as they were written: a page uses few different ones. */
  words: Map<string, Word>;
}

export const ANY_NUMBER = '#';
export const STARTS_WITH_DIGIT = /^\d/;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 20;
/** So many first letters of a word are its key: of the terms that begin with one word, few go on with one key. */
const KEY_LETTERS = 2;
/** Needs no more than lower case. */
const PLAIN = /^[A-Za-z]+$/;

/** Terms by class, and words that weigh each by itself, in a table. */
export function tabulateTerms(classes: Record<string, string[]>, singles: Record<string, number[]>): TermTable {
  const words = new Map<string, Start>();
  const stems = new Map<string, Start>();
  const startOf = (first: string): Start => {
    const [starts, key] = first.endsWith('*') ? [stems, first.slice(0, -1)] : [words, first];
    const start: Start = starts.get(key) ?? [null];
    starts.set(key, start);
    return start;
  };
  for (const [number, terms] of Object.values(classes).entries()) {
    for (const term of terms) {
      const [first = '', ...rest] = term.split(' ');
      startOf(first).push(number, rest.join(' '));
    }
  }
  for (const [name, row] of Object.entries(singles)) startOf(name)[0] = row;
  return { classes: Object.keys(classes), words: [...words], stems: [...stems] };
}

/** The index of a table, for one page; `whole` are the classes whose terms keep their words to themselves. */
export function indexTerms({ classes, words, stems }: TermTable, whole: string[]): TermIndex {
  return { classes, exact: new Map(words), stems: new Map(stems), whole: new Set(whole), words: new Map() };
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
  addStart(word, index.exact.get(text), text, index);
  if (isNumber) addStart(word, index.exact.get(ANY_NUMBER), ANY_NUMBER, index);
  for (let length = SHORTEST_STEM; length <= Math.min(text.length, LONGEST_STEM); length++) {
    const stem = text.slice(0, length);
    addStart(word, index.stems.get(stem), `${stem}*`, index);
  }
  index.words.set(raw, word);
  return word;
}

function addStart(word: Word, start: Start | undefined, single: string, { classes, whole }: TermIndex): void {
  if (!start) return;
  const [row] = start;
  if (row) word.singles = [...word.singles, { name: single, row }];
  for (let at = 1; at < start.length; at += 2) {
    const name = classes[start[at] as number] as string;
    const text = start[at + 1] as string;
    const term = { name, text, isWhole: whole.has(name) };
    word.hasWhole ||= term.isWhole;
    const key = keyOf(text);
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

/** The key of the words that can follow a term's first; null where none need, or those of several keys can. */
function keyOf(rest: string): string | null {
  if (rest === '' || rest[0] === '_' || rest[1] === '*') return null;
  const key = rest.slice(0, KEY_LETTERS);
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
