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

/** Whether nothing is to be marked now. */
export function isPaused(pause: Pause, now: Date): boolean {
  return pause === UNTIL_RESUMED || (pause !== null && Date.parse(pause) > now.getTime());
}
