/** What a person saved survives what disks, browsers and their makers do to it. */
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseDraft } from '../../lib/domain/annotation';
import * as store from '../../lib/platform/annotation-store';
import { createConnection, type Database } from '../../lib/platform/database';
import type { LibraryState } from '../../lib/platform/quote-calls';
import { createQuoteHandlers } from '../../lib/platform/quote-handlers';
import { recoverOnConnect } from '../../lib/platform/recovery';
import { readCopy } from '../../lib/platform/second-copy';
import { makeDraft } from '../make-draft';

const now = () => new Date('2026-11-23T09:00:00Z');
const newId = () => crypto.randomUUID();
const OURS = { id: fakeBrowser.runtime.id };

/** A start of the background: nothing in memory is left of the one before. */
function start() {
  const connect = recoverOnConnect({ connect: createConnection(Date.now), now, newId });
  const handlers = createQuoteHandlers({ connect, now, newId, isOurPage: () => true, announce: () => undefined });
  return { connect, handlers };
}

const draft = (exact: string) => parseDraft(makeDraft(exact));

/** All quotes, in the order of their ids. */
const listAll = async (db: Database) => (await store.readAnnotations(db, null, 100)).annotations;
const texts = (annotations: { quote: { exact: string } }[]) => annotations.map(({ quote }) => quote.exact).sort();
const state = async ({ handlers }: ReturnType<typeof start>) =>
  (await handlers.getLibraryState([], OURS)) as LibraryState;

async function keep(...words: string[]): Promise<Database> {
  const db = await start().connect();
  for (const exact of words) await store.saveQuote(db, draft(exact), newId(), now());
  return db;
}

/** The browser starts with empty files, as Chromium does when it finds its own unreadable. */
function loseDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

afterEach(() => vi.restoreAllMocks());

describe('the second copy', () => {
  it('follows each quote that is saved, changed and deleted', async () => {
    const db = await keep('one', 'two');
    const [first] = await listAll(db);
    await store.editAnnotations(db, [first?.id ?? ''], { note: 'seen' }, now());
    expect((await readCopy()).annotations).toContainEqual(expect.objectContaining({ id: first?.id, note: 'seen' }));
    await store.deleteAnnotations(db, [first?.id ?? '']);
    expect((await readCopy()).annotations).toHaveLength(1);
  });

  it('is made at the first start after an update, of the quotes that were there before', async () => {
    const db = await keep('one');
    db.close();
    await fakeBrowser.storage.local.clear();
    await start().connect();
    expect(texts((await readCopy()).annotations)).toEqual(['one']);
  });

  it('is brought up to date at the next start where the worker was ended before it was', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const db = await keep('one');
    expect(texts(await listAll(db))).toEqual(['one']);
    expect((await state(start())).copyFailure).toBe('QUOTA_BYTES quota exceeded');
    db.close();
    set.mockRestore();
    const next = start();
    await next.connect();
    expect(texts((await readCopy()).annotations)).toEqual(['one']);
    expect((await state(next)).copyFailure).toBe(null);
  });
});

describe('a database that comes back empty', () => {
  it('is told from a new one: its quotes are put back, and that is told until the person has seen it', async () => {
    await keep('one', 'two', 'three');
    loseDatabase();
    const next = start();
    expect(texts(await listAll(await next.connect()))).toEqual(['one', 'three', 'two']);
    expect((await state(next)).recovery).toEqual({ at: now().toISOString(), restored: 3 });
    await next.handlers.dismissRecovery([], OURS);
    expect((await state(next)).recovery).toBe(null);
    expect((await state(start())).recovery).toBe(null);
  });

  it('is a new one where nothing was ever kept', async () => {
    const { connect, handlers } = start();
    expect(await listAll(await connect())).toEqual([]);
    expect(await handlers.getLibraryState([], OURS)).toEqual({
      reminder: { unexported: 0, isDue: false },
      setAside: 0,
      recovery: null,
      copyFailure: null,
    });
  });

  it('does not bring back what the person had deleted', async () => {
    const db = await keep('one', 'two');
    const [gone] = await listAll(db);
    await store.deleteAnnotations(db, [gone?.id ?? '']);
    loseDatabase();
    expect(await listAll(await start().connect())).toHaveLength(1);
  });

  it('is restored whole at the second start where the first was ended half-way', async () => {
    await keep('one', 'two', 'three');
    loseDatabase();
    const copy = (await readCopy()).annotations;
    const half = await createConnection(Date.now)();
    await store.restoreAnnotations(half, copy.slice(0, 1));
    half.close();
    expect(texts(await listAll(await start().connect()))).toEqual(['one', 'three', 'two']);
  });
});

