/** The one database, which only the background opens: its schema, its migrations and its connection. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Annotation } from '../domain/annotation';
import type { RequestRecord } from './messages';

interface Schema extends DBSchema {
  /** The newest published feed, as it was published; may be lost. */
  feed: { key: 'current'; value: unknown };
  /** Quotes; may not be lost. */
  annotations: { key: string; value: Annotation; indexes: { created: string; url: string } };
  /** What was asked of outside addresses; only the last few are kept. */
  requests: { key: number; value: RequestRecord };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE_NAME = 'time-to-talk-iapt';

/**
 * What each version added to the one before. Only ever add to the end: the database's version is the list's length.
 * A migration uses the upgrade's own transaction, so that a throw leaves the older version whole.
 */
export const MIGRATIONS: readonly ((db: Database) => void)[] = [
  (db) => {
    db.createObjectStore('feed');
    const annotations = db.createObjectStore('annotations', { keyPath: 'id' });
    annotations.createIndex('created', 'created');
    annotations.createIndex('url', 'source.url');
    db.createObjectStore('requests', { autoIncrement: true });
  },
];

/** How long an upgrade may wait for another connection to close, in milliseconds. */
const BLOCKED_FOR = 1_000;

/** How long a failure to open stands before the next attempt, in milliseconds: not every request asks again. */
const RETRY_AFTER = 30_000;

/**
 * A connection that opens at first use and is opened again when the browser closes it. Rejects with an Error that
 * says why the database can't be opened.
 */
export function createConnection(now: () => number): () => Promise<Database> {
  let opening: Promise<Database> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (!opening || now() - failedAt > RETRY_AFTER) {
      failedAt = Number.POSITIVE_INFINITY;
      opening = open(() => {
        opening = undefined;
      });
      opening.catch(() => {
        failedAt = now();
      });
    }
    return opening;
  };
}

/** Opens the database, bringing an older version up to date. `onClosed` runs when it can no longer be used. */
async function open(onClosed: () => void): Promise<Database> {
  let giveUp: (reason: Error) => void = () => undefined;
  const blocked = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  let abandoned = false;
  const opened = openDB<Schema>(DATABASE_NAME, MIGRATIONS.length, {
    upgrade(db, from) {
      for (const migrate of MIGRATIONS.slice(from)) migrate(db);
    },
    blocked() {
      setTimeout(() => {
        abandoned = true;
        giveUp(
          new Error('Another page of the extension still uses an older version. Close it, or restart the browser.'),
        );
      }, BLOCKED_FOR);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  // A connection that comes after it was given up would block the next upgrade.
  opened.then(
    (db) => abandoned && db.close(),
    () => undefined,
  );
  try {
    return await Promise.race([opened, blocked]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The browser’s storage could not be opened (${reason}).`, { cause });
  }
}
