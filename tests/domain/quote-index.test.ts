/** The library's index finds by words and filters, in the order asked for, and forgets what was deleted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/domain/annotation';
import { NO_FILTER, type QuoteFilter, QuoteIndex, type Sort } from '../../lib/domain/quote-index';
import { makeQuote } from '../make-quote';

const id = (n: number) => `0d9f3f0a-5c35-4d8e-9b54-${String(n).padStart(12, '0')}`;
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`;

const QUOTES = [
  makeQuote({
    id: id(1),
    created: at(1),
    exact: 'Therapists’ targets',
    tags: ['work'],
    statistics: ['burnout'],
    source: { outlet: 'Pulse', published: '2021-05-01' },
  }),
  makeQuote({
    id: id(2),
    created: at(2),
    exact: 'Nobody asked',
    note: 'Ring the café',
    statistics: [],
    followUp: [{ at: at(3), state: 'to-write' }],
    source: { outlet: 'BBC News', published: null },
  }),
  makeQuote({
    id: id(3),
    created: at(3),
    exact: 'Scores went up',
    anchors: [{ at: at(4), outcome: 'gone' }],
    statistics: ['manipulation'],
    source: { outlet: 'Pulse', published: '2019-11-13' },
  }),
];

function indexOf(quotes: Annotation[]): QuoteIndex {
  const index = new QuoteIndex();
  index.set(quotes);
  return index;
}

const find = (change: Partial<QuoteFilter>, sort: Sort = 'newest', index = indexOf(QUOTES)) =>
  index.find({ ...NO_FILTER, ...change }, sort).map((found) => Number(found.slice(-2)));

describe('a filter', () => {
  it.each<[string, Partial<QuoteFilter>, number[]]>([
    ['nothing', {}, [3, 2, 1]],
    ['words of the text', { query: 'TARGETS' }, [1]],
    ['straight quotation marks', { query: "therapists'" }, [1]],
    ['words of the note, without the accent', { query: 'cafe' }, [2]],
    ['words of the outlet and the text', { query: 'pulse scores' }, [3]],
    ['words of a tag', { query: 'work' }, [1]],
    ['a figure', { statistic: 'burnout' }, [1]],
    ['no figure', { statistic: 'none' }, [2]],
    ['an outlet', { outlet: 'Pulse' }, [3, 1]],
    ['a tag', { tag: 'work' }, [1]],
    ['a follow-up state', { followUp: 'to-write' }, [2]],
    ['nothing to do', { followUp: 'none' }, [3, 1]],
    ['an outcome on the page', { anchor: 'gone' }, [3]],
    ['not looked for', { anchor: 'none' }, [2, 1]],
    ['articles from a day on, a quote without a date by the day it was saved', { from: '2021-01-01' }, [2, 1]],
    ['articles up to a day', { to: '2019-11-13' }, [3]],
    ['several at once', { outlet: 'Pulse', query: 'up' }, [3]],
  ])('for %s finds what it should', (_, change, found) => {
    expect(find(change)).toEqual(found);
  });
});

it.each<[Sort, number[]]>([
  ['newest', [3, 2, 1]],
  ['oldest', [1, 2, 3]],
  ['article', [2, 1, 3]],
  ['outlet', [2, 3, 1]],
])('the order %s is kept', (sort, order) => {
  expect(find({}, sort)).toEqual(order);
});

it('a quote that changed is found by its new words, and one that was deleted not at all', () => {
  const index = indexOf(QUOTES);
  expect(find({ query: 'targets' }, 'newest', index)).toEqual([1]);
  index.set([makeQuote({ id: id(1), created: at(1), exact: 'Quotas' })]);
  expect(find({ query: 'targets' }, 'newest', index)).toEqual([]);
  expect(find({ query: 'quotas' }, 'newest', index)).toEqual([1]);
  index.delete([id(1)]);
  expect(find({ query: 'quotas' }, 'newest', index)).toEqual([]);
  expect(index.size).toBe(2);
});

it('however quotes come, change and go, it says what an index made anew says', () => {
  const change = fc.record({
    n: fc.integer({ min: 0, max: 9 }),
    day: fc.integer({ min: 1, max: 5 }),
    outlet: fc.constantFrom('Pulse', 'BBC News', null),
    tags: fc.subarray(['work', 'reply']),
    isGone: fc.boolean(),
    isAsked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), fc.constantFrom<Sort>('newest', 'outlet'), (changes, sort) => {
      const index = new QuoteIndex();
      const kept = new Map<string, Annotation>();
      for (const { n, day, outlet, tags, isGone, isAsked } of changes) {
        if (isGone) {
          kept.delete(id(n));
          index.delete([id(n)]);
        } else {
          kept.set(id(n), makeQuote({ id: id(n), created: at(day), tags, source: { outlet } }));
          index.set([kept.get(id(n)) as Annotation]);
        }
        // An order that was asked for is kept from then on, and brought up to date.
        if (isAsked) index.find(NO_FILTER, sort);
      }
      const anew = indexOf([...kept.values()]);
      expect(index.find(NO_FILTER, sort)).toEqual(anew.find(NO_FILTER, sort));
      expect(index.facets()).toEqual(anew.facets());
    }),
  );
});

it('outlets and tags are counted, those with most quotes first', () => {
  expect(indexOf(QUOTES).facets()).toEqual({
    outlets: [
      ['Pulse', 2],
      ['BBC News', 1],
    ],
    tags: [['work', 1]],
  });
});

it('typing letter by letter finds what asking at once finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', ' ', 'ä', '’'), { maxLength: 6 }),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'Ä', "'"), minLength: 1, maxLength: 8 }), {
        maxLength: 8,
      }),
      (letters, texts) => {
        const quotes = texts.flatMap((exact, n) => (exact.trim() ? [makeQuote({ id: id(n), exact })] : []));
        const typed = indexOf(quotes);
        let query = '';
        for (const letter of letters) {
          query += letter;
          expect(typed.find({ ...NO_FILTER, query }, 'newest')).toEqual(
            indexOf(quotes).find({ ...NO_FILTER, query }, 'newest'),
          );
        }
      },
    ),
  );
});
