/** Articles that were edited after a quote was saved, with the place where the quote now truly stands, if it still does. */
import { random as randomFrom } from '../bench/measure/random.mjs';
import { describeQuote } from '../lib/domain/selector';
import type { QuoteSelectors } from '../lib/domain/sought-quote';
import type { Span } from '../lib/domain/text';

export interface EditedArticle extends QuoteSelectors {
  kind: string;
  /** Whether it is an edit that editors make every day, and a reader would call the quote still there. */
  isOrdinary: boolean;
  before: string;
  after: string;
  /** Where the quote stands in `after`; null where it does not any more. */
  truth: Span | null;
}

/** A number from 0 up to 1. */
type Random = () => number;

/** Around the quote, so that it can be followed through an edit. Private-use characters that no article has. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/** An article made of `sentences`, with a quote and an edit, all chosen by the seed. */
export function makeEditedArticle(sentences: readonly string[], seed: number): EditedArticle {
  const random = randomFrom(seed);
  const kinds = Object.keys(EDITS) as (keyof typeof EDITS)[];
  for (;;) {
    const kind = pick(kinds, random);
    const edited = tryEdit(sentences, kind, random);
    if (edited) return edited;
  }
}

/** Paragraphs of sentences; the quote is between its two marks, inside one paragraph. */
interface Draft {
  paragraphs: string[][];
  /** Where the sentence stands in which the quote begins. */
  paragraph: number;
  sentence: number;
  random: Random;
  /** Sentences that the article does not have. */
  spare: readonly string[];
}

