/** Text fragments that lead to one place only (https://wicg.github.io/scroll-to-text-fragment/). */
import { foldText } from './fold-text';
import { encodeDirective, fragmentTerms, type TextQuoteSelector } from './selector';
import { isInsideWord } from './word-index';

/** Words of context before and after, tried in this order until the page has the whole only once. */
const CONTEXTS: [before: number, after: number][] = [
  [0, 0],
  [0, 3],
  [3, 0],
  [3, 3],
  [6, 6],
  [12, 12],
];

/**
 * The text directive (`text=…`) that finds a quote in a page's whole text and nothing else there: its words alone where
 * they stand once, else with as much context as it takes. Empty where no context tells it from its like, null where the
 * page's text doesn't have it.
 */
export function findTextDirective(pageText: string, { exact, prefix, suffix }: TextQuoteSelector): string | null {
  const page = plain(pageText);
  const whole = plain(exact);
  if (placesOf(page, whole, 1).length === 0) return null;
  const [start, end] = fragmentTerms(exact);
  const [before, after] = [nearestBlock(prefix, 'end'), nearestBlock(suffix, 'start')];
  const [gapBefore, gapAfter] = [/\s$/.test(prefix) ? ' ' : '', /^\s/.test(suffix) ? ' ' : ''];
  for (const [wantedBefore, wantedAfter] of CONTEXTS) {
    const left = wantedBefore > 0 ? before.slice(-wantedBefore).join(' ') : '';
    const right = after.slice(0, wantedAfter).join(' ');
    const terms: Terms = [
      left && plain(left) + gapBefore,
      plain(start),
      end && plain(end),
      right && gapAfter + plain(right),
    ];
    if (!leadsToOne(page, whole, terms)) continue;
    const context = [left && `${encodeDirective(left)}-,`, right && `,-${encodeDirective(right)}`];
    return `text=${context[0]}${encodeDirective(start)}${end ? `,${encodeDirective(end)}` : ''}${context[1]}`;
  }
  return '';
}

/** As a browser searches: without case and accents, white space as one space. */
function plain(text: string): string {
  return foldText(text.normalize('NFD').replace(/\p{M}/gu, '')).text.toLowerCase();
}

type Terms = [left: string, start: string, end: string | null, right: string];

/** Whether a browser that takes the first match of a directive's terms could take no other passage. */
function leadsToOne(page: string, whole: string, [left, start, end, right]: Terms): boolean {
  if (end === null) return placesOf(page, left + start + right, 2).length === 1;
  const [first, ...more] = placesOf(page, left + start, 2);
  if (first === undefined || more.length > 0) return false;
  const from = first + left.length;
  const [stop] = placesOf(page.slice(from), end + right, 1);
  return stop === whole.length - end.length;
}

/** Where words stand whole, up to `most` places. */
function placesOf(page: string, words: string, most: number): number[] {
  const sought = words.trim();
  const places: number[] = [];
  for (let at = page.indexOf(sought); at >= 0 && places.length < most; at = page.indexOf(sought, at + 1)) {
    if (!isInsideWord(page, at) && !isInsideWord(page, at + sought.length)) places.push(at);
  }
  return places;
}

/** The words of the context's block that is next to the quote: a term of a directive may not cross blocks. */
function nearestBlock(context: string, side: 'start' | 'end'): string[] {
  const blocks = context.split(/\n/).filter((block) => block.trim() !== '');
  const block = side === 'end' ? blocks.at(-1) : blocks[0];
  if (!block) return [];
  const words = block.trim().split(/\s+/);
  // The far end of a context may be a part of a word.
  if (blocks.length > 1) return words;
  return side === 'end' ? words.slice(1) : words.slice(0, -1);
}
