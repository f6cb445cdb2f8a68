/** What is marked, with which relation, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';

const patterns = compilePatterns(embeddedFeed().patterns);
const LEAD = 'Staff of an IAPT service in Northmoor have spoken to this newspaper about their work.';

function matchesOf(sentence: string, { title = 'Inside an IAPT service', lead = LEAD } = {}) {
  return [...findMatches({ title, text: `${lead}\n\n${sentence}` }, patterns)]
    .flat()
    .filter(({ claim }) => claim.text === sentence)
    .map(({ statistic, relation }) => `${statistic}: ${relation}`);
}

it('the patterns reach a page as they are, though messages are JSON', () => {
  expect(JSON.parse(JSON.stringify(patterns))).toEqual(patterns);
});

describe('on a page about IAPT', () => {
  it.each([
    ['manipulation', 'Therapists were told to massage the recovery figures before the audit.'],
    ['management', 'Staff who raised concerns were bullied by their managers.'],
    ['burnout', 'Most of the therapists in the team are burnt out and have handed in their notice.'],
    ['distress', 'Two of the practitioners were in tears every day and were signed off with depression.'],
    ['good-care', 'Patients of the service got better, and it gave them good care.'],
    ['future', 'Recovery targets should be scrapped, and the service needs an independent review.'],
  ])('%s is told from “%s”', (statistic, sentence) => {
    expect(matchesOf(sentence).join()).toContain(statistic);
  });

  it.each([
    'The new clinic will stand at the end of Tanner’s Row.',
    'The claims are not new.',
    'The bus stop has been moved twice, and the bakery next door has put in for a second window.',
    'Marianne now runs a small pottery in Glossop.',
    'The boiler of the clinic had burnt out twice over the winter.',
    'Patients with depression and anxiety can refer themselves.',
    'The town council’s recycling targets should be scrapped.',
  ])('nothing is told from “%s”', (sentence) => {
    expect(matchesOf(sentence)).toEqual([]);
  });
});

describe('a report of the survey', () => {
  const lead = 'Surviving Work, a campaigning group, surveyed IAPT workers in 2019.';

  it('is told from a share of those who answered, on a page that names who asked', () => {
    const sentence = 'In all 41% of IAPT workers said that they had been asked to manipulate performance data.';
    expect(matchesOf(sentence, { lead })).toContain('manipulation: reports');
    expect(matchesOf(sentence)).not.toContain('manipulation: reports');
  });

  it.each([
    'Half of my team said they were burnt out by their second year in IAPT.',
    'In a staff survey by Unison 71% of IAPT workers said that they had experienced burnout.',
    'IAPT workers said that they had experienced burnout.',
  ])('is not told from “%s”', (sentence) => {
    expect(matchesOf(sentence, { lead }).filter((match) => match.endsWith('reports'))).toEqual([]);
  });
});

describe('a page that is not about IAPT', () => {
  const claim = 'Staff were burnt out, and managers told them to massage the figures.';

  it.each([
    ['that never names it', 'Ward nurses speak', 'Nurses spoke to this newspaper about their hospital.'],
    ['of the plant taxonomists', 'IAPT news', 'IAPT, the plant taxonomists’ body, has met. Botanists came.'],
    ['of the physics teachers', 'IAPT olympiad', 'IAPT holds the physics olympiad for schools.'],
    ['that names it in passing', 'Ward nurses speak', 'Nurses met. They spoke. It rained. Some had been to IAPT.'],
    [
      'that advertises a post',
      'IAPT therapist, band 7',
      'Closing date 4 May. Salary pro rata. We offer supervision. Please apply.',
    ],
  ])('is left alone: one %s', (_, title, lead) => {
    expect(matchesOf(claim, { title, lead })).toEqual([]);
  });
});
