/** Deletes everything that the extension keeps, and gives back every site that was granted. */
import { browser } from './browser';
import type { Database } from './database';
import { betweenCopies, removeSentinel } from './second-copy';

/**
 * Empties the database in one transaction, then local storage with the settings and the second copy of the quotes. Rejects
 * with the reason, with all quotes still there, where the database will not. The database keeps its own name: without it
 * its quotes to come would not be copied.
 */
export async function deleteEverything(db: Database): Promise<void> {
  await betweenCopies(async () => {
    await removeSentinel();
    const stores = [...db.objectStoreNames].filter((store) => store !== 'meta');
    const tx = db.transaction(stores, 'readwrite');
    await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done]);
    await db.delete('meta', 'postponed');
    await browser.storage.local.clear();
  });
  const { origins = [] } = await browser.permissions.getAll();
  // Sites that the manifest names can't be given back; there are none but in builds for tests.
  await Promise.all(origins.map((origin) => browser.permissions.remove({ origins: [origin] }).catch(() => false)));
}
