/** When the feed is asked for again: once a day, and after a failure later and at a moment of each installation's own. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After so many failures in a row, the next try comes so long after, at the earliest and at the latest. */
const BACK_OFF: readonly [earliest: number, latest: number][] = [
  [6 * HOUR, 12 * HOUR],
  [12 * HOUR, 24 * HOUR],
  [24 * HOUR, 48 * HOUR],
];

/** How far what was due at the same moment is spread, on the first check and when a browser starts after it was due. */
const SPREAD = 30 * MINUTE;

/** Later than this, the browser was not running when the check was due, as most are in the morning. */
const LATE = 5 * MINUTE;

/** No check is put off for longer: what is due later was planned by a clock that was wrong. */
const FARTHEST = 48 * HOUR + SPREAD;

/** When a check is due as the clock is now: null where none was planned, or where it was planned by a wrong clock. */
export function plannedCheck(now: number, dueAt: number | null): number | null {
  return dueAt !== null && dueAt - now <= FARTHEST ? dueAt : null;
}

/**
 * The time of the next check in milliseconds, after so many failures in a row (0 after a success). `chance` is a number
 * from 0 to 1, 1 excluded. There are at most four tries a day, and one where they succeed.
 */
export function nextCheck(now: number, failures: number, chance: number): number {
  if (failures === 0) return now + DAY + chance * SPREAD;
  const [earliest, latest] = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? [DAY, DAY];
  return now + earliest + chance * (latest - earliest);
}

/** The time of a check that was never made, or that is due by now and wasn't made; null where it may be made at once. */
export function spreadCheck(now: number, dueAt: number | null, chance: number): number | null {
  if (dueAt !== null && now - dueAt <= LATE) return null;
  return now + chance * SPREAD;
}