function tryEdit(sentences: readonly string[], kind: keyof typeof EDITS, random: Random): EditedArticle | null {
  const { edit, isOrdinary, wantsSentence } = EDITS[kind];
  const all = shuffle(sentences, random);
  const count = 8 + Math.floor(random() * 30);
  const paragraphs: string[][] = [];
  for (const sentence of all.slice(0, count)) {
    const last = paragraphs.at(-1);
    if (last && random() < 0.6) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  const paragraph = Math.floor(random() * paragraphs.length);
  const chosen = paragraphs[paragraph] as string[];
  if (kind === 'letters decomposed')
    for (const [at, text] of chosen.entries()) chosen[at] = text.replace(/[aeo]/g, accent);
  const sentence = Math.floor(random() * chosen.length);
  const draft: Draft = { paragraphs, paragraph, sentence, random, spare: all.slice(count) };
  if (random() < 0.3) addTwins(draft);
  if (!markQuote(draft, wantsSentence)) return null;
  const before = write(draft.paragraphs);
  const place = spanOf(before);
  const plain = strip(before);
  if (!place || plain.slice(place.start, place.end).trim().length < 9) return null;
  const after = edit(draft);
  if (after === null || strip(after) === plain) return null;
  const [quote, position] = describeQuote(plain, place);
  return { kind, isOrdinary, before: plain, after: strip(after), quote, position, truth: spanOf(after) };
}

function accent(letter: string): string {
  return letter === 'a' ? 'ä' : letter === 'e' ? 'é' : 'ō';
}

/** Puts sentences beside and far from the quote's that read nearly like it. */
function addTwins(draft: Draft): void {
  const own = draft.paragraphs[draft.paragraph]?.[draft.sentence] as string;
  for (let count = 1 + Math.floor(draft.random() * 3); count > 0; count--) {
    const twin = lookAlike(own, draft.random);
    if (!twin) return;
    const at = Math.floor(draft.random() * draft.paragraphs.length);
    const target = draft.paragraphs[at] as string[];
    const index = Math.floor(draft.random() * (target.length + 1));
    target.splice(index, 0, twin);
    if (at === draft.paragraph && index <= draft.sentence) draft.sentence += 1;
  }
}

/** Marks a sentence, a part of one, several, or a whole paragraph as the quote. */
function markQuote({ paragraphs, paragraph, sentence, random }: Draft, wantsSentence: boolean): boolean {
  const chosen = paragraphs[paragraph] as string[];
  const own = chosen[sentence] as string;
  const dice = random();
  if (wantsSentence || dice < 0.5) {
    chosen[sentence] = OPEN + own + CLOSE;
  } else if (dice < 0.75) {
    const words = [...own.matchAll(/\S+/g)];
    if (words.length < 8) return false;
    const first = Math.floor(random() * (words.length - 5));
    const last = first + 4 + Math.floor(random() * (words.length - first - 4));
    const start = words[first]?.index ?? 0;
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
    chosen[sentence] = own.slice(0, start) + OPEN + own.slice(start, end) + CLOSE + own.slice(end);
  } else if (dice < 0.9) {
    const last = sentence + Math.floor(random() * (chosen.length - sentence));
    chosen[sentence] = OPEN + own;
    chosen[last] += CLOSE;
  } else {
    chosen[0] = OPEN + (chosen[0] ?? '');
    chosen[chosen.length - 1] += CLOSE;
  }
  return true;
}

interface Edit {
  isOrdinary: boolean;
  /** Whether the quote has to be one whole sentence. */
  wantsSentence: boolean;
  /** The article afterwards, the quote marked where it still stands; null where the edit can't be made. */
  edit(draft: Draft): string | null;
}

const ordinary = (edit: Edit['edit'], wantsSentence = false): Edit => ({ isOrdinary: true, wantsSentence, edit });
const hostile = (edit: Edit['edit'], wantsSentence = false): Edit => ({ isOrdinary: false, wantsSentence, edit });

const EDITS = {
  punctuation: ordinary((draft) => inQuote(draft, changePunctuation)),
  whitespace: ordinary((draft) =>
    write(draft.paragraphs).replace(/ /g, () => pick([' ', ' ', ' ', '  ', '\u00a0', ' \u00ad', '\n'], draft.random)),
  ),
  'soft hyphens': ordinary((draft) =>
    write(draft.paragraphs).replace(/([a-z]{4})([a-z]{3})/g, (_, a, b) =>
      draft.random() < 0.2 ? `${a}\u00ad${b}` : a + b,
    ),
  ),
  'typographic quotes': ordinary((draft) => swapQuotes(write(draft.paragraphs))),
  'letters decomposed': ordinary((draft) => write(draft.paragraphs).normalize('NFD')),
  'a slip corrected': ordinary((draft) => inQuote(draft, makeSlip)),
  'a word corrected': ordinary((draft) => inQuote(draft, replaceWord)),
  'paragraph moved': ordinary(({ paragraphs, paragraph, random }) => {
    const rest = paragraphs.toSpliced(paragraph, 1);
    return write(rest.toSpliced(Math.floor(random() * (rest.length + 1)), 0, paragraphs[paragraph] as string[]));
  }),
  'paragraphs added': ordinary(({ paragraphs, random, spare }) =>
    write(
      spare.slice(0, 4).reduce((all, text) => all.toSpliced(Math.floor(random() * all.length), 0, [text]), paragraphs),
    ),
  ),
  'other paragraphs cut': ordinary(({ paragraphs, paragraph, random }) =>
    write(paragraphs.filter((_, index) => index === paragraph || random() < 0.6)),
  ),
  'sentences swapped': ordinary((draft) => swapSentences(draft), true),
  deleted: hostile((draft) => write(withoutQuote(draft))),
  'deleted, a look-alike stays': hostile((draft) => {
    const twin = lookAlike(quoteSentence(draft), draft.random);
    return twin && write(away(draft, withoutQuote(draft), twin));
  }, true),
  'deleted, its neighbours stay together with a look-alike': hostile((draft) => {
    const twin = lookAlike(quoteSentence(draft), draft.random);
    if (!twin) return null;
    const all = withoutQuote(draft);
    if (all.length < draft.paragraph + 2) return null;
    return write(all.toSpliced(Math.min(all.length, draft.paragraph + 2), 0, [twin]));
  }, true),
  'a look-alike added': {
    ...ordinary((draft) => {
      const twin = lookAlike(quoteSentence(draft), draft.random);
      return twin && write(away(draft, draft.paragraphs, twin));
    }, true),
    isOrdinary: true,
  },
  'number changed': hostile((draft) => inQuote(draft, changeNumber, true)),
  'name changed': hostile((draft) => inQuote(draft, changeName, true)),
  'negation changed': hostile((draft) => inQuote(draft, changeNegation, true)),
} satisfies Record<string, Edit>;

function quoteSentence({ paragraphs, paragraph, sentence }: Draft): string {
  return strip(paragraphs[paragraph]?.[sentence] as string);
}

/** Every sentence that the quote touches is taken out. */
function withoutQuote({ paragraphs }: Draft): string[][] {
  let inside = false;
  return paragraphs
    .map((sentences) =>
      sentences.filter((text) => {
        const touched = inside || text.includes(OPEN);
        inside = touched && !text.includes(CLOSE);
        return !touched;
      }),
    )
    .filter(({ length }) => length > 0);
}

/** Adds a sentence somewhere, but not where the quote stood: there it would be a correction of it. */
function away({ paragraph, random }: Draft, paragraphs: readonly string[][], twin: string): string[][] {
  const at = Math.floor(random() * paragraphs.length);
  return Math.abs(at - paragraph) <= 1
    ? [...paragraphs, ['This is where it used to end.'], [twin]]
    : paragraphs.toSpliced(at, 0, ['Another part begins here.', twin]);
}

function swapSentences({ paragraphs, paragraph, sentence, random }: Draft): string | null {
  const [other, index] = [Math.floor(random() * paragraphs.length), 0];
  if (other === paragraph) return null;
  const changed = paragraphs.map((sentences) => [...sentences]);
  const [mine, theirs] = [changed[paragraph] as string[], changed[other] as string[]];
  [mine[sentence], theirs[index]] = [theirs[index] as string, mine[sentence] as string];
  return write(changed);
}

/** Edits the quote's own words; where the edit makes it another statement, the quote is no longer there. */
function inQuote({ paragraphs, random }: Draft, change: (text: string, random: Random) => string | null, ends = false) {
  const text = write(paragraphs);
  const { 0: whole, index } = text.match(/\ue000[^\ue001]*\ue001/) ?? { 0: '', index: 0 };
  const words = strip(whole);
  const changed = change(words, random);
  if (changed === null || changed === words) return null;
  const around = [text.slice(0, index), text.slice((index ?? 0) + whole.length)];
  return ends ? around.join(changed) : around.join(OPEN + changed + CLOSE);
}

function changePunctuation(text: string, random: Random): string | null {
  const spaces = [...text.matchAll(/\b /g)];
  if (spaces.length === 0) return null;
  const at = pick(spaces, random).index;
  const mark = pick([',', ';', ' –', ':'], random);
  return /[,;:–]/.test(text) && random() < 0.5
    ? text.replace(/ ?[,;:–]/, '')
    : `${text.slice(0, at)}${mark}${text.slice(at)}`;
}

/** Straight quotation marks for typographic ones, or the other way. */
function swapQuotes(text: string): string {
  if (/[‘’“”]/.test(text)) return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('–', '-');
  return text
    .replaceAll("'", '’')
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll('-', '‑');
}

const PLAIN_WORD = /(?<![\p{L}’'])[a-z]{4,}(?![\p{L}’'])/gu;
/** Small words that turn a sentence round: to change one is no correction. */
const TURNING =
  /^(?:never|none|neither|hardly|every|each|most|many|some|several|fewer|both|more|less|least|always|often|sometimes|usually|only|almost|nearly|over|under|above|below|down|before|after|rose|fell|rise|fall|better|worse|good|true|false|their|must|might|could|should|would|will|unless|except|they|them|against|with|without|once|twice|half|third|quarter|first|second|rarely|seldom|five|four|three|seven|eight|nine|eleven|twelve|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[bm]illions?|dozens?|double|nobody|nothing|cannot|scarcely|barely|increased?|decreased?)$/;

function plainWords(text: string) {
  return [...text.matchAll(PLAIN_WORD)].filter(({ 0: word }) => !TURNING.test(word));
}

function makeSlip(text: string, random: Random): string | null {
  const words = plainWords(text).filter(({ 0: { length } }) => length >= 6);
  if (words.length === 0) return null;
  const { 0: word, index } = pick(words, random);
  const at = 1 + Math.floor(random() * (word.length - 2));
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    `${word}s`,
    word.replace('ise', 'ize'),
  ];
  return text.slice(0, index) + pick(slips, random) + text.slice(index + word.length);
}

