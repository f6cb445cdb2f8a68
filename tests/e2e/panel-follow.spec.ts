/** The panel follows the tab in front of its window, says of each what is known, and is open to everybody in every look. */
import { findBarriers } from './accessibility';
import { ChromiumTab } from './chromium-tab';
import type { Extension } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, Surface } from './surface';
import { resize } from './window';

const NATIONAL = fixturePage('national').address;
const NOTHING = fixturePage('no-match').address;

/** The panel's page as the browser opens it: with no tab named, so that it follows the one in front. */
async function openPanel(extension: Extension): Promise<Surface> {
  return new Surface(await extension.openPage('sidepanel.html'));
}

/** The passages that the panel lists, by their first words. */
function listed(panel: Surface): Promise<string[]> {
  return panel.tab.evaluate(() =>
    [...document.querySelectorAll('.match-text')].map(({ textContent }) => textContent?.slice(0, 20) ?? ''),
  );
}

function status(panel: Surface): Promise<string> {
  return panel.tab.evaluate(() => document.querySelector('[role="status"]')?.textContent ?? '');
}

test('the panel lists what the tab in front has, and another list when another tab comes to the front', async ({
  extension,
}) => {
  const national = await extension.visit(NATIONAL);
  const trade = await extension.visit(fixturePage('trade').address);
  const nothing = await extension.visit(NOTHING);
  for (const tab of [national, trade])
    await expect.poll(async () => (await readMarks(tab)).length, 'marked passages').toBeGreaterThan(0);
  const panel = await openPanel(extension);

  await national.bringToFront();
  await expect.poll(() => status(panel)).toMatch(/^\d+ passages on this page bear on/);
  await expect.poll(async () => (await listed(panel)).join()).toContain('Most of the IAPT');
  const ofNational = await listed(panel);

  await nothing.bringToFront();
  await panel.shows('Assessed, nothing found');
  expect(await listed(panel)).toEqual([]);
  await panel.shows('That says nothing about what the page says.');

  await trade.bringToFront();
  await expect.poll(async () => (await listed(panel)).length).toBeGreaterThan(0);
  expect(await listed(panel)).not.toEqual(ofNational);

  await national.bringToFront();
  await expect.poll(() => listed(panel)).toEqual(ofNational);
  // The same tab at another address is another page.
  await national.goto(NOTHING);
  await panel.shows('Assessed, nothing found');
  expect(await listed(panel)).toEqual([]);
});

test('a page of the browser’s own and one without access are said to be not assessed, and one that was checked is listed', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const panel = await openPanel(extension);
    const article = await extension.visit(NATIONAL);
    // Until the article is in front, and again while it loads, the panel speaks of another page, or still looks.
    await expect.poll(() => status(panel)).toBe('This page was not assessed');
    await panel.shows('Nothing has read it, so nothing is known of what it says.');
    await panel.control('Check this page');
    await extension.command(article, 'check-page');
    await expect.poll(() => status(panel)).toMatch(/^\d+ passages on this page bear on/);
    await expect.poll(async () => (await listed(panel)).join()).toContain('Most of the IAPT');
    await extension.visit('about:blank');
    await expect.poll(() => status(panel)).toBe('This page was not assessed');
    expect(await listed(panel)).toEqual([]);
  });
});

test('the focus of somebody who works in the panel by keyboard stays on its row while the page is read again', async ({
  extension,
}) => {
  const tab = await extension.visit(NATIONAL);
  await expect.poll(async () => (await readMarks(tab)).length, 'marked passages').toBeGreaterThan(0);
  const own = await OwnPage.open(extension);
  const panel = new Surface(await extension.openPage(`sidepanel.html?tab=${await own.tabId(tab)}`));
  await panel.tab.bringToFront();
  await panel.shows('passages on this page');
  const focused = async () => (await panel.controls()).find((control) => control.focused)?.name ?? '';
  for (let presses = 0; presses < 10 && !/^\d+ Three former/.test(await focused()); presses += 1)
    await panel.tab.press('Tab');
  expect(await focused()).toMatch(/^\d+ Three former/);
  await tab.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Several IAPT therapists said that their service was badly managed.';
    document.querySelector('article')?.append(paragraph);
  });
  await panel.shows('Several IAPT therapists said that their service was badly managed.');
  expect(await focused()).toMatch(/^\d+ Three former/);
  await panel.tab.press('Enter');
  await card(tab).shows('41%');
  expect(await focused()).toMatch(/^\d+ Three former/);
});

/** What the system asks for: in Chromium of an open tab, in Firefox by the preferences of a browser of its own. */
const LOOKS = [
  { look: 'light', query: '(prefers-color-scheme: light)', media: { colorScheme: 'light' }, preferences: {} },
  {
    look: 'dark',
    query: '(prefers-color-scheme: dark)',
    media: { colorScheme: 'dark' },
    preferences: { 'ui.systemUsesDarkTheme': 1 },
  },
  {
    look: 'forced',
    query: '(forced-colors: active)',
    media: { forcedColors: 'active' },
    preferences: { 'browser.display.document_color_use': 2, 'browser.display.use_system_colors': true },
  },
] as const;

for (const { look, query, media, preferences } of LOOKS) {
  test(`in ${look} colours axe finds no barrier in the panel: of a page with passages, with none, and not assessed`, async ({
    extension,
  }) => {
    const check = async (where: Extension) => {
      const panel = await openPanel(where);
      if (panel.tab instanceof ChromiumTab) await panel.tab.page.emulateMedia(media);
      expect(await panel.tab.evaluate((asked) => matchMedia(asked).matches, query)).toBe(true);
      await panel.shows('This page was not assessed');
      await resize(panel.tab, 360);
      expect(await findBarriers(panel.tab), 'not assessed').toEqual([]);
      const tab = await where.visit(NOTHING);
      await panel.shows('Assessed, nothing found');
      expect(await findBarriers(panel.tab), 'nothing found').toEqual([]);
      await tab.goto(NATIONAL);
      await panel.shows('passages on this page');
      await panel.tab.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await panel.shows('Gives context');
      expect(await findBarriers(panel.tab), 'with passages').toEqual([]);
    };
    if (extension.browser === 'chromium') await check(extension);
    else await withOwnBrowser({ variant: 'granted', preferences }, check);
  });
}
