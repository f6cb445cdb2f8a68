/** Which quotes no exported file holds, and whether the person is to be reminded of it. */
import type { Database } from './database';

/** Quotes that no file holds, after which the person is reminded: since the last time that was put off. */
const REMIND_AFTER = 50;
/** How many there were when the person last put the reminder off. */
const POSTPONED = 'postponed';

/** Takes note that a file holds these quotes: it was exported here, or they came from it. */
export async function markExported(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('unexported', 'readwrite');
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
}

/** Puts the reminder off until as many quotes again are in no file. */
export async function postponeReminder(db: Database): Promise<void> {
  await db.put('meta', await db.count('unexported'), POSTPONED);
}

/** How many quotes no file holds, and whether to say so. */
export async function readReminder(db: Database): Promise<{ unexported: number; isDue: boolean }> {
  const [unexported, value] = await Promise.all([db.count('unexported'), db.get('meta', POSTPONED)]);
  const postponed = typeof value === 'number' ? value : 0;
  // What was exported or deleted since is not waited for once more.
  if (postponed > unexported) await db.put('meta', unexported, POSTPONED);
  return { unexported, isDue: unexported - Math.min(postponed, unexported) >= REMIND_AFTER };
}
