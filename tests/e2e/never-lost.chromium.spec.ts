/** Chromium starts silently empty where it finds its database files unreadable: the quotes come back from local storage. */
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDraft } from '../make-draft';
import type { ChromiumExtension } from './chromium';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

const FAULTS: Record<string, (databases: string) => void> = {
  'overwritten with rubbish': (databases) => {
    for (const file of globSync(`${databases}/*.indexeddb.leveldb/{*.ldb,*.log,MANIFEST*}`))
      writeFileSync(file, 'rubbish');
  },
  gone: (databases) => rmSync(databases, { recursive: true }),
};

for (const [fault, damage] of Object.entries(FAULTS)) {
  test(`quotes come back, and that is said, where the database’s files are ${fault}`, async () => {
    let profile = '';
    const prepareProfile = (folder: string) => {
      profile = folder;
    };
    await withOwnBrowser({ variant: 'production', prepareProfile }, async (extension) => {
      const page = await OwnPage.open(extension);
      for (const words of ['The first.', 'The second.']) await page.ask('saveQuote', makeDraft(words));
      const before = await page.listQuotes();
      // The browser has to have written what a copy of its profile is to hold.
      await (extension as ChromiumExtension).context.close();
      const copy = (folder: string) => {
        cpSync(profile, folder, { recursive: true, filter: (path) => !/Singleton\w+$/.test(path) });
        damage(join(folder, 'Default/IndexedDB'));
      };
      await withOwnBrowser({ variant: 'production', prepareProfile: copy }, async (again) => {
        const library = new Surface(await again.openPage('library.html'));
        await library.shows('The browser had lost 2 quotes.');
        await library.shows('The second.');
        expect(await (await OwnPage.open(again)).listQuotes()).toEqual(before);
      });
    });
  });
}

test('a full disk is told in words, nothing is said to be saved, and what was kept stays', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const page = await OwnPage.open(extension);
    await page.ask('saveQuote', makeDraft('Kept before.'));
    // No quota can be set for an extension's pages: the worker's own writes are refused instead.
    await (extension as ChromiumExtension).context
      .serviceWorkers()
      .at(-1)
      ?.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      });
    expect(await page.reply('saveQuote', makeDraft('Too much.'))).toEqual({
      ok: false,
      error: 'There is no room left on the disk. What was kept before is still there. Make room and try again.',
    });
    expect((await page.listQuotes()).map(({ quote }) => quote.exact)).toEqual(['Kept before.']);
    await extension.stopBackground();
    await page.ask('saveQuote', makeDraft('There is room again.'));
    expect(await page.listQuotes()).toHaveLength(2);
  });
});
