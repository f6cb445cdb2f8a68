/** A sentence is read twice: by its own words, and knowing what its page and its neighbours say. */
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';
import { PageReading } from '../../lib/domain/page-reading';

const patterns = compilePatterns(embeddedFeed().patterns);
const model = patterns.model ?? expect.unreachable('the embedded feed has a model');

const BURNOUT = 2 + model.statistics.indexOf('burnout');

/** The odds that the statistic of a row of weights bears on a sentence with `own` classes, among `others` before it. */
function oddsOf(outcome: number, own: string[], ...others: string[][]): number {
  const reading = new PageReading({ ...model, least: { ...model.least, claim: 0, direct: 0 } });
  for (const classes of [...others, own]) reading.add(classes, [], false);
  return reading.read(others.length)?.odds[outcome] ?? 0;
}

describe('the second reading', () => {
  const CLAIM = ['exhaust', 'burn', 'burnout', 'staff', 'burn-of-staff'];
  const LOAD = ['workload', 'load', 'staff', 'load-of-staff'];
  const SILENT: string[] = [];

  it('takes a sentence for one on burnout more readily among such sentences than among some that claim nothing', () => {
    const among = oddsOf(BURNOUT, LOAD, ...Array.from({ length: 8 }, () => CLAIM));
    expect(among).toBeGreaterThan(oddsOf(BURNOUT, LOAD, ...Array.from({ length: 8 }, () => SILENT)));
  });

  it('judges the only sentence of a page as it would on a usual page', () => {
    expect(oddsOf(BURNOUT, CLAIM)).toBeGreaterThan(0.5);
    expect(oddsOf(BURNOUT, SILENT)).toBeLessThan(0.1);
  });

  it('gives odds between 0 and 1 for any number of sentences, and none for one that makes no claim or is not there', () => {
    const reading = new PageReading(model);
    expect(reading.read(0)).toBeNull();
    for (let at = 0; at < 500; at++) reading.add(at % 2 ? CLAIM : SILENT, [], at % 3 === 0);
    for (let at = 0; at < 500; at++) {
      const likely = reading.read(at);
      expect(likely === null).toBe(at % 2 === 0);
      for (const odds of likely?.odds ?? []) {
        expect(odds).toBeGreaterThan(0);
        expect(odds).toBeLessThan(1);
      }
    }
    expect(reading.read(500)).toBeNull();
  });
});

describe('words that only look like claims', () => {
  it.each([
    'The fire left the IAPT clinic burnt out.',
    'Take good care of yourself while you wait for IAPT.',
    'The therapist’s car burnt out on the way to the IAPT clinic.',
  ])('nothing is marked in “%s”', (text) => {
    const matches = [...findMatches({ title: 'News from the town', text }, patterns)].flat();
    expect(matches.map(({ statistic, reasons }) => `${statistic}: ${reasons[0]}`)).toEqual([]);
  });
});
