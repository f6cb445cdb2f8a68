/** Quotes in the database. Every write resolves only when its transaction has completed. */

import type { IDBPTransaction } from 'idb';
import { i18n } from '#i18n';
import {
  type AnchorRecord,
  type Annotation,
  type AnnotationEdit,
  byNewest,
  type ParsedDraft,
} from '../domain/annotation';
import { createAnnotation, editAnnotation, isSameQuote, recordAnchor } from '../domain/annotation-change';
import { reasonOf } from '../domain/error-reason';
import { pageKey } from '../domain/page-address';
import type { Database, Schema, SetAside } from './database';
import type { SaveOutcome } from './quote-calls';
import { copyChanges, readCopy } from './second-copy';
import { parseStored, toStored } from './stored-annotation';

/** The stores that a change of quotes may touch. */
const STORES = ['annotations', 'toCopy', 'setAside', 'exported'] as const;
type Write = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/** Keeps a quote, or finds the one that is the same passage of the same page. */
export function saveQuote(db: Database, draft: ParsedDraft, id: string, at: Date): Promise<SaveOutcome> {
  return write(db, async (tx) => {
    const annotation = createAnnotation(draft, id, at.toISOString());
    const kept = await tx.objectStore('annotations').index('pages').getAll(pageKey(draft.source.url));
    const same = readable(kept).find((other) => isSameQuote(other, draft));
    if (!same) await put(tx, annotation);
    return { annotation: same ?? annotation, duplicate: same !== undefined };
  });
}

/** The newest quotes, newest first. A record that is none is left out: reading them all sets it aside. */
export async function listNewest(db: Database, limit: number): Promise<Annotation[]> {
  const newest: unknown[] = [];
  let cursor = await db.transaction('annotations').store.index('created').openCursor(null, 'prev');
  while (cursor && newest.length < limit) {
    newest.push(cursor.value);
    cursor = await cursor.continue();
  }
  return readable(newest);
}

/**
 * Up to `limit` quotes in the order of their ids, behind the id `after`; `next` is where to go on, or null at the end.
 * A record that is none is set aside.
 */
export async function readAnnotations(
  db: Database,
  after: string | null,
  limit: number,
): Promise<{ annotations: Annotation[]; next: string | null }> {
  const records = await db.getAll('annotations', after === null ? null : IDBKeyRange.lowerBound(after, true), limit);
  const next = records.length < limit ? null : (records.at(-1)?.id ?? null);
  return { annotations: await readOrSetAside(db, records), next };
}

/** The quotes with these ids, in their order; one that isn't there is left out. */
export async function getAnnotations(db: Database, ids: readonly string[]): Promise<Annotation[]> {
  const { store } = db.transaction('annotations');
  return readable(await Promise.all(ids.map((id) => store.get(id))));
}

/** The quotes of a page, by its address or by the one it gives as its own, newest first. */
export async function listOfPage(db: Database, url: string): Promise<Annotation[]> {
  return readable(await db.getAllFromIndex('annotations', 'pages', pageKey(url))).sort(byNewest);
}

/** Changes quotes and tells what became of them; one that isn't there is left out. */
export function editAnnotations(
  db: Database,
  ids: readonly string[],
  edit: AnnotationEdit | ((annotation: Annotation) => AnnotationEdit),
  at: Date,
): Promise<Annotation[]> {
  return changeAnnotations(db, ids, (annotation) =>
    editAnnotation(annotation, typeof edit === 'function' ? edit(annotation) : edit, at.toISOString()),
  );
}

/** Writes down what was found of a quote on its page, where that is news. Resolves to whether it was. */
export async function recordOutcome(db: Database, id: string, record: AnchorRecord): Promise<boolean> {
  return (await changeAnnotations(db, [id], (annotation) => recordAnchor(annotation, record))).length > 0;
}

function changeAnnotations(
  db: Database,
  ids: readonly string[],
  change: (annotation: Annotation) => Annotation | null,
): Promise<Annotation[]> {
  return write(db, async (tx) => {
    const store = tx.objectStore('annotations');
    const changed = readable(await Promise.all(ids.map((id) => store.get(id))))
      .map(change)
      .filter((annotation) => annotation !== null);
    await Promise.all(changed.map((annotation) => put(tx, annotation)));
    return changed;
  });
}

/** Deletes quotes, and forgets that a file held them; one that isn't there is left out. */
export function deleteAnnotations(db: Database, ids: readonly string[]): Promise<void> {
  return write(db, async (tx) => {
    await Promise.all(ids.flatMap((id) => remove(tx, id)));
  });
}

