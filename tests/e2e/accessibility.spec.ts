/** Our own pages are open to everybody: in every look, at 400% zoom, and by name, role and landmark. */
import { findBarriers } from './accessibility';
import { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';
import { resize } from './window';

/** Each page, what it is called, and words that stand on it once it is whole. */
const PAGES = [
  { path: 'popup.html', title: 'Time to Talk IAPT', heading: 'The IAPT workers’ survey', whole: 'Quotes (' },
  { path: 'options.html', title: /^Settings/, heading: 'Settings', whole: 'Nothing has been sent.' },
  { path: 'first-run.html', title: /^First steps/, heading: /^What staff said/, whole: 'Alt+Shift+Q' },
  { path: 'method.html', title: /^Method/, heading: /^How the survey was made/, whole: 'What it does not do' },
  { path: 'library.html', title: /^Quotes/, heading: 'Quotes', whole: 'No quotes yet' },
  { path: 'brief.html', title: /^Brief/, heading: 'Brief', whole: 'No quotes were chosen' },
];
/** A brief that has something in it: the quote is saved for it, and deleted after. */
const BRIEF = { title: /^Brief/, heading: 'Brief: The IAPT Survey Results', whole: 'About the figures' };

async function openWhole(extension: Extension, { path, whole }: (typeof PAGES)[number]): Promise<Tab> {
  const tab = await extension.openPage(path);
  await new Surface(tab).shows(whole);
  return tab;
}

/** Looks at a brief of one quote as it is on screen. */
async function withBrief(extension: Extension, look: (page: (typeof PAGES)[number]) => Promise<void>): Promise<void> {
  const own = await OwnPage.open(extension);
  const { address, marked } = fixturePage('national');
  const article = await extension.visit(address);
  const source = {
    url: address,
    canonicalUrl: null,
    title: 'The cost of targets',
    outlet: null,
    authors: [],
    published: null,
    modified: null,
    language: null,
  };
  const quote = { type: 'TextQuoteSelector', exact: marked[0]?.sentence, prefix: '', suffix: '' };
  await own.replyToContent(article, 'saveQuote', { quote, position: null, source, statistics: ['burnout'] });
  const [saved] = await own.listQuotes();
  await look({ ...BRIEF, path: `brief.html#${saved?.id}` });
  await own.deleteAllQuotes();
}

/** Chooses the look as a person does, in the settings. */
async function choose(extension: Extension, look: string): Promise<void> {
  const settings = new Surface(await extension.openPage('options.html'));
  await settings.click(look);
  await expect.poll(async () => (await settings.controls()).filter(({ name }) => name === look)).not.toEqual([]);
  await settings.tab.close();
}

test.beforeAll(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

for (const look of ['Light', 'Dark']) {
  test(`axe finds no barrier on any page of ours in the look “${look}”`, async ({ extension }) => {
    await choose(extension, look);
    for (const page of PAGES) {
      const tab = await openWhole(extension, page);
      expect(await findBarriers(tab), page.path).toEqual([]);
      await tab.close();
    }
    await withBrief(extension, async (page) => {
      expect(await findBarriers(await openWhole(extension, page)), page.path).toEqual([]);
    });
    await choose(extension, 'As my system');
  });
}

test('axe finds no barrier on any page of ours where the system forces its colours', async () => {
  const preferences = { 'browser.display.document_color_use': 2, 'browser.display.use_system_colors': true };
  await withOwnBrowser({ variant: 'granted', preferences }, async (extension) => {
    for (const page of PAGES) {
      const tab = await openWhole(extension, page);
      if (tab instanceof ChromiumTab) await tab.page.emulateMedia({ forcedColors: 'active' });
      expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches), page.path).toBe(true);
      expect(await findBarriers(tab), page.path).toEqual([]);
      await tab.close();
    }
  });
});

test('every page of ours has a name, a language, one heading of the first rank and one main part', async ({
  extension,
}) => {
  for (const page of PAGES) {
    const tab = await openWhole(extension, page);
    const { title, language, headings, mains, ranks } = await tab.evaluate(() => ({
      title: document.title,
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll('h1')].map(({ innerText }) => innerText),
      mains: document.querySelectorAll('main').length,
      ranks: [...document.querySelectorAll('h1,h2,h3,h4')].map(({ tagName }) => Number(tagName[1])),
    }));
    expect(title, page.path).toMatch(page.title);
    expect(language, page.path).toBe('en-GB');
    expect(headings, page.path).toHaveLength(1);
    expect(headings[0], page.path).toMatch(page.heading);
    expect(mains, page.path).toBe(1);
    // No rank is left out on the way down.
    expect(
      ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1),
      page.path,
    ).toEqual([]);
    await tab.close();
  }
});

test('at 400% zoom nothing has to be scrolled sideways, nothing is cut off, and nothing moves by itself', async ({
  extension,
}) => {
  for (const page of PAGES) {
    const tab = await openWhole(extension, page);
    await resize(tab, 320);
    await expect.poll(() => tab.evaluate(() => innerWidth)).toBe(320);
    const wide = await tab.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg'))
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
        .filter((element) => element === document.documentElement || getComputedStyle(element).overflowX !== 'visible')
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(wide, page.path).toEqual([]);
    const outside = (await new Surface(tab).controls()).filter(({ box }) => box.x < 0 || box.x + box.width > 320);
    expect(
      outside.map(({ name }) => name),
      page.path,
    ).toEqual([]);
    expect(await tab.evaluate(() => document.getAnimations().length), page.path).toBe(0);
    await tab.close();
  }
});

test('the number behind a quote of a brief leads to its source by keyboard, and the brief can still be loaded again', async ({
  extension,
}) => {
  await withBrief(extension, async (page) => {
    const tab = await openWhole(extension, page);
    await tab.bringToFront();
    await tab.evaluate(() => document.querySelector<HTMLElement>('a[href="#source-1"]')?.focus());
    await tab.press('Enter');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('source-1');
    expect(await tab.address()).toContain(page.path);
  });
});
