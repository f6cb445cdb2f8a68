/** Finds pasted words in an article's text, though a clipboard, a screen reader or a word processor has changed their form. */
import type { Span } from './text';

/** What is left out before texts are compared: white space, and characters that take up no room. */
const LEFT_OUT = /[\s\u00ad\u200b\ufeff]/;
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
};

/** The one place of `text` where the words stand; null where they don't, or stand more than once. */
export function findPasted(text: string, pasted: string): Span | null {
  const page = squeeze(text);
  const { letters } = squeeze(pasted);
  const at = letters === '' ? -1 : page.letters.indexOf(letters);
  if (at < 0 || page.letters.includes(letters, at + 1)) return null;
  const last = page.offsets[at + letters.length - 1] ?? 0;
  return { start: page.offsets[at] ?? 0, end: last + 1 };
}

/** The characters that count, with their offsets in UTF-16 code units. */
function squeeze(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = '';
  for (let offset = 0; offset < text.length; offset++) {
    const letter = text.charAt(offset);
    if (LEFT_OUT.test(letter)) continue;
    offsets.push(offset);
    letters += PLAIN[letter] ?? letter;
  }
  return { letters, offsets };
}