it('a database that lost its latest quotes gets them back', async () => {
  const db = await keep('one', 'two');
  // Gone without a trace, as a disk that forgets a flush leaves it.
  const [lost] = await db.getAllKeys('annotations');
  await db.delete('annotations', lost ?? '');
  db.close();
  expect(texts(await listAll(await start().connect()))).toEqual(['one', 'two']);
});

describe('a record that is no quote', () => {
  it.each([
    ['null selectors', { quote: null }],
    ['a wrong type', { tags: 'targets' }],
    ['a text of 5 MB', { quote: { type: 'TextQuoteSelector', exact: 'x'.repeat(5_000_000), prefix: '', suffix: '' } }],
  ])('with %s is set aside and counted, and the others are shown', async (_, damage) => {
    const db = await keep('one', 'two');
    const [id = ''] = await db.getAllKeys('annotations');
    const damaged = { ...(await db.get('annotations', id)), ...damage };
    await db.put('annotations', damaged as never);
    await fakeBrowser.storage.local.remove(`quote:${id}`);
    expect(await listAll(db)).toHaveLength(1);
    expect(await db.getAll('setAside')).toEqual([
      { at: expect.any(String), reason: expect.stringContaining('not accepted'), record: damaged },
    ]);
  });

  it('gives way to what the second copy has of it', async () => {
    const db = await keep('one');
    const [id = ''] = await db.getAllKeys('annotations');
    await db.put('annotations', { id, quote: null } as never);
    expect(texts((await store.readAnnotations(db, null, 10)).annotations)).toEqual(['one']);
    expect(texts(await listAll(db))).toEqual(['one']);
    expect(await db.count('setAside')).toBe(1);
  });

  it('is set aside once, though two pages read it at the same time', async () => {
    const db = await keep('one', 'two');
    const [first, second] = await listAll(db);
    const damage = async (id = '') => db.put('annotations', { id, quote: null } as never);
    await damage(first?.id);
    await damage(second?.id);
    await fakeBrowser.storage.local.remove(`quote:${second?.id}`);
    const lists = await Promise.all([listAll(db), listAll(db)]);
    expect(lists).toEqual([[first], [first]]);
    expect(await db.count('setAside')).toBe(2);
  });

  it('in the copy is set aside too, and does not keep the others from coming back', async () => {
    await keep('one', 'two');
    await fakeBrowser.storage.local.set({ 'quote:broken': { quote: 5 } });
    loseDatabase();
    const next = start();
    expect(texts(await listAll(await next.connect()))).toEqual(['one', 'two']);
    expect(await state(next)).toMatchObject({ setAside: 1, recovery: { restored: 2 } });
  });
});

describe('a full disk', () => {
  const full = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };

  it.each([
    ['refuses the write', () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)],
    [
      'ends the transaction',
      () =>
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
          this.transaction.abort();
          return full();
        }),
    ],
  ])('that %s is told in words, the quote is not said to be saved, and what was kept stays', async (_, fill) => {
    const db = await keep('one');
    const spy = fill();
    await expect(store.saveQuote(db, draft('two'), newId(), now())).rejects.toThrow(
      'There is no room left on the disk. What was kept before is still there. Make room and try again.',
    );
    spy.mockRestore();
    expect(texts(await listAll(db))).toEqual(['one']);
    await store.saveQuote(db, draft('two'), newId(), now());
    expect(texts(await listAll(db))).toEqual(['one', 'two']);
  });
});

