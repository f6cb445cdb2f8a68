/** What a person deletes altogether is gone from every place, and stays gone. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restoreAnnotations } from '../../lib/platform/annotation-store';
import { createConnection } from '../../lib/platform/database';
import { deleteEverything } from '../../lib/platform/delete-everything';
import { logRequest } from '../../lib/platform/request-log';
import { readCopy } from '../../lib/platform/second-copy';
import { saveSettings } from '../../lib/platform/settings-store';
import { makeQuote } from '../make-quote';

const connect = createConnection(Date.now);
let granted: string[];

beforeEach(() => {
  granted = ['https://*.pulse.example/*', 'https://*.news.example/*'];
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: [...granted] }),
    remove: async ({ origins }: { origins: string[] }) => {
      granted = granted.filter((origin) => !origins.includes(origin));
      return true;
    },
  });
});

it('quotes, their second copy, settings and log are gone, and no site is granted any more', async () => {
  const db = await connect();
  await restoreAnnotations(db, [makeQuote()]);
  await saveSettings({ mastodonServer: 'mastodon.social' });
  await logRequest(db, { at: '2026-11-23T09:00:00.000Z', url: 'https://results.example/feed.json', outcome: 'asked' });
  await deleteEverything(db);
  for (const store of db.objectStoreNames) if (store !== 'meta') expect(await db.count(store), store).toBe(0);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(granted).toEqual([]);
});

it('a quote that was just being copied is not in the copy afterwards', async () => {
  const db = await connect();
  const arrived = Promise.withResolvers<void>();
  const { local } = fakeBrowser.storage;
  const set = local.set.bind(local);
  const slow = vi.spyOn(local, 'set').mockImplementation(async (items) => {
    arrived.resolve();
    // Turns enough for a deletion that doesn't wait to be over by then.
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    await set(items);
  });
  const saving = restoreAnnotations(db, [makeQuote()]);
  await arrived.promise;
  await Promise.all([saving, deleteEverything(db)]);
  slow.mockRestore();
  expect(await readCopy()).toEqual({ annotations: [], unreadable: [] });
  expect(await db.count('annotations')).toBe(0);
});