/** Puts quotes back as they were; one that is there already is left as it is. Resolves to how many were put back. */
export function restoreAnnotations(db: Database, annotations: readonly Annotation[]): Promise<number> {
  return write(db, async (tx) => {
    const store = tx.objectStore('annotations');
    const kept = await Promise.all(annotations.map(({ id }) => store.getKey(id)));
    const missing = annotations.filter((_, index) => kept[index] === undefined);
    await Promise.all(missing.map((annotation) => put(tx, annotation)));
    return missing.length;
  });
}

/** Puts all quotes on the list of those to be copied. */
export async function markAllForCopy(db: Database): Promise<void> {
  const tx = db.transaction([...STORES], 'readwrite');
  const ids = await tx.objectStore('annotations').getAllKeys();
  await Promise.all([...ids.map((id) => markForCopy(tx, id)), tx.done]);
}

/** Keeps records that are no quotes, as they were found. */
export async function addSetAside(db: Database, records: SetAside[]): Promise<void> {
  await write(db, async (tx) => {
    for (const record of records) await tx.objectStore('setAside').add(record);
  });
}

/**
 * Parses records. One that is no quote is moved, as it is and with the reason, to where it can be told of; where the
 * second copy has the quote, that takes its place.
 */
async function readOrSetAside(db: Database, records: readonly unknown[]): Promise<Annotation[]> {
  const bad: string[] = [];
  const good = readable(records, (record) => bad.push(idOf(record)));
  if (bad.length === 0) return good;
  const copy = await readCopy(bad).catch(() => ({ annotations: [] }));
  const mended = await write(db, async (tx) => {
    // Looked at again: another reader may have moved them meanwhile.
    const now = await Promise.all(bad.map((id) => tx.objectStore('annotations').get(id)));
    const moved = new Set<string>();
    const at = new Date().toISOString();
    const aside: SetAside[] = [];
    const already = readable(now, (record, reason) => {
      moved.add(idOf(record));
      aside.push({ at, reason, record });
    });
    const restored = copy.annotations.filter(({ id }) => moved.has(id));
    await Promise.all([
      ...aside.map((record) => tx.objectStore('setAside').add(record)),
      ...[...moved].flatMap((id) => remove(tx, id)),
      ...restored.map((annotation) => put(tx, annotation)),
    ]);
    return [...already, ...restored];
  });
  return [...good, ...mended];
}

/** The key that the database holds a record by: it takes none without. */
function idOf(record: unknown): string {
  return (record as { id: string }).id;
}

function readable(records: readonly unknown[], onBad?: (record: unknown, reason: string) => void): Annotation[] {
  return records.flatMap((record) => {
    if (record === undefined) return [];
    try {
      return [parseStored(record)];
    } catch (error) {
      onBad?.(record, reasonOf(error));
      return [];
    }
  });
}

function put(tx: Write, annotation: Annotation): Promise<unknown> {
  return Promise.all([tx.objectStore('annotations').put(toStored(annotation)), markForCopy(tx, annotation.id)]);
}

function remove(tx: Write, id: string): Promise<unknown>[] {
  return [tx.objectStore('annotations').delete(id), tx.objectStore('exported').delete(id), markForCopy(tx, id)];
}

/** In the same transaction as the change, so that neither can be without the other; the value tells changes apart. */
function markForCopy(tx: Write, id: string): Promise<unknown> {
  return tx.objectStore('toCopy').put(crypto.randomUUID(), id);
}

/**
 * Runs a write in one transaction that is flushed to the disk before it completes, then brings the second copy up to
 * date: all of it is kept or nothing is. Rejects with an Error for the person to read.
 */
async function write<R>(db: Database, run: (tx: Write) => Promise<R>): Promise<R> {
  const tx = db.transaction([...STORES], 'readwrite', { durability: 'strict' });
  const done = tx.done.then(
    () => null,
    (error: unknown) => error ?? new Error(i18n.t('error.writeGivenUp')),
  );
  try {
    const result = await run(tx);
    const failure = await done;
    if (failure) throw failure;
    await copyChanges(db);
    return result;
  } catch (error) {
    abort(tx);
    const ended = await done;
    throw inWords(isFull(ended) ? ended : error);
  }
}

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

/** The names under which browsers report a full disk. */
const FULL = /^(?:QuotaExceededError|NS_ERROR_(?:DOM_INDEXEDDB_QUOTA|FILE_NO_DEVICE_SPACE)\w*)$/;

function isFull(error: unknown): boolean {
  return (error instanceof Error || error instanceof DOMException) && FULL.test(error.name);
}

function inWords(cause: unknown): unknown {
  if (!isFull(cause)) return cause;
  return new Error(i18n.t('error.diskFull'), { cause });
}
