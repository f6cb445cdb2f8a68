/** The next edition tells of no group of fewer than ten, in no place of it. */
import { expect, it } from 'vitest';
import { addEdition } from '../../lib/domain/next-edition';
import { parseMapping, type QuestionCount } from '../../lib/domain/responses';
import { copyDocument } from '../next-edition';

const MAPPING = parseMapping({
  edition: {
    when: 'March 2027',
    published: '2027-03-05',
    preliminary: false,
    source: 'https://results.example/march-2027',
  },
  questions: [{ statistic: 'burnout', heading: 'Burnout?', counted: ['Yes'], notCounted: ['No'] }],
});

const count = (statistic: string, counted: number, notCounted: number): QuestionCount => ({
  statistic,
  base: counted + notCounted,
  counted,
  notCounted,
  dontKnow: 0,
  ownWords: 0,
  skipped: 0,
});

function basesOf(questions: QuestionCount[]): string | null | undefined {
  const counts = { rows: 300, respondents: 300, blank: 0, duplicates: [], questions };
  return addEdition(copyDocument(), MAPPING, counts).document.editions.at(-1)?.disclosure?.bases;
}

it('the range of how many answered is that of the questions that are given, not of one that four people answered', () => {
  const questions = [count('burnout', 180, 110), count('distress', 150, 100), count('management', 3, 1)];
  expect(basesOf(questions)).toBe('250 to 290 of the 300 answered each question; don’t-knows are in the base');
});

it('nothing is said of how many answered where no question is given', () => {
  expect(basesOf([count('management', 3, 1)])).toBeUndefined();
});
