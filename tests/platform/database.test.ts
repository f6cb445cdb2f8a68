/** The database opens from every older version, fails in words, and recovers. */
import { deleteDB, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { embeddedDocument as document } from '../../lib/domain/embedded-feed';
import { listOfPage, readAnnotations } from '../../lib/platform/annotation-store';
import { createConnection, DATABASE_NAME, type Database, MIGRATIONS } from '../../lib/platform/database';
import { keepFeed, readFeed } from '../../lib/platform/feed-cache';
import { listRequests, logRequest } from '../../lib/platform/request-log';
import version1 from '../fixtures/databases/v1.json';
import version2 from '../fixtures/databases/v2.json';
import version3 from '../fixtures/databases/v3.json';

interface Fixture {
  version: number;
  stores: {
    name: string;
    keyPath: string | null;
    autoIncrement: boolean;
    indexes: { name: string; keyPath: string; multiEntry?: boolean }[];
    records: { value: object }[];
  }[];
}

const VERSIONS: Fixture[] = [version1, version2, version3];
const NEWEST = version3;

const connect = () => createConnection(Date.now)();
const listAll = async (db: Database) => (await readAnnotations(db, null, 100)).annotations;

/** Builds a database as an older version of the product left it. */
async function restore({ version, stores }: Fixture): Promise<void> {
  const db = await openDB(DATABASE_NAME, version, {
    upgrade(upgrading) {
      for (const { name, keyPath, autoIncrement, indexes } of stores) {
        const store = upgrading.createObjectStore(name, { ...(keyPath && { keyPath }), autoIncrement });
        for (const index of indexes) {
          store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry ?? false });
        }
      }
    },
  });
  for (const { name, records } of stores) {
    for (const { value } of records) await db.add(name, value);
  }
  db.close();
}

describe('migrations', () => {
  it('have a fixture of every version', () => {
    expect(VERSIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it.each(VERSIONS)('bring version $version up to date with every quote in it', async (fixture) => {
    await restore(fixture);
    const db = await connect();
    expect(db.version).toBe(MIGRATIONS.length);
    const kept = recordsOf(fixture).map(({ pages: _, ...record }) => record);
    const quotes = await listAll(db);
    expect(quotes).toHaveLength(2);
    for (const record of kept) expect(quotes).toContainEqual(expect.objectContaining({ ...record, source: SOURCE }));
  });

  it('bring every older version to the records of the newest, with what was not known empty', async () => {
    await restore(version1);
    const db = await connect();
    expect(await db.get('annotations', '00000000-0000-4000-8000-000000000002')).toEqual(recordsOf(NEWEST)[1]);
    expect((await listOfPage(db, 'http://news.example/2?utm_source=x#top'))[0]?.quote.exact).toBe(
      'Another invented sentence.',
    );
  });

  it('make the stores and indexes of the newest fixture', async () => {
    const db = await connect();
    expect([...db.objectStoreNames].sort()).toEqual(NEWEST.stores.map(({ name }) => name).sort());
    expect([...db.transaction('annotations').store.indexNames].sort()).toEqual(['created', 'pages']);
  });

  it('leave a record that is no quote to be set aside, and bring the others up to date', async () => {
    await restore(version1);
    const old = await openDB(DATABASE_NAME, 1);
    await old.put('annotations', { id: 'broken', created: 7, quote: null });
    old.close();
    const db = await connect();
    expect(await listAll(db)).toHaveLength(2);
    expect(await db.getAll('setAside')).toEqual([
      expect.objectContaining({
        record: expect.objectContaining({ id: 'broken', quote: null }),
        reason: expect.stringMatching(/^This quote was not accepted: /),
      }),
    ]);
    expect(await db.count('annotations')).toBe(2);
  });

  it('leave the older version whole where one fails, and the next start tries again', async () => {
    await restore(version1);
    const createIndex = vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
      throw new Error('half-way');
    });
    await expect(connect()).rejects.toThrow('half-way');
    createIndex.mockRestore();
    expect((await openDB(DATABASE_NAME).then((db) => [db.version, db.close()]))[0]).toBe(1);
    expect(await listAll(await connect())).toHaveLength(2);
  });
});

/** Version 1 did not write down when a page was seen. */
const SOURCE = expect.objectContaining({ title: 'An invented article', seenAt: expect.any(String) });

function recordsOf({ stores }: Fixture): Record<string, unknown>[] {
  const records = stores.find(({ name }) => name === 'annotations')?.records ?? [];
  return records.map(({ value }) => value as Record<string, unknown>);
}

describe('a database that cannot be opened', () => {
  it('is refused with the reason, and asked for again only after a while', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    let now = 0;
    const reconnect = createConnection(() => now);
    await expect(reconnect()).rejects.toThrow(
      'The browser’s storage could not be opened (A mutation operation was attempted).',
    );
    await expect(reconnect()).rejects.toThrow();
    expect(open).toHaveBeenCalledTimes(1);
    open.mockRestore();
    now = 60_000;
    expect((await reconnect()).version).toBe(MIGRATIONS.length);
  });

  it('is given up where an older page holds it, and not leaked when it comes late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const holder = await openDB(DATABASE_NAME, 1);
      let isBlocked: (value?: unknown) => void = () => undefined;
      const blocked = new Promise((resolve) => {
        isBlocked = resolve;
      });
      const upgrade = openDB(DATABASE_NAME, 2, { blocked: isBlocked });
      await blocked;
      const refused = expect(connect()).rejects.toThrow(/another page of the extension holds it/);
      await vi.advanceTimersByTimeAsync(10_000);
      await refused;
      holder.close();
      (await upgrade).close();
      // A leaked connection would block this for ever.
      await deleteDB(DATABASE_NAME, { blocked: () => expect.fail('a connection is still open') });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the feed cache', () => {
  const newer = { ...document, edition: 3, editions: [...document.editions, { ...document.editions[1], number: 3 }] };

  it('gives back the feed that was kept last', async () => {
    const db = await connect();
    await keepFeed(db, document);
    await keepFeed(db, newer);
    expect((await readFeed(db))?.edition).toBe(3);
  });

  it('sets a stored feed aside that this version cannot read', async () => {
    const db = await connect();
    await db.put('feed', { format: 99 }, 'current');
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(await readFeed(db)).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
  });
});

it('the request log keeps the last ten, newest first', async () => {
  const db = await connect();
  for (let i = 0; i < 12; i++)
    await logRequest(db, { at: `2026-11-23T09:00:${i + 10}.000Z`, url: 'https://feed.example/', outcome: `${i}` });
  expect((await listRequests(db)).map(({ outcome }) => outcome)).toEqual([
    '11',
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    '3',
    '2',
  ]);
});
