/** Sentences are split as people read them, and better than Intl.Segmenter splits them. */
import { describe, expect, it } from 'vitest';
import { findSentences } from '../../lib/domain/sentence';

/** Each case is its sentences, as they stand in an article. */
const CASES: [string, string[], string?][] = [
  ['titles', ['Dr. Helen Marsh and Mrs. Lund met Prof. Clark.', 'They agreed.']],
  ['initials', ['It was written by E. J. Cotton in 2019.', 'Others followed.']],
  ['Latin', ['Some groups (e.g. PWPs, i.e. wellbeing practitioners) are left out.', 'That is a pity.']],
  ['numbers', ['It rose by 2.1 per cent.', 'It cost £6.2m, or No. 7 in the list.']],
  ['quotes', ['“I was burnt out.”', 'She left in May.']],
  ['questions in quotes', ['“Who checks?” she asked.', 'Nobody did.']],
  ['ellipsis', ['“It was just … relentless,” he said.', 'He left.']],
  ['exclamation', ['Yahoo! said so.', 'It did!', 'We know.']],
  ['brackets', ['(It never was.)', 'It will be.']],
  ['headline', ['Therapists told to fix scores', 'A trust is accused.'], '\n\n'],
  ['bullets', ['stop using targets', 'cap the number of clients', 'invest in staff'], '\n\n'],
  ['months', ['The report of 4 Jan. 2019 was clear.', 'So was the next.']],
];

describe('sentences', () => {
  it.each(CASES)('are whole with %s', (_, sentences, between = ' ') => {
    expect(split(sentences.join(between))).toEqual(sentences);
  });

  it('are right in more of these cases than those of Intl.Segmenter', () => {
    const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
    const right = CASES.filter(([, sentences, between = ' ']) => {
      const found = [...segmenter.segment(sentences.join(between))]
        .map(({ segment }) => segment.trim())
        .filter(Boolean);
      return found.join('|') === sentences.join('|');
    });
    expect(right.length).toBeLessThan(CASES.length);
  });
});

function split(text: string): string[] {
  return [...findSentences(text)].map(({ start, end }) => text.slice(start, end));
}
