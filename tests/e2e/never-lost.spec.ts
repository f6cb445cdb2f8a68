/** What was saved is there again after the browser lost its database, ended the worker, or ran out of room. */
import type { Extension } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { layer, Surface } from './surface';

const { address } = fixturePage('national');
const WORDS = ['She keeps a kettle beside the phone.', 'Before that there is a garden to dig over'];

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

async function saveWords(extension: Extension): Promise<void> {
  const tab = await extension.visit(address);
  for (const words of WORDS) {
    await selectWords(tab, words);
    await extension.command(tab, 'save-quote');
    await layer(tab).shows('Quote saved.');
    await layer(tab).click('Close');
  }
}

/** As a browser loses it: from outside, while the extension runs. */
async function loseDatabase(page: OwnPage): Promise<void> {
  await page.tab.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('time-to-talk-iapt');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
}

test('quotes of a database that is gone come back from the second copy, and that is told once', async ({
  extension,
}) => {
  await saveWords(extension);
  const page = await OwnPage.open(extension);
  const before = await page.listQuotes();
  expect(before).toHaveLength(2);
  await loseDatabase(page);
  const library = new Surface(await extension.openPage('library.html'));
  await library.shows('The browser had lost 2 quotes. They were put back from the second copy on');
  for (const words of WORDS) await library.shows(words);
  expect(await page.listQuotes()).toEqual(before);
  await library.click('I’ve seen it');
  await expect.poll(() => library.text()).not.toContain('The browser had lost');
});

test('a deleted quote does not come back with a lost database', async ({ extension }) => {
  await saveWords(extension);
  const page = await OwnPage.open(extension);
  const [first] = await page.listQuotes();
  await page.ask('deleteAnnotations', [first?.id]);
  await loseDatabase(page);
  await extension.stopBackground();
  expect(await page.listQuotes()).toHaveLength(1);
});

test('a record that no longer reads as a quote is put right from the second copy, and kept to be exported', async ({
  extension,
}) => {
  await saveWords(extension);
  const page = await OwnPage.open(extension);
  const before = await page.listQuotes();
  await page.tab.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('time-to-talk-iapt');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction('annotations', 'readwrite');
          const store = tx.objectStore('annotations');
          store.getAllKeys().onsuccess = ({ target }) => {
            const [id] = (target as IDBRequest<string[]>).result;
            store.put({ id, quote: null, created: 7 });
          };
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
  );
  const library = new Surface(await extension.openPage('library.html'));
  await library.shows('1 record could not be read as a quote. It was set aside as it is.');
  expect(await page.listQuotes()).toEqual(before);
  const file = await extension.download(() => library.click('Export what was set aside'));
  expect(JSON.parse(file.text)).toEqual([
    expect.objectContaining({ record: expect.objectContaining({ quote: null }) }),
  ]);
});

test('a quote that was said to be saved is there when the worker is ended at once', async ({ extension }) => {
  const tab = await extension.visit(address);
  await selectWords(tab, WORDS[0] ?? '');
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
  await extension.stopBackground();
  const page = await OwnPage.open(extension);
  expect((await page.listQuotes()).map(({ quote }) => quote.exact)).toEqual([WORDS[0]]);
  expect(await page.ask('listCopy')).toHaveLength(1);
});
