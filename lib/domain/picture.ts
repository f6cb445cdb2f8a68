/** What a picture of a quote or a figure says: its source or its disclosure is part of it. */
import type { Annotation } from './annotation';
import { dayInWords } from './day';
import { speakerInWords } from './quote-words';
import { describeFigure, disclose, type Statistic } from './statistic';

export interface Picture {
  /** A figure's number, which stands large; null on a quote's picture. */
  number: string | null;
  /** The words that the picture is for. */
  words: string;
  /** Who said it, where and when, or who was asked: never left out. */
  foot: string;
  /** All of it, for those who don't see the picture. */
  alt: string;
  fileName: string;
}

/** Longer quotes become too small to read in a picture. In characters. */
export const LONGEST_FOR_PICTURE = 420;

/** Throws Error where the quote is too long to be read in a picture. */
export function pictureQuote(annotation: Annotation): Picture {
  const { quote, source } = annotation;
  const words = `“${quote.exact
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[“"]|[”"]$/g, '')}”`;
  if (words.length > LONGEST_FOR_PICTURE) {
    throw new Error(`A picture holds up to ${LONGEST_FOR_PICTURE} characters, and this quote has ${words.length}.`);
  }
  const day = source.published?.match(/^\d{4}-\d\d-\d\d/)?.[0];
  const where = [
    source.title && `“${source.title}”`,
    source.authors.join(', '),
    source.outlet,
    day && dayInWords(day),
  ].filter(Boolean);
  const speaker = speakerInWords(annotation);
  const foot = `${speaker ? `${speaker}. ` : ''}${where.join(', ') || source.url}. Seen ${dayInWords(source.seenAt)}.`;
  return { number: null, words, foot, alt: `Quote: ${words} ${foot}`, fileName: 'iapt-quote' };
}

/** Throws Error for an open question, which has no figure. */
export function pictureFigure(statistic: Statistic): Picture {
  const { headline } = statistic;
  if (!headline) throw new Error('An open question has no figure to picture.');
  const words = describeFigure(statistic);
  const foot = disclose(statistic);
  return { number: `${headline.percent}%`, words, foot, alt: `${words} ${foot}`, fileName: `iapt-${statistic.id}` };
}
