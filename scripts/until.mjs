/** Waits for something to appear. */
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. */
const PATIENCE = 15_000;
const BETWEEN_LOOKS = 100;

/** Looks again and again until something is found (an empty list is nothing) and resolves to it; throws Error that names it after a while. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (Array.isArray(found) ? found.length > 0 : found) return found;
    if (Date.now() > end) throw new Error(`Not found: ${what}.`);
    await pause(BETWEEN_LOOKS);
  }
}
