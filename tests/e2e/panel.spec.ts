/** Journey 2, beside the article: the panel lists every match, leads to it and back, and says what was not assessed. */
import { findBarriers } from './accessibility';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer, Surface } from './surface';

const { address, marked } = fixturePage('national');

/** The panel's page in a tab, told which tab it stands beside: no driver of either browser reaches into the real one. */
async function openBeside(extension: Extension, tab: Tab): Promise<Tab> {
  const tabId = await (await OwnPage.open(extension)).tabId(tab);
  return extension.openPage(`sidepanel.html?tab=${tabId}`);
}

async function openArticle(extension: Extension, slug = 'national'): Promise<Tab> {
  const tab = await extension.visit(fixturePage(slug).address);
  await expect.poll(async () => (await readMarks(tab)).length, 'marked passages').toBeGreaterThan(0);
  return tab;
}

/** The passage whose row is highlighted, or null. */
function currentRow(panel: Tab): Promise<string | null> {
  return panel.evaluate(() => document.querySelector('[aria-current] .match-text')?.textContent ?? null);
}

test('the panel lists the passages under their questions, figures in the article’s order, with who was asked', async ({
  extension,
}) => {
  const panel = await openBeside(extension, await openArticle(extension));
  const surface = new Surface(panel);
  await surface.shows('passages on this page bear on questions of the survey.');
  const rows = await panel.evaluate(() =>
    [...document.querySelectorAll('.match-text')].map(({ textContent }) => textContent),
  );
  for (const { sentence } of marked)
    expect(
      rows.some((row) => row?.includes(sentence.slice(1, -1))),
      sentence,
    ).toBe(true);
  const groups = await panel.evaluate(() =>
    [...document.querySelectorAll('.match-list')].map((list) =>
      [...list.querySelectorAll('.match-number')].map(({ textContent }) => Number(textContent)),
    ),
  );
  for (const numbers of [...groups, groups.map(([first = 0]) => first)])
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const text = await surface.text();
  for (const part of ['71%', '41%', '57%', '67%', '550 current and past IAPT workers', 'Self-selected', 'Preliminary'])
    expect(text).toContain(part);
  expect(text).not.toContain('±');
});

test('a row leads to its passage and opens its card, and an open card marks its row', async ({ extension }) => {
  const tab = await openArticle(extension);
  const panel = await openBeside(extension, tab);
  await new Surface(panel).click(/^\d+ Yet nearly all/);
  await card(tab).shows('Do you think you are providing good care in your service?');
  await expect.poll(() => currentRow(panel)).toContain('Yet nearly all');
  const [top = -1, height = 0] = await tab.evaluate(() => {
    const words = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.startsWith('Yet nearly'));
    return [words?.getBoundingClientRect().top ?? -1, innerHeight];
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(height);

  await tab.bringToFront();
  await tab.press('Escape');
  await card(tab).closes();
  await expect.poll(() => currentRow(panel)).toBe(null);
  await clickMark(tab, 'Several IAPT staff');
  await expect.poll(() => currentRow(panel)).toContain('Several IAPT staff');
});

test('the panel’s journey by keyboard: Tab to the first row, Enter opens its card, and the focus stays in the panel', async ({
  extension,
}) => {
  const tab = await openArticle(extension);
  const panel = await openBeside(extension, tab);
  const surface = new Surface(panel);
  await surface.shows('passages on this page');
  await panel.bringToFront();
  const focused = async () => (await surface.controls()).find((control) => control.focused)?.name;
  await panel.press('Tab');
  expect(await focused()).toContain('Most of the IAPT therapists');
  await panel.press('Enter');
  await card(tab).shows('71%');
  expect(await focused()).toContain('Most of the IAPT therapists');
  // The next stop is the evidence of that figure, which Enter opens.
  await panel.press('Tab');
  expect(await focused()).toMatch(/^All evidence \(\d+\)$/);
  await panel.press('Enter');
  await surface.shows('Gives context');
});

test('all evidence of a figure is in the panel, more than the card has, each with its source and how it was seen', async ({
  extension,
}) => {
  const panel = await openBeside(extension, await openArticle(extension));
  await new Surface(panel).click('All evidence (23)');
  const items = await panel.evaluate(() =>
    [...document.querySelectorAll('details[open] .evidence-item')].map(({ textContent }) => textContent ?? ''),
  );
  expect(items).toHaveLength(23);
  expect(items[0]).toContain('The other side');
  for (const item of items) expect(item).toMatch(/Seen: |Secondary source: /);
});

test('a figure that is hidden stays in the panel, which shows it again', async ({ extension }) => {
  const tab = await openArticle(extension);
  const panel = await openBeside(extension, tab);
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).click('Hide…');
  await card(tab).click('This figure on this page');
  await card(tab).closes();
  await layer(tab).shows('This figure is hidden on this page.');
  await expect.poll(async () => (await readMarks(tab)).length).toBe(marked.length - 1);
  await new Surface(panel).shows('Figure hidden on this page');
  await new Surface(panel).click('Show again');
  await expect.poll(async () => (await readMarks(tab)).length).toBe(marked.length);
});

