/** A browser that opens no database: figures, marks and cards work, nothing is said to be kept, and that is said. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extension, LaunchOptions } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { card, layer, Surface } from './surface';

const { address } = fixturePage('national');

/** Chromium finds a file where its databases should lie; Firefox is in permanent private browsing. */
const NO_STORAGE: LaunchOptions = {
  variant: 'granted',
  prepareProfile: (profile) => writeFileSync(join(profile, 'Default/IndexedDB'), ''),
  inPrivateWindows: true,
  preferences: { 'browser.privatebrowsing.autostart': true },
};

test('without storage the popup shows its figures and says that quotes are not kept', async () => {
  await withOwnBrowser(NO_STORAGE, async (extension) => {
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.shows('Quotes are not kept');
    await popup.shows('71% said Yes: “Have you ever experienced burnout as a result of working in IAPT?”');

    const library = new Surface(await extension.openPage('library.html'));
    await library.shows('Quotes aren’t kept at the moment.');
    const options = new Surface(await extension.openPage('options.html'));
    await options.shows('Quotes aren’t kept at the moment, because your browser gives the extension no storage.');
    await options.shows('Nothing has been sent.');
    await marksAndCardWork(extension);
  });
});

async function marksAndCardWork(extension: Extension): Promise<void> {
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.isRegistered()).toBe(true);
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).shows('71%');
  await card(tab).shows('Other evidence');
  await tab.press('Escape');
  await selectWords(tab, 'She keeps a kettle beside the phone.');
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('The quote was not saved.');
  await layer(tab).shows('Copy it instead');
  const reply = await page.reply('listNewest', 10);
  expect(reply).toMatchObject({ ok: false });
}
