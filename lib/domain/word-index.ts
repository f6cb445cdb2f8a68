/** The words of a folded text: where each stands, and where each word occurs. */

export interface WordIndex {
  /** Where the nth word starts and ends in the text, in UTF-16 code units. */
  starts: Int32Array;
  ends: Int32Array;
  /** Words as they are counted as one: lower case, thousands without a comma. */
  keys: string[];
  /** The numbers of the words with a key, in order; empty where it doesn't occur. */
  occurrences(key: string): readonly number[];
  /** Whether a word stands somewhere without a capital. */
  isWrittenSmall(key: string): boolean;
}

/** Characters read between two pauses. */
const CHUNK = 30_000;

const LETTER = 1;
const DIGIT = 2;
/** Scripts written without spaces: each character is a word. */
const SIGN = 3;

const NOT_YET_KNOWN = 255;

/** Kinds of the first characters, which are nearly all of them in most texts; each is told when it is first met. */
const KINDS = new Uint8Array(0x250).fill(NOT_YET_KNOWN);

/** The words of a short text. */
export function readAllWords(text: string): WordIndex {
  const reading = indexWords(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Reads a folded text's words. Yields between slices of bounded work. */
export function* indexWords(text: string): Generator<void, WordIndex> {
  const starts: number[] = [];
  const ends: number[] = [];
  const keys: string[] = [];
  const places = new Map<string, number[]>();
  const small = new Set<string>();
  let pause = CHUNK;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === 0) {
      at++;
      continue;
    }
    const end = endOfWord(text, at, kind);
    const word = text.slice(at, end);
    const key = keyOf(word, kind);
    const list = places.get(key);
    if (list) list.push(keys.length);
    else places.set(key, [keys.length]);
    if (word === key) small.add(key);
    starts.push(at);
    ends.push(end);
    keys.push(key);
    at = end;
    if (at > pause) {
      pause = at + CHUNK;
      yield;
    }
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    keys,
    occurrences: (key) => places.get(key) ?? [],
    isWrittenSmall: (key) => small.has(key),
  };
}

/** Index of the first word that ends after a place. */
export function wordAt({ ends }: WordIndex, place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word runs on across a place of the text. */
export function isInsideWord(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return false;
  const [before, after] = [kindAt(text, place - 1), kindAt(text, place)];
  return before !== 0 && after !== 0 && before !== SIGN && after !== SIGN;
}

function endOfWord(text: string, start: number, first: number): number {
  if (first === SIGN) return start + (isHighSurrogate(text, start) ? 2 : 1);
  let at = start + 1;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === SIGN) break;
    if (kind !== 0) continue;
    // Inside a word: the apostrophe of "don't", the point or comma of "7.5" and "1,000".
    const mark = text.charAt(at);
    const [before, after] = [kindAt(text, at - 1), at + 1 < text.length ? kindAt(text, at + 1) : 0];
    const joins =
      (mark === "'" && before === LETTER && after === LETTER) ||
      ((mark === '.' || mark === ',') && before === DIGIT && after === DIGIT);
    if (!joins) break;
  }
  return at;
}

function keyOf(word: string, kind: number): string {
  return kind === DIGIT ? word.replaceAll(',', '').toLowerCase() : word.toLowerCase();
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = KINDS[code];
  if (known !== undefined && known !== NOT_YET_KNOWN) return known;
  const kind = kindByPattern(text.charAt(at));
  if (known !== undefined) KINDS[code] = kind;
  return kind;
}

function kindByPattern(character: string): number {
  if (/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(character)) return SIGN;
  if (/\p{N}/u.test(character)) return DIGIT;
  // Half of a pair: letters beyond the first plane, and pictures, count as parts of words.
  return /[\p{L}\p{M}\ud800-\udfff]/u.test(character) ? LETTER : 0;
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}
