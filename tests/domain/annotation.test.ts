/** What is called a quote is parsed at the door, and refused with the reason. */
import { describe, expect, it } from 'vitest';
import { type AnnotationDraft, isSameQuote, parseAnnotation, parseDraft } from '../../lib/domain/annotation';

const DRAFT: AnnotationDraft = {
  quote: { type: 'TextQuoteSelector', exact: 'asked to change the scores', prefix: 'had been ', suffix: ', they' },
  position: { type: 'TextPositionSelector', start: 9, end: 35 },
  source: {
    url: 'https://www.theguardian.com/a',
    canonicalUrl: null,
    title: 'A title',
    outlet: 'The Guardian',
    authors: ['Ada Moss'],
    published: '2024-03-01',
    modified: null,
    language: 'en',
  },
  statistics: ['manipulation'],
};

describe('a quote', () => {
  it('is accepted as it is', () => {
    expect(parseDraft(DRAFT)).toEqual(DRAFT);
  });

  it.each<[string, (draft: AnnotationDraft) => unknown, RegExp]>([
    ['nothing', () => null, /quote was not accepted/],
    [
      'no words',
      (d) => ({ ...d, quote: { ...d.quote, exact: '  ' } }),
      /quote\.exact: A quote has at least one character/,
    ],
    [
      'more words than anyone quotes',
      (d) => ({ ...d, quote: { ...d.quote, exact: 'x'.repeat(20_001) } }),
      /at most 20,000/,
    ],
    ['a null selector', (d) => ({ ...d, quote: null }), /quote/],
    [
      'a place that ends before it starts',
      (d) => ({ ...d, position: { type: 'TextPositionSelector', start: 9, end: 2 } }),
      /position/,
    ],
    [
      'a negative place',
      (d) => ({ ...d, position: { type: 'TextPositionSelector', start: -1, end: 2 } }),
      /position\.start/,
    ],
    ['a script for an address', (d) => ({ ...d, source: { ...d.source, url: 'javascript:alert(1)' } }), /source\.url/],
    ['an id that is none', (d) => ({ ...d, statistics: ['../x'] }), /statistics\.0/],
  ])('with %s is refused, and the reason names the place', (_, change, reason) => {
    expect(() => parseDraft(change(DRAFT))).toThrow(reason);
  });

  it('that is kept has an id and the instant when it was saved', () => {
    const kept = { ...DRAFT, id: '3b241101-e2bb-4255-8caf-4136c566a962', created: '2026-11-23T09:00:00.000Z' };
    expect(parseAnnotation(kept)).toEqual(kept);
    expect(() => parseAnnotation({ ...kept, id: '1' })).toThrow(/id/);
    expect(() => parseAnnotation({ ...kept, created: 'yesterday' })).toThrow(/created/);
  });

  it('is the same quote only with the same words in the same place of the same page', () => {
    expect(isSameQuote(DRAFT, structuredClone(DRAFT))).toBe(true);
    expect(isSameQuote(DRAFT, { ...DRAFT, statistics: [] })).toBe(true);
    expect(isSameQuote(DRAFT, { ...DRAFT, source: { ...DRAFT.source, url: 'https://www.theguardian.com/b' } })).toBe(
      false,
    );
    expect(isSameQuote(DRAFT, { ...DRAFT, quote: { ...DRAFT.quote, prefix: 'never been ' } })).toBe(false);
  });
});
