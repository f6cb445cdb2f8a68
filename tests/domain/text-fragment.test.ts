/** A link leads to its quote and nowhere else. */
import { describe, expect, it } from 'vitest';
import { describeQuote, linkToQuote } from '../../lib/domain/selector';
import { findTextDirective } from '../../lib/domain/text-fragment';

const SENTENCE = 'They were asked to change the scores.';
const PAGE = `A headline.\n\nStaff were tired. ${SENTENCE} Nobody replied.\n\nYears later, in Leeds: ${SENTENCE} The trust replied at once.`;

function directive(words: string, nth = 0, page = PAGE): string | null {
  let start = page.indexOf(words);
  for (let count = 0; count < nth; count++) start = page.indexOf(words, start + 1);
  const [quote] = describeQuote(page, { start, end: start + words.length });
  return findTextDirective(page, quote);
}

describe('findTextDirective', () => {
  it('gives words that stand once without any context', () => {
    expect(directive('Nobody replied.')).toBe('text=Nobody%20replied.');
  });

  it('adds the words after or before, and no more than tell the copies apart', () => {
    expect(directive(SENTENCE)).toBe('text=They%20were%20asked%20to%20change%20the%20scores.,-Nobody%20replied.');
    expect(directive(SENTENCE, 1)).toBe(
      'text=They%20were%20asked%20to%20change%20the%20scores.,-The%20trust%20replied',
    );
    const page = `One ${SENTENCE} End.\n\nTwo ${SENTENCE} End.`;
    expect(directive(SENTENCE, 1, page)).toMatch(/^text=Two-,They/);
  });

  it('takes whole words only for copies, and copies in any case', () => {
    expect(directive('tired', 0, 'They are tired and grew untired.')).toBe('text=tired');
    expect(directive('tired', 0, 'They are tired. So TIRED of it.')).toMatch(/^text=.+tired|tired,-/);
  });

  it('gives a long quote by its ends, and only where they lead to its own', () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    expect(directive(long, 0, `Before. ${long} After.`)).toBe(
      'text=word0%20word1%20word2%20word3%20word4,word55%20word56%20word57%20word58%20word59',
    );
  });

  it('is empty where no context tells the copies apart: then the link opens the page and promises nothing', () => {
    const page = 'Same again. '.repeat(40);
    expect(directive('Same again.', 20, page)).toBe('');
    const quote = { type: 'TextQuoteSelector', exact: 'Same again.', prefix: '', suffix: '' } as const;
    expect(linkToQuote('https://news.example/a', quote, '')).toBe('https://news.example/a');
    expect(linkToQuote('https://news.example/a#top', quote, '')).toBe('https://news.example/a#top');
  });

  it('is null where the page does not have the words', () => {
    expect(
      findTextDirective('Other words.', { type: 'TextQuoteSelector', exact: 'None', prefix: '', suffix: '' }),
    ).toBe(null);
  });
});

describe('linkToQuote', () => {
  it('uses the directive that was tested', () => {
    const quote = { type: 'TextQuoteSelector', exact: 'a', prefix: 'b ', suffix: ' c' } as const;
    expect(linkToQuote('https://news.example/a#top', quote, 'text=a,-c')).toBe(
      'https://news.example/a#top:~:text=a,-c',
    );
  });
});
