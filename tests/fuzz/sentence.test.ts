/** Whatever text a page holds: its sentences are whole, in order, and where the text says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';
import { findSentences } from '../../lib/domain/sentence';
import { SEED, TIME } from './cases';

/** Pieces that sentences begin, end and break with, in scripts of all kinds, and any character at all. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '. ',
          '! ',
          '? ',
          '… ',
          '.”',
          '.’ ',
          '\n\n',
          '\n',
          '\u00a0',
          '\u00ad',
          '\u200b',
          '\u202e',
          '\t',
          ' ',
          'Dr. ',
          'e.g. ',
        ],
        ...[
          'U.S. ',
          '3.5',
          '“',
          '(',
          '• ',
          'IAPT',
          'IAPT staff',
          ' burnt out',
          'e\u0301',
          'İ',
          'ﬁ',
          '😀',
          '\ud83d',
          'الصحة',
          '保健。',
        ],
        'Most of the IAPT therapists are burnt out. ',
        'IAPT staff were asked to change the scores of 41% of their patients',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.lorem({ maxCount: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const patterns = compilePatterns(embeddedFeed().patterns);

it(
  `F63: sentences are in order, hold no white space at their ends, and leave out nothing else (seed ${SEED})`,
  () => {
    fc.assert(
      fc.property(text, (text) => {
        let end = 0;
        for (const span of findSentences(text)) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          const sentence = text.slice(span.start, span.end);
          expect(sentence).toBe(sentence.trim());
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  },
  TIME,
);

it(
  `F53: matching any text ends, and each match quotes the text at its span (seed ${SEED})`,
  () => {
    fc.assert(
      fc.property(text, fc.constantFrom('The cost of IAPT', 'The garden'), (text, title) => {
        for (const matches of findMatches({ title, text }, patterns)) {
          for (const { claim } of matches) {
            expect(text.slice(claim.span.start, claim.span.end)).toBe(claim.text);
            for (const { start, end } of claim.triggers) {
              expect(start).toBeGreaterThanOrEqual(claim.span.start);
              expect(end).toBeLessThanOrEqual(claim.span.end);
            }
          }
        }
      }),
    );
  },
  TIME,
);
