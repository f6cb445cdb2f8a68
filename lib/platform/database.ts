/** The one database, which only the background opens: its schema, its migrations and its connection. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames, unwrap } from 'idb';
import { i18n } from '#i18n';
import { reasonOf } from '../domain/error-reason';
import type { RequestRecord } from './messages';
import { completeAnnotation, type StoredAnnotation } from './stored-annotation';

export interface Schema extends DBSchema {
  /** The newest published feed, as it was published; may be lost. */
  feed: { key: 'current'; value: unknown };
  /** Quotes; may not be lost. What is read from here is parsed, as no disk is to be trusted. */
  annotations: { key: string; value: StoredAnnotation; indexes: { created: string; pages: string } };
  /** Records that could not be read as quotes, as they were found. */
  setAside: { key: number; value: SetAside };
  /** Ids of quotes whose change has yet to reach the second copy. */
  toCopy: { key: string; value: string };
  /** Ids of quotes that an exported file holds. */
  exported: { key: string; value: true };
  /** What this database knows of itself. */
  meta: { key: string; value: unknown };
  /** What was asked of outside addresses; only the last few are kept. */
  requests: { key: number; value: RequestRecord };
}

export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** A record that is no quote, kept so that nothing that was saved is thrown away. */
export interface SetAside {
  /** ISO instant. */
  at: string;
  reason: string;
  record: unknown;
}

export const DATABASE_NAME = 'time-to-talk-iapt';

/** Version 1 looked quotes up by their whole address; the schema no longer knows that index. */
const URL_INDEX = 'url' as 'pages';

/**
 * What each version added to the one before. Only ever add to the end: the database's version is the list's length.
 * A migration uses the upgrade's own transaction, so that a throw leaves the older version whole.
 */
export const MIGRATIONS: readonly ((db: Database, upgrade: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore('feed');
    const annotations = db.createObjectStore('annotations', { keyPath: 'id' });
    annotations.createIndex('created', 'created');
    annotations.createIndex(URL_INDEX, 'source.url');
    db.createObjectStore('requests', { autoIncrement: true });
  },
  async (db, upgrade) => {
    db.createObjectStore('setAside', { autoIncrement: true });
    db.createObjectStore('toCopy');
    db.createObjectStore('meta');
    const annotations = upgrade.objectStore('annotations');
    annotations.deleteIndex(URL_INDEX);
    annotations.createIndex('pages', 'pages', { multiEntry: true });
    for (const record of await annotations.getAll()) await annotations.put(completeAnnotation(record));
  },
  // Which quotes an export held was not known; writing down that of tens of thousands would hold the first start up.
  (db) => {
    db.createObjectStore('exported');
  },
];

/**
 * How long to wait for the database, in milliseconds. Where an upgrade is blocked by a page of an older version, and so
 * is every opening behind it, waiting would never end; the browser says so only to the first.
 */
const PATIENCE = 10_000;
const PATIENCE_WHEN_BLOCKED = 1_000;

/** How long a failure to open stands before the next attempt, in milliseconds: not every request asks again. */
const RETRY_AFTER = 30_000;

/**
 * A connection that opens at first use and is opened again when the browser closes it: what it resolves to is open. Rejects
 * with an Error that says why the database can't be opened.
 */
export function createConnection(now: () => number): () => Promise<Database> {
  let opening: Promise<Database> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;

  function forget(closed: Promise<Database>): void {
    if (opening === closed) opening = undefined;
  }

  function connect(): Promise<Database> {
    if (opening && now() - failedAt <= RETRY_AFTER) return opening;
    failedAt = Number.POSITIVE_INFINITY;
    const started = open(() => forget(started));
    started.catch(() => {
      failedAt = now();
    });
    opening = started;
    return started;
  }

  return async () => {
    const connected = connect();
    const db = await connected;
    if (isOpen(db)) return db;
    forget(connected);
    return connect();
  };
}

/** The browser tells of a closing in a task of its own, which may come long after the connection is of no use any more. */
function isOpen(db: Database): boolean {
  try {
    unwrap(db).transaction('meta');
    return true;
  } catch {
    return false;
  }
}

/** Opens the database, bringing an older version up to date. `onClosed` runs when it can no longer be used. */
async function open(onClosed: () => void): Promise<Database> {
  const patience = new AbortController();
  const giveUpAfter = (time: number) => setTimeout(() => patience.abort(), time);
  const timer = giveUpAfter(PATIENCE);
  let failure: unknown;
  try {
    const opening = openDB<Schema>(DATABASE_NAME, MIGRATIONS.length, {
      async upgrade(db, from, _, upgrade) {
        // Its failure is that of the opening, which is told below.
        upgrade.done.catch(() => undefined);
        try {
          for (const migrate of MIGRATIONS.slice(from)) await migrate(db, upgrade);
        } catch (error) {
          failure = error;
          upgrade.abort();
        }
      },
      blocked: () => giveUpAfter(PATIENCE_WHEN_BLOCKED),
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
    return await orAborted(opening, patience.signal);
  } catch (error) {
    const cause = failure ?? error;
    throw new Error(i18n.t('error.storage', { reason: describeCause(cause) }), { cause });
  } finally {
    clearTimeout(timer);
  }
}

function describeCause(cause: unknown): string {
  const isNewer = cause instanceof Error && cause.name === 'VersionError';
  return isNewer ? i18n.t('error.storageNewer') : reasonOf(cause);
}

/** The connection, or a rejection once patience ends; one that comes later is closed, or it would block the next upgrade. */
function orAborted(opening: Promise<Database>, patience: AbortSignal): Promise<Database> {
  return new Promise((resolve, reject) => {
    patience.addEventListener('abort', () => reject(new Error(i18n.t('error.storageHeld'))));
    opening.then((db) => (patience.aborted ? db.close() : resolve(db)), reject);
  });
}