test('a page on which nothing was found is said to be assessed', async ({ extension }) => {
  const panel = await openBeside(extension, await extension.visit(fixturePage('no-match').address));
  await new Surface(panel).shows('Assessed, nothing found');
  await new Surface(panel).shows('That says nothing about what the page says.');
});

test('without access a page is said to be not assessed, and a check in vain says what to do', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const panel = await openBeside(extension, await extension.visit(address));
    const surface = new Surface(panel);
    await surface.shows('This page was not assessed');
    await surface.shows('nothing of it is sent');
    await surface.click('Check this page');
    await surface.shows('The browser did not let it be read from here.');
  });
});

test('the panel lists the quotes saved from this page, and no others', async ({ extension }) => {
  const own = await OwnPage.open(extension);
  await own.deleteAllQuotes();
  const tab = await openArticle(extension);
  const panel = await openBeside(extension, tab);
  await new Surface(panel).shows('Nothing yet.');
  await clickMark(tab, 'Several IAPT staff');
  await card(tab).click('Save quote');
  await expect
    .poll(() => panel.evaluate(() => document.querySelector('.page-quotes')?.textContent ?? ''))
    .toContain('Several IAPT staff said that their service was not well managed.');
  const elsewhere = await openBeside(extension, await openArticle(extension, 'trade'));
  await new Surface(elsewhere).shows('Nothing yet.');
  await own.deleteAllQuotes();
});

test('the panel has no barrier that axe can find, assessed or not, and announces its state politely', async ({
  extension,
}) => {
  for (const page of ['national', 'no-match']) {
    const panel = await openBeside(extension, await extension.visit(fixturePage(page).address));
    await new Surface(panel).shows(page === 'national' ? 'passages on this page' : 'Assessed, nothing found');
    const details = page === 'national' ? /^All evidence/ : null;
    if (details) await new Surface(panel).click(details);
    expect(await findBarriers(panel)).toEqual([]);
    expect(await panel.evaluate(() => document.querySelector('[role="status"]')?.textContent)).toMatch(
      /passages on this page|nothing found/,
    );
  }
});

test('the popup’s button opens the browser’s own panel beside the page', async ({ extension }) => {
  const own = await OwnPage.open(extension);
  expect(await own.isPanelOpen()).toBe(false);
  const popup = await extension.openPage('popup.html');
  await new Surface(popup).click('Open the panel');
  await expect.poll(() => own.isPanelOpen()).toBe(true);
});

test('“more in the panel” on the card leads to all evidence of that figure', async () => {
  // A panel that another test left open would be told instead of opened.
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    const tab = await openArticle(extension);
    const own = await OwnPage.open(extension);
    await tab.bringToFront();
    await clickMark(tab, 'Three former IAPT');
    await card(tab).click('20 more in the panel');
    if (extension.browser === 'chromium') await expect.poll(() => own.isPanelOpen()).toBe(true);
    else {
      // Firefox opens its sidebar from a press on its own pages and buttons only: from an article the panel comes as a tab.
      const panel = await extension.tabAt('sidepanel.html');
      await new Surface(panel).shows('The NHS said that no therapist is present');
    }
  });
});
