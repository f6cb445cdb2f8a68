/** Quantities are read in every form that articles use, with their hedges, and never out of place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../lib/domain/quantity';

describe('shares', () => {
  it.each([
    ['41% of workers', 41, 'exact', 'workers'],
    ['41 per cent of IAPT workers', 41, 'exact', 'IAPT workers'],
    ['41pc of staff', 41, 'exact', 'staff'],
    ['forty-one percent said so', 41, 'exact', null],
    ['68.6% of PWPs', 68.6, 'exact', 'PWPs'],
    ['four in ten therapists', 40, 'exact', 'therapists'],
    ['7 out of 10 staff', 70, 'exact', 'staff'],
    ['six out of every ten staff', 60, 'exact', 'staff'],
    ['38 in every 100 who finished', 38, 'exact', null],
    ['one in six adults', 100 / 6, 'exact', 'adults'],
    ['two-thirds of respondents', 200 / 3, 'exact', 'respondents'],
    ['three quarters of the team', 75, 'exact', 'team'],
    ['a quarter of them', 25, 'exact', 'them'],
    ['a third said so', 100 / 3, 'exact', null],
    ['more than half of the staff', 50, 'above', 'staff'],
    ['nearly half', 50, 'below', null],
    ['just under a fifth of posts', 20, 'below', 'posts'],
    ['about a third of the 650 workers', 100 / 3, 'about', 'workers'],
    ['up to 20 per cent of staff', 20, 'below', 'staff'],
  ])('reads “%s”', (text, value, hedge, of) => {
    const [quantity] = findQuantities(text);
    expect(quantity).toMatchObject({ kind: 'share', hedge, of });
    expect(quantity?.value).toBeCloseTo(value);
  });

  it('takes “four in ten” for anything that rounds to it, and a hedge for its side only', () => {
    expect(findQuantities('four in ten')[0]).toMatchObject({ low: 35, high: 45 });
    expect(findQuantities('more than half')[0]).toMatchObject({ low: 50 });
    expect(findQuantities('nearly half')[0]).toMatchObject({ low: 40, high: 50 });
    expect(findQuantities('a majority of staff')[0]).toMatchObject({ low: 50, high: 100 });
  });

  it.each([
    'half an hour',
    'a third survey',
    'the third time',
    'the first quarter',
    'half-term',
    'a half-hearted reply',
  ])('sees none in “%s”', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    ['650 current and past workers', 650, 'current'],
    ['1,500 respondents', 1500, 'respondents'],
    ['some 550 people', 550, 'people'],
    ['six hundred and fifty workers', 650, 'workers'],
    ['fifteen hundred staff', null, null],
    ['1.76 million referrals', 1_760_000, 'referrals'],
  ])('reads “%s”', (text, value, of) => {
    const [quantity] = findQuantities(text);
    expect(quantity).toMatchObject(value === null ? { kind: 'count', value: 1_500 } : { kind: 'count', value, of });
  });

  it.each([
    'in 2019',
    'on 13 November',
    '£600 million',
    'PHQ-9',
    'B12',
    'Lottie, a 34-year-old',
    'at 9.40pm',
    'the 4th',
  ])('sees none in “%s”', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});

it('gives spans of the text as it was, whatever the spaces', () => {
  const text = 'Of them 41\u00a0per\u00a0cent, and 67% more.';
  expect(findQuantities(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '41\u00a0per\u00a0cent',
    '67%',
  ]);
});

it('never throws, and keeps every span inside the text, in order', () => {
  const words = [
    '41',
    '%',
    'per',
    'cent',
    'half',
    'a',
    'third',
    'in',
    'ten',
    'two',
    '-',
    'thirds',
    'of',
    '\u00ad',
    '١٢',
    'and',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join(' ')),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(text, (passage) => {
      let end = 0;
      for (const { span, value, low, high } of findQuantities(passage)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(passage.length);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
        end = span.end;
      }
    }),
  );
});