describe('a connection that the browser closed', () => {
  it('is opened again, and the call is answered', async () => {
    const { connect, handlers } = start();
    const { annotation } = await handlers.saveQuote([draft('one')], OURS);
    const db = await connect();
    forceCloseDatabase(unwrap(db) as never);
    expect(await handlers.listNewest([10], OURS)).toEqual([annotation]);
  });

  it('is opened again though the browser has not told of it', async () => {
    const { connect, handlers } = start();
    const { annotation } = await handlers.saveQuote([draft('one')], OURS);
    // The same, but for the event.
    (await connect()).close();
    expect(await handlers.listNewest([10], OURS)).toEqual([annotation]);
  });

  it('between two steps of a call is opened again, and the call is made once more', async () => {
    const { connect, handlers } = start();
    const { annotation } = await handlers.saveQuote([draft('one')], OURS);
    const db = await connect();
    vi.spyOn(db, 'getAll').mockImplementationOnce(() => {
      db.close();
      return Promise.reject(new DOMException('The database connection is closing.', 'InvalidStateError'));
    });
    expect(await handlers.listNewest([10], OURS)).toEqual([annotation]);
  });
});

it('twenty quotes saved at once from two pages are all kept', async () => {
  const db = await start().connect();
  const words = Array.from({ length: 20 }, (_, index) => `quote ${index}`);
  await Promise.all(words.map((exact) => store.saveQuote(db, draft(exact), newId(), now())));
  expect(texts(await listAll(db))).toEqual(words.toSorted());
  expect(texts((await readCopy()).annotations)).toEqual(words.toSorted());
});

describe('the reminder to export', () => {
  const reminder = async () => (await state(start())).reminder;

  /** Saves quotes, and gives their ids. */
  async function save(from: number, to: number): Promise<string[]> {
    const { handlers } = start();
    const ids: string[] = [];
    for (let n = from; n < to; n++) {
      const { annotation } = await handlers.saveQuote([draft(`quote ${n}`)], OURS);
      ids.push(annotation.id);
    }
    return ids;
  }

  it('is due at fifty quotes that no file holds: each that an export held is in one, whatever else was exported', async () => {
    const ids = await save(0, 50);
    expect(await reminder()).toEqual({ unexported: 50, isDue: true });
    await start().handlers.markExported([ids.slice(0, 1)], OURS);
    expect(await reminder()).toEqual({ unexported: 49, isDue: false });
    await start().handlers.markExported([ids.slice(0, 20)], OURS);
    expect(await reminder()).toEqual({ unexported: 30, isDue: false });
    await save(50, 70);
    expect(await reminder()).toEqual({ unexported: 50, isDue: true });
  });

  it('counts a quote that was deleted no more, and one that was brought back again', async () => {
    const [id = ''] = await save(0, 2);
    const { handlers } = start();
    const [quote] = await handlers.getAnnotations([[id]], OURS);
    await handlers.deleteAnnotations([[id]], OURS);
    expect((await reminder()).unexported).toBe(1);
    await handlers.restoreAnnotations([[quote]], OURS);
    expect((await reminder()).unexported).toBe(2);
  });

  it('that was put off comes back with as many quotes again, and not because some were exported in between', async () => {
    const ids = await save(0, 50);
    const { handlers } = start();
    await handlers.postponeReminder([], OURS);
    expect(await reminder()).toEqual({ unexported: 50, isDue: false });
    await handlers.markExported([ids], OURS);
    expect(await reminder()).toEqual({ unexported: 0, isDue: false });
    await save(50, 100);
    expect(await reminder()).toEqual({ unexported: 50, isDue: true });
  });
});
