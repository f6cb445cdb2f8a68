/** Quotes are described so that they can be found, and linked so that the browser finds them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuote, linkToQuote } from '../../lib/domain/selector';

const TEXT = 'Staff were tired.\n\nThey had been asked to change the scores, they said, and more than once.';

describe('describeQuote', () => {
  it('keeps the exact words, their place, the rest of the sentence and up to 32 characters more', () => {
    const start = TEXT.indexOf('asked');
    const [quote, position] = describeQuote(TEXT, { start, end: start + 'asked to change the scores'.length });
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: 'asked to change the scores',
      prefix: 'Staff were tired.\n\nThey had been ',
      suffix: ', they said, and more than once.',
    });
    expect(TEXT.slice(position.start, position.end)).toBe(quote.exact);
  });

  it('refuses a passage without a character', () => {
    expect(() => describeQuote('a   b', { start: 1, end: 4 })).toThrow(RangeError);
  });

  it('gives back the trimmed passage, whatever the text and the span', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const passage = text.slice(start, end).trim();
        fc.pre(passage !== '');
        const [quote, position] = describeQuote(text, { start, end });
        expect(quote.exact).toBe(passage);
        expect(text.slice(position.start, position.end)).toBe(passage);
        expect(text.includes(quote.prefix + quote.exact + quote.suffix)).toBe(true);
      }),
    );
  });
});

describe('linkToQuote', () => {
  const link = (exact: string, prefix = '', suffix = '', url = 'https://news.example/a?b=1') =>
    linkToQuote(url, { type: 'TextQuoteSelector', exact, prefix, suffix });

  it('opens the page at the quote, with whole words of context from the same block', () => {
    expect(link('asked to change', 'aff tired.\n\nThey had been ', ' the scores.\n\nNext')).toBe(
      'https://news.example/a?b=1#:~:text=They%20had%20been-,asked%20to%20change,-the%20scores.',
    );
  });

  it('leaves out a word of context that was cut in two', () => {
    const prefix = 'xperience of more than ten years';
    expect(prefix).toHaveLength(32);
    expect(link('here', `${prefix.slice(0, 31)} `)).toContain('text=than%20ten%20year-,here');
    expect(link('here', 'n of more')).toContain('text=n%20of%20more-,here');
  });

  it('keeps the fragment that the address has', () => {
    expect(link('words', '', '', 'https://news.example/a#top')).toBe('https://news.example/a#top:~:text=words');
  });

  it('encodes what a text directive gives a meaning to', () => {
    expect(link('low-intensity, & more')).toBe('https://news.example/a?b=1#:~:text=low%2Dintensity%2C%20%26%20more');
  });

  it('leads to words with half of a character in them, as an import may bring, instead of failing', () => {
    expect(link('half \ud83d of it')).toBe('https://news.example/a?b=1#:~:text=half%20%EF%BF%BD%20of%20it');
  });

  it('gives a long quote, or one over several blocks, by its first and last words', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`).join(' ');
    expect(link(words)).toBe('https://news.example/a?b=1#:~:text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59');
    expect(link('one two three four five six\n\nseven eight nine ten eleven twelve')).toContain(
      'text=one%20two%20three%20four%20five,',
    );
  });
});
