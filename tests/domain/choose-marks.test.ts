/** An article stays readable: one mark for each figure in a paragraph, on the passage that bears on it most closely. */
import { expect, it } from 'vitest';
import { chooseMarks } from '../../lib/domain/choose-marks';
import type { Match, Relation } from '../../lib/domain/match';

const TEXT = 'First one. First two. First three.\n\nSecond one.';

function match(words: string, statistic: string, relation: Relation = 'same-question'): Match {
  const start = TEXT.indexOf(words);
  const claim = { span: { start, end: start + words.length }, text: words, triggers: [] };
  return { ...({ reasons: [] } as unknown as Match), claim, statistic, relation };
}

const chosen = (...matches: Match[]) => [...chooseMarks(matches, TEXT)].map(({ claim: { text } }) => text);

it('of the passages of a paragraph that bear on one figure alike, the first is marked', () => {
  expect(chosen(match('First one.', 'burnout'), match('First two.', 'burnout'))).toEqual(['First one.']);
});

it('a closer relation is marked before an earlier passage', () => {
  expect(chosen(match('First one.', 'burnout'), match('First two.', 'burnout', 'reports'))).toEqual(['First two.']);
});

it('each figure has its own mark, and each paragraph', () => {
  expect(
    chosen(match('First one.', 'burnout'), match('First two.', 'distress'), match('Second one.', 'burnout')).sort(),
  ).toEqual(['First one.', 'First two.', 'Second one.']);
});
