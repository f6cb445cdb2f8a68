/** What every surface looks like, as pictures to look at, and what must be true of each of them (Chromium). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers } from './accessibility';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { readMarks, revealMark } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { card, layer, middle, Surface } from './surface';

const FOLDER = join(import.meta.dirname, '../../test-results/screens');

const LOOKS = [
  { look: 'light', colorScheme: 'light', width: 1000 },
  { look: 'dark', colorScheme: 'dark', width: 1000 },
  // 320 CSS pixels are 1280 at 400% zoom: https://www.w3.org/TR/WCAG22/#reflow
  { look: 'narrow', colorScheme: 'light', width: 320 },
] as const;

const SURFACES: { name: string; widest?: number; open: (extension: Extension) => Promise<Tab> }[] = [
  { name: 'popup', widest: 448, open: openPopup },
  {
    name: 'popup-share',
    widest: 448,
    async open(extension) {
      const tab = await openPopup(extension);
      await new Surface(tab).click('Share…');
      await new Surface(tab).shows('What to share');
      return tab;
    },
  },
  {
    name: 'popup-qr',
    widest: 448,
    async open(extension) {
      const tab = await openPopup(extension);
      await new Surface(tab).click('QR code');
      await new Surface(tab).shows('surveymonkey');
      return tab;
    },
  },
  { name: 'article', open: (extension) => openCardOn(extension, 'national', 'Three former IAPT') },
  { name: 'dark-article', open: (extension) => openCardOn(extension, 'dark', 'My sister') },
  {
    name: 'library',
    async open(extension) {
      await saveTwoQuotes(extension);
      const tab = await extension.openPage('library.html');
      await new Surface(tab).shows('2 quotes');
      return tab;
    },
  },
  {
    name: 'library-empty',
    async open(extension) {
      await (await OwnPage.open(extension)).deleteAllQuotes();
      const tab = await extension.openPage('library.html');
      await new Surface(tab).shows('No quotes yet');
      return tab;
    },
  },
  {
    name: 'options',
    async open(extension) {
      const tab = await extension.openPage('options.html?site=www.hsj.co.uk');
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
    test(`${name}, ${look}: nothing sticks out sideways, and axe finds no barrier`, async ({ extension }) => {
      const tab = await open(extension);
      const { page } = tab as ChromiumTab;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await tab.resize(Math.min(width, widest), 800);
      await page.screenshot({ path: join(FOLDER, `${name}-${look}.png`), fullPage: !name.endsWith('article') });
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
      expect(await findBarriers(tab)).toEqual([]);
    });
  }
}

async function openPopup(extension: Extension): Promise<Tab> {
  const tab = await extension.openPage('popup.html');
  await new Surface(tab).shows('Quotes (');
  return tab;
}

async function openCardOn(extension: Extension, slug: string, words: string): Promise<Tab> {
  const tab = await extension.visit(fixturePage(slug).address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  const [box] = (await revealMark(tab, words)).boxes;
  if (box) await tab.click(middle(box));
  await card(tab).shows('Other evidence');
  return tab;
}

async function saveTwoQuotes(extension: Extension): Promise<void> {
  await (await OwnPage.open(extension)).deleteAllQuotes();
  const tab = await openCardOn(extension, 'national', 'Three former IAPT');
  await card(tab).click('Save quote');
  await card(tab).shows('Quote saved.');
  await tab.press('Escape');
  await card(tab).closes();
  await selectWords(tab, 'By then the children of the callers are asleep');
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
}
