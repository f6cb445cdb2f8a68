/** The pictures of the stores and of the guide, made from the product itself: `PICTURES=1` keeps them under docs. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { openCardOn, saveTwoQuotes } from './open-card';
import { OwnPage } from './own-pages';
import { card, Surface } from './surface';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = process.env.PICTURES ? join(ROOT, 'docs') : join(ROOT, 'test-results/pictures');
/** CSS pixels: https://developer.chrome.com/docs/webstore/images#screenshots */
const SIZE = { width: 1280, height: 800 };
const POPUP_WIDTH = 400;

async function dress(tab: Tab, size = SIZE): Promise<void> {
  const { page } = tab as ChromiumTab;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(size);
}

/** The passage whose card is shown, with the figure on burnout. */
const PASSAGE = 'Most of the IAPT therapists';

/** A surface as the browser shows it beside a page or over it, with `style` for its place. */
async function withSurface(tab: Tab, surface: Tab, style: string): Promise<Tab> {
  const picture = (await (surface as ChromiumTab).page.screenshot()).toString('base64');
  await tab.evaluate(
    async ([source, css]) => {
      const image = new Image();
      image.style.cssText = `position:fixed;top:0;box-shadow:0 6px 30px #0006;z-index:9;${css}`;
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      document.body.append(image);
    },
    [picture, style],
  );
  return tab;
}

/** By the file that each is kept in, under docs and without its ending. */
const PICTURES: Record<string, (extension: Extension) => Promise<Tab>> = {
  'store/pictures/1': (extension) => openCardOn(extension, 'national', PASSAGE, dress),
  'store/pictures/2': async (extension) => {
    const popup = await extension.openPage('popup.html');
    await dress(popup, { width: POPUP_WIDTH, height: 780 });
    await new Surface(popup).shows('41%');
    const tab = await extension.visit(fixturePage('national').address);
    await dress(tab);
    return withSurface(tab, popup, 'right:24px;border-radius:0 0 8px 8px');
  },
  'store/pictures/3': async (extension) => {
    await saveTwoQuotes(extension, PASSAGE);
    const tab = await extension.openPage('library.html');
    await dress(tab);
    await new Surface(tab).shows('2 quotes');
    return tab;
  },
  'store/pictures/4': openSettings,
  'store/pictures/5': async (extension) => {
    const tab = await extension.openPage('method.html');
    await dress(tab);
    await new Surface(tab).shows('550');
    return tab;
  },
  'guide/pictures/panel': async (extension) => {
    await saveTwoQuotes(extension, PASSAGE);
    const article = await extension.visit(fixturePage('national').address);
    await dress(article);
    const tabId = await (await OwnPage.open(extension)).tabId(article);
    const panel = await extension.openPage(`sidepanel.html?tab=${tabId}`);
    await dress(panel, { ...SIZE, width: POPUP_WIDTH });
    const list = new Surface(panel);
    await list.shows('passages on this page');
    await list.click(/Most of the IAPT therapists/);
    await card(article).shows('Other evidence');
    await article.press('Escape');
    return withSurface(article, panel, 'right:0');
  },
  'guide/pictures/search': async (extension) => {
    await saveTwoQuotes(extension, PASSAGE);
    const tab = await extension.openPage('library.html');
    await dress(tab);
    const library = new Surface(tab);
    await library.click('Filters');
    await library.fill('Search quotes', 'burnt');
    await library.shows('1 of 2 quotes');
    await tab.evaluate(() => scrollTo(0, 0));
    return tab;
  },
  'guide/pictures/brief': async (extension) => {
    await saveTwoQuotes(extension, PASSAGE);
    const ids = (await (await OwnPage.open(extension)).listQuotes()).map(({ id }) => id);
    const tab = await extension.openPage(`brief.html#${ids.join(',')}`);
    await dress(tab);
    await new Surface(tab).click('Picture…');
    await new Surface(tab).control('Save as PNG');
    await tab.evaluate(() => scrollTo(0, 0));
    return tab;
  },
};

async function openSettings(extension: Extension): Promise<Tab> {
  const tab = await extension.openPage('options.html');
  await dress(tab);
  await new Surface(tab).shows('On no site.');
  return tab;
}

const ICON = readFileSync(join(ROOT, 'components/icon.svg'), 'utf8');
/** White on the accent's ground, as the icon itself would not show there. */
const ICON_ON_ACCENT = ICON.replace(/#0d5c63|#fff/g, (colour) => (colour === '#fff' ? '#0d5c63' : '#fff'));

/** What the stores show of the product in their lists: the sign, alone or with its name. */
const SIGNS = {
  'store/pictures/logo': { size: { width: 300, height: 300 }, markup: `<style>svg{width:300px}</style>${ICON}` },
  'store/pictures/tile': {
    size: { width: 440, height: 280 },
    markup: `<style>
        body{background:#0d5c63;display:grid;place-content:center;justify-items:center;height:280px;gap:18px}
        svg{width:120px} p{margin:0;color:#fff;font:600 32px system-ui,sans-serif}
      </style>${ICON_ON_ACCENT}<p>Time to Talk IAPT</p>`,
  },
};

/** Keeps what a tab shows. Throws where it isn't of this size. */
async function keep(tab: Tab, name: string, size: { width: number; height: number }): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const png = await (tab as ChromiumTab).page.screenshot({ path, omitBackground: true });
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size.width, size.height]);
}

for (const [name, open] of Object.entries(PICTURES)) {
  test(`picture ${name} is made from the product, 1280 by 800`, async ({ extension }) => {
    const take = async (from: Extension) => keep(await open(from), name, SIZE);
    // The settings are those of a fresh install, which has no site; the other pages need one.
    if (open === openSettings) await withOwnBrowser({ variant: 'production' }, take);
    else await take(extension);
  });
}

for (const [name, { size, markup }] of Object.entries(SIGNS)) {
  test(`picture ${name} is made from the icon`, async ({ extension }) => {
    const tab = await extension.openPage('options.html');
    const { page } = tab as ChromiumTab;
    await dress(tab, size);
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><body style="margin:0">${markup}</body>`);
    await keep(tab, name, size);
  });
}
