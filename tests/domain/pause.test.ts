/** A pause holds until its end, and one without an end until it is taken back. */
import { expect, it } from 'vitest';
import { isPaused, parsePause, pauseFor, remainingPause, UNTIL_RESUMED } from '../../lib/domain/pause';

const noon = new Date('2026-11-23T12:00:00Z');
const at = (time: string) => new Date(`2026-11-23T${time}Z`);

it('of an hour holds for an hour', () => {
  const pause = pauseFor(3_600_000, noon);
  expect(pause).toBe('2026-11-23T13:00:00.000Z');
  expect(isPaused(pause, at('12:59:59'))).toBe(true);
  expect(isPaused(pause, at('13:00:00'))).toBe(false);
});

it('until it is resumed holds for ever, and none never', () => {
  expect(isPaused(UNTIL_RESUMED, new Date('2099-01-01'))).toBe(true);
  expect(isPaused(null, noon)).toBe(false);
});

it('says how long it still is', () => {
  expect(remainingPause(pauseFor(60_000, noon), noon)).toEqual({ until: at('12:01:00') });
  expect(remainingPause(UNTIL_RESUMED, noon)).toEqual({ until: null });
  expect(remainingPause(pauseFor(60_000, noon), at('12:02:00'))).toBe(null);
});

it('is none where what was stored doesn’t hold', () => {
  expect([undefined, 7, 'soon', {}, UNTIL_RESUMED].map(parsePause)).toEqual([null, null, null, null, UNTIL_RESUMED]);
});
