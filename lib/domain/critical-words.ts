/** Words on which a sentence's truth turns: two sentences that differ in one of them are not the same sentence. */

/** Numbers in words, by the digits they stand for, so that "two" agrees with "2". */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
    ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16',
    seventeen: '17', eighteen: '18', nineteen: '19', twenty: '20', thirty: '30', forty: '40', fifty: '50',
    sixty: '60', seventy: '70', eighty: '80', ninety: '90', hundred: '100', hundreds: '100s', thousand: '1000',
    thousands: '1000s', million: '1000000', millions: '1000000s', billion: '1000000000', dozen: '12', dozens: '12s',
    once: '1x', twice: '2x', double: '2x', doubled: '2x', triple: '3x', half: '1/2', halves: '1/2', third: '3rd',
    thirds: '3rd', quarter: '1/4', quarters: '1/4', fifth: '5th', first: '1st', second: '2nd', tenth: '10th',
  }),
); // biome-ignore format: a table reads better in lines

const NEGATIONS = new Set(
  'not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely seldom'.split(' '),
);

/** Words that say how much, how often, which way, or who: the small ones that turn a sentence round. */
const TURNING = new Set(
  (
    'all every each most many some several few fewer any both more less least always often sometimes usually only ' +
    'almost nearly over under above below up down before after rose fell rise fall increase increased decrease ' +
    'decreased better worse good bad true false he she his her him i we they my our their must may might could ' +
    'should would will can if unless except against for with'
  ).split(' '),
);

/** Prefixes that turn a word into its contrary. */
const CONTRARY = /^(?:un|in|im|il|ir|dis|non|mis|de|anti)/;

/** A word as it stands in a text: its key, and whether it is written with a capital. */
export interface Word {
  key: string;
  /** Capitalised, and not only because a sentence starts with it. */
  isName: boolean;
}

/**
 * What a word must agree in, or null where it may change: numbers by value, negations as one, names and turning words
 * as themselves.
 */
export function criticalValue({ key, isName }: Word): string | null {
  const number = NUMBERS.get(key);
  if (number) return number;
  if (/\p{N}/u.test(key)) return key;
  if (NEGATIONS.has(key)) return key === 'cannot' || key === 'no' ? 'not' : key;
  if (key.endsWith("n't")) return 'not';
  if (TURNING.has(key)) return key;
  return isName ? key.replace(/'s$/, '') : null;
}

/** Whether one word is the other's contrary by its prefix: "able" and "unable". */
export function areContrary(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const bare = long.replace(CONTRARY, '');
  return bare !== long && (bare === short || bare === short.replace(CONTRARY, ''));
}
