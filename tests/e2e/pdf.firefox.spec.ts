/** A PDF, in whose viewer no script of ours may run: the menu alone saves from it. Headless Chromium has no such viewer. */
import type { Extension, Tab } from './extension';
import { expect, test, withOwnBrowser } from './harness';
import { livePage } from './live-pages';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

const WORDS = 'Most of the staff who answered were burnt out.';
const REPORT = livePage('report.pdf');

/** Selected by script: the viewer moves its text about while it draws, under a mouse that drags over it. */
async function saveByMenu(extension: Extension, tab: Tab): Promise<void> {
  const isDrawn = () =>
    tab.evaluate((words) => document.querySelector('.textLayer span')?.textContent === words, WORDS);
  await expect.poll(isDrawn).toBe(true);
  const { x, y, width, height } = await tab.evaluate(() => {
    const line = document.querySelector('.textLayer span') as Element;
    getSelection()?.selectAllChildren(line);
    return line.getBoundingClientRect().toJSON();
  });
  await extension.chooseMenuItem(tab, 'save-quote', { x: x + width / 2, y: y + height / 2 });
}

test('a quote saved by menu from a PDF is kept with its address, and shown in the library', async () => {
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    await saveByMenu(extension, await extension.visit(REPORT));
    await new Surface(await extension.tabAt('library.html')).shows(WORDS);
    const [quote] = await (await OwnPage.open(extension)).listQuotes();
    expect(quote?.quote.exact).toBe(WORDS);
    expect(quote?.source.url).toBe(REPORT);
  });
});

test('a quote that can’t be kept from a PDF in a private window is said not to be, with the reason', async () => {
  const preferences = { 'browser.privatebrowsing.autostart': true };
  await withOwnBrowser({ variant: 'granted', inPrivateWindows: true, preferences }, async (extension) => {
    await saveByMenu(extension, await extension.visit(REPORT));
    const library = new Surface(await extension.tabAt('library.html'));
    await library.shows('The quote was not saved. The reason given: Quotes from private windows are not kept.');
  });
});
