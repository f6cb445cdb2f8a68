/** W3C Web Annotation selectors: how a quote is described so that it can be found again. */
import type { Span } from './text';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector; offsets in UTF-16 code units of the article's text. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

/** Characters of context kept on each side, as Hypothesis keeps them. */
const CONTEXT_LENGTH = 32;

/** The most that is kept where the quote is part of a long sentence. */
const MOST_CONTEXT = 200;

const SENTENCE_END = /[.!?…]["'”’)\]]{0,4}\s|\n/g;

/** Describes the passage at `span` of `text`; white space around it is left out. Throws RangeError where nothing is left. */
export function describeQuote(text: string, span: Span): [TextQuoteSelector, TextPositionSelector] {
  const selected = text.slice(span.start, span.end);
  const start = span.start + (selected.length - selected.trimStart().length);
  const end = start + selected.trim().length;
  if (start < 0 || end > text.length || start >= end) throw new RangeError('A quote needs at least one character.');
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: prefixOf(text.slice(Math.max(0, start - MOST_CONTEXT), start)),
      suffix: suffixOf(text.slice(end, end + MOST_CONTEXT), text.slice(start, end)),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** The rest of the quote's sentence and a piece of the one before: together they tell it from a twin elsewhere. */
function prefixOf(before: string): string {
  return before.slice(Math.max(0, lastSentenceStart(before) - CONTEXT_LENGTH));
}

function suffixOf(after: string, exact: string): string {
  return after.slice(0, restOfSentence(exact, after) + CONTEXT_LENGTH);
}

/** Where the last sentence of a text starts: what stands before a quote from there on belongs to its own sentence. */
export function lastSentenceStart(before: string): number {
  const end = [...before.matchAll(SENTENCE_END)].at(-1);
  return end ? end.index + end[0].length : 0;
}

/** How much of what follows a quote belongs to its sentence: nothing where it ends with it, all where no sentence ends. */
export function restOfSentence(exact: string, after: string): number {
  if (endsSentence(exact)) return 0;
  const end = after.matchAll(SENTENCE_END).next().value;
  return end ? end.index + end[0].length : after.length;
}

/** Whether a text ends with its sentence. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]{0,4}$/.test(text.trimEnd());
}

/** Longest quote that a text fragment repeats whole; a longer one is given by its first and last words. */
const FRAGMENT_LENGTH = 150;
const FRAGMENT_WORDS = 5;

/**
 * The address of a page, opened at a quote by a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * `directive` is the one that was tested on the page, empty where none leads there for sure; without it the quote's
 * context stands in. A fragment that the address already has is kept before the directive.
 */
export function linkToQuote(url: string, { exact, prefix, suffix }: TextQuoteSelector, directive?: string): string {
  const [base = '', fragment = ''] = url.split(/#(.*)/s);
  const keep = fragment.split(':~:')[0];
  if (directive === '') return keep ? `${base}#${keep}` : base;
  if (directive) return `${base}#${keep}:~:${directive}`;
  const [start, end] = fragmentTerms(exact);
  const target = `${encodeDirective(start)}${end ? `,${encodeDirective(end)}` : ''}`;
  const before = nearestWords(prefix, 'end');
  const after = nearestWords(suffix, 'start');
  return `${base}#${keep}:~:text=${before ? `${encodeDirective(before)}-,` : ''}${target}${after ? `,-${encodeDirective(after)}` : ''}`;
}

/** The words that a fragment gives a quote by: all of them, or the first and the last of a long one. */
export function fragmentTerms(exact: string): [start: string, end: string | null] {
  const words = exact.trim().split(/\s+/);
  if (exact.length <= FRAGMENT_LENGTH && !exact.includes('\n')) return [words.join(' '), null];
  return [words.slice(0, FRAGMENT_WORDS).join(' '), words.slice(-FRAGMENT_WORDS).join(' ')];
}

/** The whole words of context that touch the quote and stand in its own block: a fragment may not cross blocks blindly. */
function nearestWords(context: string, side: 'start' | 'end'): string {
  const block = side === 'end' ? (context.split('\n').at(-1) ?? '') : (context.split('\n')[0] ?? '');
  const words = block.trim().split(/\s+/).filter(Boolean);
  const cut = block.length === context.length && context.length >= CONTEXT_LENGTH;
  const whole = side === 'end' ? words.slice(cut ? 1 : 0) : words.slice(0, cut ? -1 : undefined);
  return (side === 'end' ? whole.slice(-3) : whole.slice(0, 3)).join(' ');
}

/** Percent-encodes what a text directive gives a meaning to, the hyphen included; half of a surrogate pair becomes U+FFFD. */
export function encodeDirective(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
