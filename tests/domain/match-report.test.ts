/** A report of a wrong match says which rule held, and tells of the page only what the person agreed to. */
import { expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';
import { type MatchReport, writeMatchReport } from '../../lib/domain/match-report';

const { statistics, edition, ...feed } = embeddedFeed();
const patterns = compilePatterns(feed.patterns);
const text = 'IAPT began in 2008. Most of the IAPT therapists who ring us are burnt out.';
const [match] = [...findMatches({ title: 'IAPT staff', text }, patterns)].flat();
const report = { match, statistic: statistics.find(({ id }) => id === 'burnout'), edition } as MatchReport;

it('names the rule, the edition and the question', () => {
  const written = writeMatchReport({ ...report, withPassage: false });
  expect(written).toContain(`Rule: ${match?.rule} (edition ${edition})`);
  expect(written).toContain('“Have you ever experienced burnout as a result of working in IAPT?”');
});

it('holds no word of the passage unless the person agreed', () => {
  expect(writeMatchReport({ ...report, withPassage: false })).not.toContain('ring us');
  expect(writeMatchReport({ ...report, withPassage: true })).toContain(
    'Passage: “Most of the IAPT therapists who ring us are burnt out.”',
  );
});