const WORDS =
  'workers clinicians meeting pressure system waiting quietly recently described explained treatment data manager'.split(
    ' ',
  );

function replaceWord(text: string, random: Random): string | null {
  const words = plainWords(text);
  if (words.length < 4) return null;
  const { 0: word, index } = pick(words, random);
  const other = pick(WORDS, random);
  // A letter more or less is a slip, and not another word.
  if (other.slice(0, 4) === word.slice(0, 4)) return null;
  return text.slice(0, index) + other + text.slice(index + word.length);
}

const PEOPLE = ['Jane Howell', 'Amir Khan', 'Siobhan Reid', 'Leeds', 'Harrow', 'Norfolk', 'Unison'];

/** A sentence that differs from another in who, how many, whether, or of what it speaks. */
function lookAlike(text: string, random: Random): string | null {
  const changed = pick([changeNumber, changeName, changeNegation, replaceWord, replaceWord], random)(text, random);
  return changed === text ? null : changed;
}

function changeNumber(text: string, random: Random): string | null {
  const numbers = [...text.matchAll(/\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half)\b/gi)];
  if (numbers.length === 0) return null;
  const { 0: number, index } = pick(numbers, random);
  const other = /\d/.test(number)
    ? String(Number(number) + 1 + Math.floor(random() * 9))
    : pick(['eleven', 'thirty', 'fifteen', 'a quarter'], random);
  return text.slice(0, index) + other + text.slice(index + number.length);
}

function changeName(text: string, random: Random): string | null {
  const names = [...text.matchAll(/(?<=[a-z,] )(?:[A-Z][a-z]{2,}|[A-Z]{3,})(?: [A-Z][a-z]+)?/g)];
  if (names.length === 0) return null;
  const { 0: name, index } = pick(names, random);
  const other = pick(PEOPLE, random);
  return other === name ? null : text.slice(0, index) + other + text.slice(index + name.length);
}

function changeNegation(text: string, random: Random): string | null {
  const negated = text.match(/ (?:not|never) /);
  if (negated && random() < 0.7) return text.replace(negated[0], ' ');
  const verb = [...text.matchAll(/\b(?:is|are|was|were|had|has|have|could|would|did|can|will)\b(?= (?!not|never)\w)/g)];
  if (verb.length === 0) return null;
  const { 0: word, index } = pick(verb, random);
  return `${text.slice(0, index + word.length)} ${pick(['not', 'never'], random)}${text.slice(index + word.length)}`;
}

function write(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
}

function strip(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '');
}

function spanOf(text: string): Span | null {
  const start = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE);
  return start < 0 || end < 0 ? null : { start, end: end - 1 };
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

function shuffle<T>(values: readonly T[], random: Random): T[] {
  const shuffled = [...values];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
  }
  return shuffled;
}
