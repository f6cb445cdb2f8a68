/** What was asked of outside addresses: the last ten requests, for the person to read. */
import type { Database } from './database';
import type { RequestRecord } from './messages';

const KEPT = 10;

/** Notes a request, and lets the oldest go. Resolves to what notes its outcome, once that is known. */
export async function logRequest(db: Database, record: RequestRecord): Promise<(outcome: string) => Promise<void>> {
  const tx = db.transaction('requests', 'readwrite');
  const key = await tx.store.add(record);
  const old = (await tx.store.getAllKeys()).slice(0, -KEPT);
  await Promise.all([...old.map((key) => tx.store.delete(key)), tx.done]);
  return async (outcome) => {
    await db.put('requests', { ...record, outcome }, key);
  };
}

/** Newest first. */
export async function listRequests(db: Database): Promise<RequestRecord[]> {
  return (await db.getAll('requests')).reverse();
}
