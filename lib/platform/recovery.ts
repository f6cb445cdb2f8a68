/** At each opening of the database: has it lost quotes that the second copy still has? Then they are put back. */
import { addSetAside, markAllForCopy, restoreAnnotations } from './annotation-store';
import type { Database } from './database';
import type { Recovery } from './quote-calls';
import { clearCopy, copyChanges, readCopy, readSentinel, removeFromCopy, writeSentinel } from './second-copy';

/** Quotes that are put back in one transaction. */
const BATCH = 500;

interface Dependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  newId: () => string;
}

/** A connection whose database has been compared with the second copy before it is first used. */
export function recoverOnConnect({ connect, now, newId }: Dependencies): () => Promise<Database> {
  const checked = new WeakMap<Database, Promise<void>>();
  return async () => {
    const db = await connect();
    let check = checked.get(db);
    if (!check) {
      check = recover(db, now, newId).catch((error: unknown) => {
        // Without the copy the database still serves: the library says so where it stays that way.
        console.warn('The second copy of the quotes could not be read.', error);
      });
      checked.set(db, check);
    }
    await check;
    return db;
  };
}

/**
 * Compares database and copy. The copy's sentinel names the database that it was made of: where that is another one, or
 * holds another number of quotes with no change under way, the two are brought together, and neither side's quote is
 * dropped. A copy without a sentinel is made anew.
 */
async function recover(db: Database, now: () => Date, newId: () => string): Promise<void> {
  const [identity, sentinel] = await Promise.all([db.get('meta', 'identity'), readSentinel()]);
  const isWhole =
    sentinel !== null &&
    sentinel.database === identity &&
    ((await db.count('toCopy')) > 0 || sentinel.count === (await db.count('annotations')));
  if (!isWhole) {
    // Until it has a name again no sentinel is written for it: a worker that is ended half-way starts over.
    await db.delete('meta', 'identity');
    if (sentinel) await bringTogether(db, now);
    else await clearCopy();
    await markAllForCopy(db);
    await copyChanges(db);
    await db.put('meta', newId(), 'identity');
    await writeSentinel(db);
  }
  await copyChanges(db);
}

async function bringTogether(db: Database, now: () => Date): Promise<void> {
  const { annotations, unreadable } = await readCopy();
  const at = now().toISOString();
  let restored = 0;
  for (let from = 0; from < annotations.length; from += BATCH) {
    restored += await restoreAnnotations(db, annotations.slice(from, from + BATCH));
  }
  if (unreadable.length > 0) {
    await addSetAside(
      db,
      unreadable.map(({ record, reason }) => ({ at, reason, record })),
    );
    await removeFromCopy(unreadable.map(({ id }) => id));
  }
  if (restored > 0) await db.put('meta', { at, restored } satisfies Recovery, 'recovery');
}
