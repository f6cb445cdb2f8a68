/** Faults of the browser, in the browser: an alarm that is gone, a database of a newer build, settings that can't be kept. */
import { generateKeys } from '../../lib/platform/feed-signature';
import { makeDraft } from '../make-draft';
import { FEED_ADDRESS, FEED_HOST, FeedHost } from './feed-host';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

/** The extension's world, as far as these tests reach into it. */
declare const browser: WebExtension | undefined;
declare const chrome: WebExtension;
interface WebExtension {
  alarms: { clearAll(): Promise<boolean>; getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  storage: { local: { set(items: object): Promise<void> } };
}

const DRAFT = makeDraft('Kept by the newer build.');

test('an alarm that the browser lost is set again at the background’s next start', async () => {
  const { publicKey } = await generateKeys();
  const host = await FeedHost.start();
  try {
    await withOwnBrowser({ variant: 'production', hosts: { [FEED_HOST]: host.port } }, async (extension) => {
      const page = await OwnPage.open(extension);
      const alarms = () => page.tab.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).alarms.getAll());
      const dueAt = async () => (await alarms()).map(({ scheduledTime }) => scheduledTime);
      await page.ask('changeFeedPlace', { address: FEED_ADDRESS, key: publicKey });
      await page.ask('checkFeed');
      await expect.poll(async () => (await alarms()).map(({ name }) => name)).toEqual(['feed']);
      const before = await dueAt();
      await page.tab.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).alarms.clearAll());
      await extension.stopBackground();
      await page.ask('getFeed');
      await expect.poll(dueAt).toEqual(before);
    });
  } finally {
    host.close();
  }
});

test('an older build that finds the database of a newer one says so, keeps nothing in it and changes nothing', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const page = await OwnPage.open(extension);
    await page.ask('saveQuote', DRAFT);
    await page.tab.evaluate(openAsNewerBuild);
    await extension.stopBackground();

    const refused = {
      ok: false,
      error: expect.stringContaining('a newer version of the extension keeps quotes in it'),
    };
    expect(await page.reply('saveQuote', makeDraft('Later.'))).toEqual(refused);
    await new Surface(await extension.openPage('library.html')).shows(
      'a newer version of the extension keeps quotes in it',
    );
    await new Surface(await extension.openPage('popup.html')).shows('41% said Yes');
    const kept = await page.tab.evaluate(openAsNewerBuild);
    expect(kept).toEqual(['Kept by the newer build.']);
  });
});

test('a setting that can’t be kept stays as it was, and the reason is said', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const options = new Surface(await extension.openPage('options.html'));
    await options.control('Mark passages that a figure bears on');
    const isOn = () =>
      options.tab.evaluate(() => document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked').length);
    const before = await isOn();
    await options.tab.evaluate(() => {
      (typeof browser === 'undefined' ? chrome : browser).storage.local.set = () =>
        Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await options.click('Pause until I resume');
    await options.shows('QUOTA_BYTES quota exceeded');
    await options.shows('It is not paused.');
    await options.click('Mark passages that a figure bears on');
    await options.shows('QUOTA_BYTES quota exceeded');
    expect(await isOn()).toBe(before);
  });
});

/** Runs in a page of the extension: brings the database to a version that no build has yet, and tells what it holds. */
function openAsNewerBuild(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('time-to-talk-iapt', 99);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction('annotations').objectStore('annotations').getAll();
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result.map(({ quote }) => quote.exact));
      };
    };
  });
}
