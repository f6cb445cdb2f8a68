/** A quote made ready to be sought in a folded text. */
import { type FoldedText, foldText } from './fold-text';
import { type QuoteContext, readContext } from './quote-context';
import type { TextPositionSelector, TextQuoteSelector } from './selector';
import { readAllWords, type WordIndex } from './word-index';

/** What a quote is found by: its words, the text around them, and where they stood. */
export interface QuoteSelectors {
  quote: TextQuoteSelector;
  position: TextPositionSelector | null;
}

/** All of it folded. */
export interface SoughtQuote {
  text: string;
  words: WordIndex;
  /** The text on each side as it was saved, folded. */
  prefix: string;
  suffix: string;
  context: QuoteContext;
  /** Where it would stand in the text that is searched, had nothing before it changed. */
  place: number | null;
}

/** Words of fewer letters and less number are found in any sentence: their context must agree as well. */
const TELLING_LENGTH = 25;
const TELLING_WORDS = 5;

/** Makes a quote ready to be sought in `folded`. */
export function readSought({ quote, position }: QuoteSelectors, folded: FoldedText): SoughtQuote {
  const text = foldText(quote.exact).text.trim();
  return {
    text,
    words: readAllWords(text),
    prefix: foldText(quote.prefix).text,
    suffix: foldText(quote.suffix).text,
    context: readContext(quote),
    place: position && folded.toFolded(position.start),
  };
}

/** Whether a quote, with the rest of its sentence, is long enough to be known by its words alone. */
export function isTelling({ text, words, context: { before, after } }: SoughtQuote): boolean {
  const rest = before.near.length + after.near.length;
  return (text.length >= TELLING_LENGTH && words.keys.length >= TELLING_WORDS) || rest >= TELLING_LENGTH;
}
