/** Quantities as articles write them: "41 per cent", "four in ten", "two-thirds", "more than half", "650 workers". */
import type { Span } from './text';

/** A share or a count in a text. */
export interface Quantity {
  /** Its words, without the hedge. */
  span: Span;
  kind: 'share' | 'count';
  /** Per cent for a share, a number of things for a count. */
  value: number;
  /** How it is hedged: "about", "nearly half" and "more than half" say less than the value does. */
  hedge: 'exact' | 'about' | 'above' | 'below';
  /** The values that the wording may stand for: "four in ten" may be said of 41%, "more than half" of 57%. */
  low: number;
  high: number;
  /** What it counts, where the words that follow say so: "IAPT workers". */
  of: string | null;
}

type Measure = Pick<Quantity, 'kind' | 'value'> & { give: number; next: number };

interface Token extends Span {
  word: string;
}

const TOKEN = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|[^\s]/gu;
const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const TEENS = ['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const SMALL = [...UNITS, ...TEENS];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Record<string, number> = { hundred: 100, thousand: 1_000, million: 1_000_000, m: 1_000_000, k: 1_000 };
const FRACTIONS: Record<string, number> = { third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };
const MONTHS =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$/;

const HEDGES: [Quantity['hedge'], string[]][] = [
  ['above', ['more than', 'over', 'above', 'at least', 'upwards of', 'greater than']],
  ['below', ['under', 'below', 'less than', 'fewer than', 'up to', 'nearly', 'almost', 'not quite', 'close to']],
  ['about', ['about', 'around', 'roughly', 'some', 'approximately', 'circa', 'c', 'an estimated', 'or so']],
];
/** Words that end what is counted: "workers who answered", "staff had". */
const ENDS_OF = new Set(
  `the all our its their this these those who whom that which said say says told were was are is had have has did do
   in on at and or of for to by from with as when while if but than reported felt believed thought experienced suffered
   answered responded believe think feel report asked agreed admitted`.split(/\s+/),
);
const DETERMINERS = new Set(['the', 'all', 'our', 'its', 'their', 'these', 'those', 'every']);
const LONGEST_OF = 3;

/** The quantities of a text, in order. Sums of money, ordinals, dates and parts of names are not quantities. */
export function findQuantities(text: string): Quantity[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN))
    tokens.push({ word: word.toLowerCase(), start: index, end: index + word.length });
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const measure = readMeasure(text, tokens, at);
    const [first, last] = [tokens[at], measure && tokens[measure.next - 1]];
    if (!measure || !first || !last) {
      at++;
      continue;
    }
    const { kind, value, give, next } = measure;
    const hedge = hedgeBefore(tokens, at);
    const span = { start: first.start, end: last.end };
    found.push({ span, kind, value, hedge, ...range(value, give, hedge, kind), of: countedAt(text, tokens, next) });
    at = next;
  }
  return found;
}

/** What the wording may stand for. A hedge such as "nearly" is fair within ten points of a share, or a tenth of a count. */
function range(value: number, give: number, hedge: Quantity['hedge'], kind: Quantity['kind']) {
  const wide = Math.max(give, kind === 'share' ? 10 : value / 10);
  if (hedge === 'above') return { low: value, high: value + Math.max(wide, give * 10) };
  if (hedge === 'below') return { low: value - wide, high: value };
  const near = hedge === 'about' ? Math.max(give, kind === 'share' ? 3 : value / 10) : give;
  return { low: value - near, high: value + near };
}

/** The share or count whose words start at token `at`; `give`: how far in its own unit it may lie from a plain figure. */
function readMeasure(text: string, tokens: Token[], at: number): Measure | null {
  const word = tokens[at]?.word ?? '';
  const before = tokens[at - 1];
  const touches = before !== undefined && before.end === tokens[at]?.start && /[£$€\p{L}\p{N}.,/–-]/u.test(before.word);
  if (touches) return null;
  const half = readHalf(tokens, at) ?? readMost(tokens, at);
  if (half) return half;
  const number = readNumber(tokens, at);
  const isArticle = word === 'a' || word === 'an';
  if (!number && !isArticle) return null;
  const { value, next } = number ?? { value: 1, next: at + 1 };
  const fraction = readFraction(tokens, next, value);
  if (fraction) return fraction;
  if (!number) return null;
  const share = readShare(tokens, value, next);
  if (share) return share;
  const isWord = !/^\d/.test(word);
  // "One" and "two" are too often no counts, and a hyphen makes a name or an age of a number: PHQ-9, 34-year-old.
  const isName = /^[-–/]$/.test(tokens[next]?.word ?? '') && tokens[next]?.start === tokens[next - 1]?.end;
  if ((isWord && value < 20) || isName || isDate(text, tokens, at, next, value)) return null;
  return { kind: 'count', value, give: 0, next };
}

