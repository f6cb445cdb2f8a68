/** A pause of the marking: none, until an instant, or until the person resumes. */

export const UNTIL_RESUMED = 'until-resumed';

/** Null, `until-resumed`, or an ISO instant. */
export type Pause = string | null;

/** A stored pause; what doesn't hold is none. */
export function parsePause(input: unknown): Pause {
  if (input === UNTIL_RESUMED) return input;
  return typeof input === 'string' && !Number.isNaN(Date.parse(input)) ? input : null;
}

/** A pause of so many milliseconds from now on. */
export function pauseFor(milliseconds: number, now: Date): Pause {
  return new Date(now.getTime() + milliseconds).toISOString();
}

/** How long a pause still is: until when, null standing for no end; or null where it is none, or over. */
export function remainingPause(pause: Pause, now: Date): { until: Date | null } | null {
  if (pause === null || !isPaused(pause, now)) return null;
  return { until: pause === UNTIL_RESUMED ? null : new Date(pause) };
}

/** Whether nothing is to be marked now. */
export function isPaused(pause: Pause, now: Date): boolean {
  return pause === UNTIL_RESUMED || (pause !== null && Date.parse(pause) > now.getTime());
}
