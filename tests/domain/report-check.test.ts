/** A report of the survey is checked for what it reports, and what differs is said politely. */
import { describe, expect, it } from 'vitest';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { checkReport } from '../../lib/domain/report-check';

const { statistics } = embeddedFigures();

function check(id: string, passage: string): string[] {
  const statistic = statistics.find((one) => one.id === id);
  if (!statistic) throw new Error(`There is no statistic ${id}.`);
  return checkReport(passage, statistic).differences.map(({ aspect }) => aspect);
}

describe('a faithful report', () => {
  it.each([
    [
      'manipulation',
      '41% of the 550 IAPT workers who answered said they had ever been asked to manipulate performance data.',
    ],
    ['manipulation', 'Four in ten of 650 current and past workers had been asked to manipulate data.'],
    ['management', 'More than half of the workers did not feel that their service was well managed.'],
    ['burnout', 'Seven in ten IAPT workers had experienced burnout at some point.'],
    ['distress', 'Two-thirds of those who answered had ever suffered depression or anxiety from the work.'],
    ['good-care', 'Yet 69% of 650 IAPT workers thought that they were providing good care.'],
    ['good-care', 'Yet 67% of 550 IAPT workers thought that they were providing good care.'],
    ['burnout', 'In the survey 71% of workers had experienced burnout and 67% depression or anxiety.'],
    ['distress', 'In the survey 71% of workers had experienced burnout and 67% depression or anxiety.'],
    ['manipulation', 'Four in ten (41 per cent) of 650 IAPT workers said they had been pressed to massage figures.'],
    ['burnout', 'The survey is the first of its kind, and 71% of the workforce reported burnout.'],
    ['distress', 'Most of the past and present staff who replied had been anxious or depressed.'],
  ])('of %s differs in nothing: %s', (id, passage) => {
    expect(check(id, passage)).toEqual([]);
  });
});

describe('a report that differs', () => {
  it.each([
    ['manipulation', '48% of IAPT workers had been asked to manipulate data.', ['number']],
    ['manipulation', '41% of IAPT workers manipulated data.', ['verb']],
    ['manipulation', '41% of therapists were asked to manipulate data.', ['population']],
    ['manipulation', 'Forty-one per cent of NHS workers had been told to alter scores.', ['population']],
    ['manipulation', '41% of current IAPT staff had been told to alter scores.', ['population']],
    ['manipulation', '48% of 600 therapists falsified data.', ['number', 'population', 'verb']],
    ['manipulation', 'Of 600 IAPT workers, 41% had been told to falsify data.', ['edition']],
    ['burnout', 'In the survey 75% of workers had experienced burnout and 67% depression or anxiety.', ['number']],
    ['burnout', 'Of 650 IAPT workers, 71% had experienced burnout.', ['edition']],
    ['management', 'Nearly half of IAPT workers said that their service was badly managed.', ['number']],
    ['management', '58% of the 223 IAPT workers who answered had raised concerns with managers.', ['other-survey']],
    ['burnout', '71% of IAPT staff are burnt out.', ['time']],
    ['distress', 'Two thirds of IAPT workers now have depression or anxiety.', ['time']],
    ['good-care', '69% of 550 IAPT workers thought their care was good.', ['edition']],
    ['management', 'Of 1,500 workers asked, 57% felt badly managed.', ['other-survey']],
  ])('is told in what: %s, %s', (id, passage, aspects) => {
    expect(check(id, passage)).toEqual(aspects);
  });

  it('comes with a note that thanks, says what differs, and gives the figure with its disclosure', () => {
    const statistic = statistics.find(({ id }) => id === 'manipulation');
    if (!statistic) throw new Error('There is no such statistic.');
    const { correction } = checkReport('41% of therapists manipulated their data.', statistic);
    expect(correction).toMatch(/^Thank you/);
    expect(correction).toContain('had been asked to manipulate data');
    expect(correction).toContain('41% of the 550 current and past IAPT workers who answered');
    expect(correction).toContain('chose to answer');
    expect(correction).not.toContain('±');
  });
});

it('names the number as the passage writes it', () => {
  const statistic = statistics.find(({ id }) => id === 'management');
  if (!statistic) throw new Error('There is no such statistic.');
  const { differences } = checkReport(
    'Six in ten IAPT workers, it found, called their service badly run… 80 per cent',
    {
      ...statistic,
    },
  );
  expect(differences).toEqual([]);
  expect(checkReport('Eight in ten IAPT workers called their service badly run.', statistic).differences).toEqual([
    { aspect: 'number', text: 'It gives Eight in ten; the survey’s figure is 57%.' },
  ]);
});

it('says nothing of an open question, which has no figure', () => {
  expect(check('future', '80% want targets scrapped.')).toEqual([]);
});

it('says what a report has right, and leaves out what it does not say', () => {
  const burnout = statistics.find(({ id }) => id === 'burnout');
  const agreements = (passage: string) =>
    burnout && checkReport(passage, burnout).agreements.map(({ aspect }) => aspect);
  expect(agreements('71% of the 550 IAPT workers had ever experienced burnout.')).toEqual([
    'number',
    'edition',
    'population',
    'time',
  ]);
  expect(agreements('75% of therapists are burnt out.')).toEqual([]);
});
