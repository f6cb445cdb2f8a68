/** What every surface looks like, as pictures to look at, and what must be true of each of them (Chromium). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers } from './accessibility';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Root, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { openCardOn, saveTwoQuotes } from './open-card';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

const FOLDER = join(import.meta.dirname, '../../test-results/screens');

const LOOKS = [
  { look: 'light', colorScheme: 'light', width: 1000 },
  { look: 'dark', colorScheme: 'dark', width: 1000 },
  // 320 CSS pixels are 1280 at 400% zoom: https://www.w3.org/TR/WCAG22/#reflow
  { look: 'narrow', colorScheme: 'light', width: 320 },
] as const;

/** Opens a surface; `dress` gives its tab the look before anything is done in it. */
type Open = (extension: Extension, dress: (tab: Tab) => Promise<void>) => Promise<Tab>;

const openPopup: Open = async (extension, dress) => {
  const tab = await extension.openPage('popup.html');
  await dress(tab);
  await new Surface(tab).shows('Quotes (');
  return tab;
};

const SURFACES: { name: string; widest?: number; open: Open }[] = [
  { name: 'popup', widest: 448, open: openPopup },
  {
    name: 'popup-share',
    widest: 448,
    async open(extension, dress) {
      const tab = await openPopup(extension, dress);
      await new Surface(tab).click('Share…');
      await new Surface(tab).shows('What to share');
      return tab;
    },
  },
  {
    name: 'popup-qr',
    widest: 448,
    async open(extension, dress) {
      const tab = await openPopup(extension, dress);
      await new Surface(tab).click('QR code');
      await new Surface(tab).shows('surveymonkey');
      return tab;
    },
  },
  { name: 'article', open: (extension, dress) => openCardOn(extension, 'national', 'Three former IAPT', dress) },
  { name: 'dark-article', open: (extension, dress) => openCardOn(extension, 'dark', 'My sister', dress) },
  {
    name: 'panel',
    widest: 400,
    async open(extension, dress) {
      const article = await extension.visit(fixturePage('national').address);
      const tabId = await (await OwnPage.open(extension)).tabId(article);
      const tab = await extension.openPage(`sidepanel.html?tab=${tabId}`);
      await dress(tab);
      await new Surface(tab).shows('passages on this page');
      return tab;
    },
  },
  {
    name: 'library',
    async open(extension, dress) {
      await saveTwoQuotes(extension, 'Three former IAPT');
      const tab = await extension.openPage('library.html');
      await dress(tab);
      await new Surface(tab).shows('2 quotes');
      return tab;
    },
  },
  {
    name: 'library-empty',
    async open(extension, dress) {
      await (await OwnPage.open(extension)).deleteAllQuotes();
      const tab = await extension.openPage('library.html');
      await dress(tab);
      await new Surface(tab).shows('No quotes yet');
      return tab;
    },
  },
  {
    name: 'brief',
    async open(extension, dress) {
      await saveTwoQuotes(extension, 'Three former IAPT');
      const ids = (await (await OwnPage.open(extension)).listQuotes()).map(({ id }) => id);
      const tab = await extension.openPage(`brief.html#${ids.join(',')}`);
      await dress(tab);
      await new Surface(tab).shows('About the figures');
      return tab;
    },
  },
  {
    name: 'first-run',
    async open(extension, dress) {
      const tab = await extension.openPage('first-run.html');
      await dress(tab);
      await new Surface(tab).shows('Alt+Shift+Q');
      return tab;
    },
  },
  {
    name: 'method',
    async open(extension, dress) {
      const tab = await extension.openPage('method.html');
      await dress(tab);
      await new Surface(tab).shows('What it does not do');
      return tab;
    },
  },
  {
    name: 'options-delete',
    async open(extension, dress) {
      const tab = await extension.openPage('options.html');
      await dress(tab);
      await new Surface(tab).click('Delete everything…');
      await new Surface(tab).click('Delete everything now');
      await new Surface(tab).shows('Tick the box first.');
      return tab;
    },
  },
  {
    name: 'options',
    async open(extension, dress) {
      const tab = await extension.openPage('options.html?site=www.hsj.co.uk');
      await dress(tab);
      await new Surface(tab).shows('Nothing has been sent.');
      return tab;
    },
  },
];

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

for (const { name, widest = Number.POSITIVE_INFINITY, open } of SURFACES) {
  for (const { look, colorScheme, width } of LOOKS) {
    test(`${name}, ${look}: it has the look asked for, nothing sticks out sideways, and axe finds no barrier`, async ({
      extension,
    }) => {
      const tab = await open(extension, async (fresh) => {
        const { page } = fresh as ChromiumTab;
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width: Math.min(width, widest), height: 800 });
      });
      await (tab as ChromiumTab).page.screenshot({
        path: join(FOLDER, `${name}-${look}.png`),
        fullPage: !name.endsWith('article'),
      });
      expect(await isDark(tab)).toBe(look === 'dark');
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
      expect(await findBarriers(tab)).toEqual([]);
    });
  }
}

/** Whether the card, or the page where there is none, stands on a dark ground. */
async function isDark(tab: Tab): Promise<boolean> {
  const readGround = (root: Root) => {
    const surface = root.querySelector('[role="dialog"]') ?? root.querySelector('html');
    return surface ? getComputedStyle(surface).backgroundColor : null;
  };
  const ground = (await tab.inRoot('layer', readGround, null)) ?? (await tab.inRoot('document', readGround, null));
  const [red = 255, green = 255, blue = 255] = ground?.match(/\d+/g)?.map(Number) ?? [];
  return red + green + blue < 3 * 128;
}