/** "41%", "41 per cent", "four in ten", "7 out of every 10". */
function readShare(tokens: Token[], value: number, next: number): Measure | null {
  const [one, two] = [tokens[next]?.word, tokens[next + 1]?.word];
  const percent = one === '%' || one === 'percent' || one === 'pc' ? 1 : one === 'per' && two === 'cent' ? 2 : 0;
  if (percent) return { kind: 'share', value, give: 0.5, next: next + percent };
  let from = one === 'in' ? next + 1 : one === 'out' && two === 'of' ? next + 2 : 0;
  if (!from) return null;
  if (tokens[from]?.word === 'every') from++;
  const whole = readNumber(tokens, from);
  // "Five in 2019" is no share; nobody counts in two-thousands.
  if (!whole || whole.value > 1_000 || value > whole.value || value === 0) return null;
  return { kind: 'share', value: (100 * value) / whole.value, give: 50 / whole.value, next: whole.next };
}

/** "two-thirds", "a quarter of", "three fifths". "A third survey" is none. */
function readFraction(tokens: Token[], next: number, many: number): Measure | null {
  const from = tokens[next]?.word === '-' ? next + 1 : next;
  const word = tokens[from]?.word ?? '';
  const parts = FRACTIONS[word] ?? FRACTIONS[word.replace(/s$/, '')];
  if (!parts || many >= parts) return null;
  const follows = tokens[from + 1]?.word;
  if (!word.endsWith('s') && follows !== undefined && /^\p{L}/u.test(follows) && !ENDS_OF.has(follows)) return null;
  return { kind: 'share', value: (100 * many) / parts, give: 3, next: from + 1 };
}

/** "half", "half of": not "half an hour", "half-day", "half a million". */
function readHalf(tokens: Token[], at: number): Measure | null {
  if (tokens[at]?.word !== 'half') return null;
  const follows = tokens[at + 1]?.word ?? '';
  if (/^(?:an?|-|way|term|time|hour|day|year|past)$/.test(follows) || tokens[at - 1]?.word === '-') return null;
  return { kind: 'share', value: 50, give: 3, next: at + 1 };
}

/** "most of", "the majority": more than half, and nobody knows how much more. */
function readMost(tokens: Token[], at: number): Measure | null {
  const [word, follows] = [tokens[at]?.word, tokens[at + 1]?.word];
  if (word !== 'majority' && !(word === 'most' && follows === 'of')) return null;
  return { kind: 'share', value: 75, give: 25, next: at + 1 };
}

/** "41", "1,500", "6.5", "forty-one", "six hundred and fifty", "1.2 million". */
function readNumber(tokens: Token[], at: number): { value: number; next: number } | null {
  const word = tokens[at]?.word ?? '';
  let value = /^\d/.test(word) ? Number(word.replace(/,(?=\d{3})/g, '')) : SMALL.indexOf(word);
  let next = at + 1;
  const tens = TENS.indexOf(word);
  if (tens >= 0) {
    value = 10 * tens + 20;
    const unit = tokens[next]?.word === '-' ? next + 1 : next;
    const ones = UNITS.indexOf(tokens[unit]?.word ?? '');
    if (ones > 0) [value, next] = [value + ones, unit + 1];
  }
  if (!(value >= 0)) return null;
  const scale = SCALES[tokens[next]?.word ?? ''];
  if (scale === undefined) return { value, next };
  const rest = tokens[next + 1]?.word === 'and' ? readNumber(tokens, next + 2) : null;
  return rest && rest.value < scale && !/^\d/.test(word)
    ? { value: value * scale + rest.value, next: rest.next }
    : { value: value * scale, next: next + 1 };
}

function isDate(text: string, tokens: Token[], at: number, next: number, value: number): boolean {
  const near = [tokens[at - 1], tokens[next]].map((token) => (token ? text.slice(token.start, token.end) : ''));
  const isYear = value >= 1_900 && value < 2_100 && !text.slice(tokens[at]?.start, tokens[at]?.end).includes(',');
  return (
    isYear || near.some((word) => MONTHS.test(word)) || /^(?:st|nd|rd|th|am|pm|p|per)$/.test(tokens[next]?.word ?? '')
  );
}

function hedgeBefore(tokens: Token[], at: number): Quantity['hedge'] {
  const [one, two] = [tokens[at - 1]?.word ?? '', tokens[at - 2]?.word ?? ''];
  for (const [hedge, words] of HEDGES) if (words.includes(one) || words.includes(`${two} ${one}`)) return hedge;
  return 'exact';
}

/** Up to three words from token `at` on that say what is counted. */
function countedAt(text: string, tokens: Token[], at: number): string | null {
  let from = tokens[at]?.word === 'of' ? at + 1 : at;
  while (DETERMINERS.has(tokens[from]?.word ?? '')) from++;
  // "Two-thirds of the 650 workers" counts workers.
  if (from > at) from = readNumber(tokens, from)?.next ?? from;
  let to = from;
  while (to < from + LONGEST_OF && /^\p{L}/u.test(tokens[to]?.word ?? '') && !ENDS_OF.has(tokens[to]?.word ?? '')) to++;
  return to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : null;
}
