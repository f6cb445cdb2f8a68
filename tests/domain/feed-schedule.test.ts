/** How often the feed is asked for: once a day where it answers, at most four times where it doesn't, never all at once. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCheck, spreadCheck } from '../../lib/domain/feed-schedule';

const HOUR = 3_600_000;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the next check', () => {
  it('comes a day after a success, at a moment of the half hour after that', () => {
    fc.assert(
      fc.property(chance, (chance) => {
        const wait = nextCheck(0, 0, chance);
        expect(wait).toBeGreaterThanOrEqual(24 * HOUR);
        expect(wait).toBeLessThanOrEqual(24.5 * HOUR);
      }),
    );
  });

  it('comes six hours after a failure at the earliest, and later after each further one', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 50 }), (chance, failures) => {
        const wait = nextCheck(0, failures, chance);
        expect(wait).toBeGreaterThanOrEqual(6 * HOUR);
        expect(wait).toBeLessThanOrEqual(48 * HOUR);
        expect(nextCheck(0, failures + 1, chance)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});

describe('a check that the browser slept through', () => {
  it('is made within half an hour, at a moment of its own', () => {
    expect(spreadCheck(10 * HOUR, 2 * HOUR, 0.5)).toBe(10.25 * HOUR);
    expect(spreadCheck(10 * HOUR, null, 0)).toBe(10 * HOUR);
  });

  it('is made at once where it is only just due', () => {
    expect(spreadCheck(10 * HOUR, 10 * HOUR - 60_000, 0.5)).toBeNull();
  });
});
