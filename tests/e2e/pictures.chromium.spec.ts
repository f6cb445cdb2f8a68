/** The pictures of the stores and of the guide, made from the product itself: `PICTURES=1` keeps them under docs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { openCardOn, saveTwoQuotes } from './open-card';
import { Surface } from './surface';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, process.env.PICTURES ? 'docs/store/pictures' : 'test-results/pictures');
/** CSS pixels: https://developer.chrome.com/docs/webstore/images#screenshots */
const SIZE = { width: 1280, height: 800 };
const POPUP_WIDTH = 400;

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

async function dress(tab: Tab, size = SIZE): Promise<void> {
  const { page } = tab as ChromiumTab;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(size);
}

/** The passage whose card is shown, with the figure on burnout. */
const PASSAGE = 'Most of the IAPT therapists';

/** The popup as it hangs from the toolbar, over the page that it was opened on. */
async function overPage(extension: Extension, popup: Tab): Promise<Tab> {
  const tab = await extension.visit(fixturePage('national').address);
  await dress(tab);
  const picture = (await (popup as ChromiumTab).page.screenshot()).toString('base64');
  await tab.evaluate(async (source) => {
    const image = new Image();
    image.style.cssText =
      'position:fixed;right:24px;top:0;box-shadow:0 6px 30px #0006;border-radius:0 0 8px 8px;z-index:9';
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    document.body.append(image);
  }, picture);
  return tab;
}

const PICTURES: Record<string, (extension: Extension) => Promise<Tab>> = {
  '1': (extension) => openCardOn(extension, 'national', PASSAGE, dress),
  '2': async (extension) => {
    const popup = await extension.openPage('popup.html');
    await dress(popup, { width: POPUP_WIDTH, height: 780 });
    await new Surface(popup).shows('41%');
    return overPage(extension, popup);
  },
  '3': async (extension) => {
    await saveTwoQuotes(extension, PASSAGE);
    const tab = await extension.openPage('library.html');
    await dress(tab);
    await new Surface(tab).shows('2 quotes');
    return tab;
  },
  '4': openSettings,
  '5': async (extension) => {
    const tab = await extension.openPage('method.html');
    await dress(tab);
    await new Surface(tab).shows('550');
    return tab;
  },
};

async function openSettings(extension: Extension): Promise<Tab> {
  const tab = await extension.openPage('options.html');
  await dress(tab);
  await new Surface(tab).shows('On no site.');
  return tab;
}

for (const [name, open] of Object.entries(PICTURES)) {
  test(`picture ${name} is made from the product, 1280 by 800`, async ({ extension }) => {
    const take = async (from: Extension) => {
      const tab = await open(from);
      const png = await (tab as ChromiumTab).page.screenshot({ path: join(FOLDER, `${name}.png`) });
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([SIZE.width, SIZE.height]);
    };
    // The settings are those of a fresh install, which has no site; the other pages need one.
    if (open === openSettings) await withOwnBrowser({ variant: 'production' }, take);
    else await take(extension);
  });
}
