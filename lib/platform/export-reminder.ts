/** Which quotes no exported file holds, and whether the person is to be reminded of it. */
import type { Database } from './database';

/** Quotes that no file holds, after which the person is reminded: since the last time that was put off. */
const REMIND_AFTER = 50;
/** How many there were when the person last put the reminder off. */
const POSTPONED = 'postponed';

/** Takes note that a file holds these quotes: it was exported here, or they came from it. */
export async function markExported(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction(['annotations', 'exported'], 'readwrite');
  const kept = tx.objectStore('annotations');
  const exported = tx.objectStore('exported');
  // One that was deleted meanwhile would be counted for ever.
  const mark = async (id: string) => (await kept.getKey(id)) !== undefined && exported.put(true, id);
  await Promise.all([...ids.map(mark), tx.done]);
}

/** Puts the reminder off until as many quotes again are in no file. */
export async function postponeReminder(db: Database): Promise<void> {
  await db.put('meta', await countUnexported(db), POSTPONED);
}

/** How many quotes no file holds, and whether to say so. */
export async function readReminder(db: Database): Promise<{ unexported: number; isDue: boolean }> {
  const [unexported, value] = await Promise.all([countUnexported(db), db.get('meta', POSTPONED)]);
  const postponed = typeof value === 'number' ? value : 0;
  // What was exported or deleted since is not waited for once more.
  if (postponed > unexported) await db.put('meta', unexported, POSTPONED);
  return { unexported, isDue: unexported - Math.min(postponed, unexported) >= REMIND_AFTER };
}

async function countUnexported(db: Database): Promise<number> {
  const tx = db.transaction(['annotations', 'exported']);
  const [all, exported] = await Promise.all([
    tx.objectStore('annotations').count(),
    tx.objectStore('exported').count(),
  ]);
  return all - exported;
}
