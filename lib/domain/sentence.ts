/** Sentences of an article, found without Intl.Segmenter, whose first use alone costs more than matching a page. */
import type { Span } from './text';

/** Between two sentences: a full stop, question or exclamation mark, closing quotes or brackets, then space; or the end of a block. */
const BREAK = /[.!?…]["'”’)\]]{0,3}\s+|\n\s*\n\s*/g;
const BLOCK_END = /\n\s*\n/;

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  `Dr Drs Mr Mrs Ms Mx Prof Profs Rev Revd Sir St Hon Rt Lt Col Gen Sgt Capt Jr Sr Co Ltd Inc Corp Gov No Nos Vol vol vols p pp
para fig Fig figs ch ed eds al v vs cf viz approx est incl esp e.g i.e eg ie c ca Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
Dec Ph.D M.P`.split(/\s+/),
);
const LONGEST_ABBREVIATION = 9;
/** `J` or `U.S`, as initials stand before their last full stop. */
const INITIALS = /^(?:[A-Z]\.)*[A-Z]$/;
const BEFORE_WORD = ' \t\n\r\u00a0\u2009\u202f("\'“‘[';

/** What may open a sentence: not a lower-case letter, so `Yahoo! said` and `“Why?” she asked` stay whole. */
const OPENING = /["'“‘([\s•·–—*-]{0,5}[^\p{Ll}]/uy;

/**
 * Yields the span of each sentence of `text`, in order, without the white space around it.
 * Blocks are separated by a blank line; a block's end always ends a sentence.
 */
export function* findSentences(text: string): Generator<Span> {
  let start = 0;
  for (const found of text.matchAll(BREAK)) {
    const { 0: mark, index } = found;
    const next = index + mark.length;
    if (BLOCK_END.test(mark) || endsSentence(text, mark, index, next)) {
      const span = trim(text, start, next);
      if (span) yield span;
      start = next;
    }
  }
  const span = trim(text, start, text.length);
  if (span) yield span;
}

function endsSentence(text: string, mark: string, index: number, next: number): boolean {
  OPENING.lastIndex = next;
  if (!OPENING.test(text)) return false;
  // An ellipsis or a lone mark such as "?!" is an end; a single full stop may belong to an abbreviation.
  return mark[0] !== '.' || mark[1] === '.' || !isAbbreviation(text, index);
}

/** Whether the word before a full stop at `end` is an abbreviation, or initials. */
function isAbbreviation(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && !BEFORE_WORD.includes(text.charAt(start - 1))) {
    start--;
    if (end - start > LONGEST_ABBREVIATION) return false;
  }
  const word = text.slice(start, end);
  return ABBREVIATIONS.has(word) || INITIALS.test(word);
}

function trim(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return to > from ? { start: from, end: to } : null;
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
