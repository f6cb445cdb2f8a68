/**
 * A second copy of the quotes in the browser's local storage. A second database would lie in the same files in Chromium,
 * and so be lost with the first; local storage has files of its own in both browsers, and stays when a browser clears an
 * origin's databases. Each quote is a key of its own, so that a change costs one quote and not the library.
 */
import { type Annotation, parseAnnotation } from '../domain/annotation';
import { reasonOf } from '../domain/error-reason';
import { browser } from './browser';
import type { Database } from './database';
import { createSerialQueue } from './serial-queue';

const QUOTE = 'quote:';
const SENTINEL = 'quotes-kept';
/** Quotes that are copied in one go: few enough for a worker that may be ended at any moment. */
const BATCH = 500;

/** What was last copied: which database, and how many quotes it held. It tells a new database from a lost one. */
export interface Sentinel {
  database: string;
  count: number;
}

const inTurn = createSerialQueue();
let failure: string | null = null;

/** Why the copy is behind, or null where it isn't. */
export function copyFailure(): string | null {
  return failure;
}

/**
 * Brings the copy up to date with what changed in the database. The list of changes lies in the database and was written
 * with them, so that a worker that is ended half-way goes on at its next start. Never rejects: see `copyFailure`.
 */
export function copyChanges(db: Database): Promise<void> {
  return inTurn(async () => {
    try {
      await copyAll(db);
      failure = null;
    } catch (error) {
      failure = reasonOf(error);
    }
  });
}

/** Runs what empties the copy while nothing is being copied: what was read before would be written again after it. */
export function betweenCopies(run: () => Promise<void>): Promise<void> {
  return inTurn(run);
}

async function copyAll(db: Database): Promise<void> {
  let ids = await db.getAllKeys('toCopy', null, BATCH);
  while (ids.length > 0) {
    const reading = db.transaction(['annotations', 'toCopy']);
    const changes = await Promise.all(
      ids.map(async (id) => ({
        id,
        change: await reading.objectStore('toCopy').get(id),
        record: await reading.objectStore('annotations').get(id),
      })),
    );
    const gone = changes.filter(({ record }) => !record).map(({ id }) => QUOTE + id);
    const kept = changes.flatMap(({ id, record }) => {
      if (!record) return [];
      const { pages: _, ...annotation } = record;
      return [[QUOTE + id, annotation]];
    });
    if (kept.length > 0) await browser.storage.local.set(Object.fromEntries(kept));
    if (gone.length > 0) await browser.storage.local.remove(gone);
    await writeSentinel(db);
    const done = db.transaction('toCopy', 'readwrite');
    for (const { id, change } of changes) {
      // A quote that changed again in between stays on the list.
      if ((await done.store.get(id)) === change) await done.store.delete(id);
    }
    await done.done;
    ids = await db.getAllKeys('toCopy', null, BATCH);
  }
}

/** What the copy was last said to hold; null where it speaks for no database. */
export async function readSentinel(): Promise<Sentinel | null> {
  const { [SENTINEL]: value } = await browser.storage.local.get(SENTINEL);
  return isSentinel(value) ? value : null;
}

/** Writes what the copy now holds; a database that has no name yet is not whole, and is not spoken for. */
export async function writeSentinel(db: Database): Promise<void> {
  const database = await db.get('meta', 'identity');
  if (database === undefined) return;
  await browser.storage.local.set({ [SENTINEL]: { database, count: await db.count('annotations') } });
}

function isSentinel(value: unknown): value is Sentinel {
  const { database, count } = (value ?? {}) as Partial<Sentinel>;
  return typeof database === 'string' && typeof count === 'number';
}

/** What the copy holds: quotes, and what could not be read as one, by id. */
export interface Copy {
  annotations: Annotation[];
  unreadable: { id: string; record: unknown; reason: string }[];
}

/** Reads the copy, of the quotes named or of all. */
export async function readCopy(ids?: readonly string[]): Promise<Copy> {
  const stored = await browser.storage.local.get(ids ? ids.map((id) => QUOTE + id) : null);
  const copy: Copy = { annotations: [], unreadable: [] };
  for (const [key, record] of Object.entries(stored)) {
    if (!key.startsWith(QUOTE)) continue;
    try {
      copy.annotations.push(parseAnnotation(record));
    } catch (error) {
      const reason = reasonOf(error);
      copy.unreadable.push({ id: key.slice(QUOTE.length), record, reason });
    }
  }
  return copy;
}

/** Lets the copy no longer speak for a database: before one is emptied, lest it be taken for lost. */
export async function removeSentinel(): Promise<void> {
  await browser.storage.local.remove(SENTINEL);
}

/** Removes what a copy left that speaks for no database. */
export async function clearCopy(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  await browser.storage.local.remove(Object.keys(stored).filter((key) => key.startsWith(QUOTE)));
}

/** Removes what the copy holds under these ids. */
export async function removeFromCopy(ids: readonly string[]): Promise<void> {
  await browser.storage.local.remove(ids.map((id) => QUOTE + id));
}

/** Keeps scripts in web pages from reading the copy, where the browser can. */
export async function closeCopyToPages(): Promise<void> {
  const { local } = browser.storage as { local: { setAccessLevel?: (level: object) => Promise<void> } };
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
