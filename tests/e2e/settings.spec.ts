/** The settings do what they say: pausing stops the marking everywhere, the look follows, and deleting deletes. */
import { readImport } from '../../lib/domain/import';
import { makeDraft } from '../make-draft';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

const { address } = fixturePage('national');

const marksOn = async (tab: Tab) => (await readMarks(tab)).length;

async function openMarked(extension: Extension): Promise<Tab> {
  const tab = await extension.visit(address);
  await expect.poll(() => marksOn(tab)).toBeGreaterThan(0);
  return tab;
}

async function openSettings(extension: Extension): Promise<Surface> {
  const settings = new Surface(await extension.openPage('options.html'));
  await settings.shows('Delete everything…');
  return settings;
}

test('a pause stops the marking on open pages and new ones, the popup says so, and resuming brings it back', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const open = await openMarked(extension);
  const settings = await openSettings(extension);
  await settings.click('Pause until I resume');
  await settings.shows('Paused until you resume.');
  await expect.poll(() => marksOn(open)).toBe(0);
  await expect.poll(() => page.badge(open)).toBe('');

  const later = await extension.visit(address);
  await expect.poll(() => page.pageCheck(later)).toEqual({ state: 'paused', passages: 0 });
  expect(await marksOn(later)).toBe(0);

  const popup = new Surface(await page.openBehind(extension, later, 'popup.html'));
  await popup.tab.bringToFront();
  await popup.shows('Paused on all pages');
  await popup.click('Resume');
  await expect.poll(() => marksOn(open)).toBeGreaterThan(0);
  await expect.poll(() => marksOn(later)).toBeGreaterThan(0);
  await settings.shows('It is not paused.');
});

test('a pause of an hour says when it ends', async ({ extension }) => {
  const settings = await openSettings(extension);
  await settings.click('Pause for an hour');
  await expect.poll(() => settings.text()).toMatch(/Paused until \d\d:\d\d\./);
  await settings.click('Resume');
  await settings.shows('It is not paused.');
});

test('a pause that is over ends by itself: marks come back in open tabs without a reload, and the settings say so', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const open = await openMarked(extension);
  const settings = await openSettings(extension);
  await settings.click('Pause for an hour');
  await expect.poll(() => marksOn(open)).toBe(0);
  const { pause } = await page.readSettings();
  await expect.poll(() => page.alarmTime('pause')).toBe(Date.parse(String(pause)));
  // The same pause with its end brought near: only its alarm tells that it is over.
  await page.saveSettings({ pause: new Date(Date.now() + 1_000).toISOString() });
  await expect.poll(() => marksOn(open)).toBeGreaterThan(0);
  await settings.shows('It is not paused.');
  expect((await page.readSettings()).pause).toBe(null);
  expect(await page.alarmTime('pause')).toBe(null);
});

test('without marks passages are still counted', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const tab = await openMarked(extension);
  const counted = await page.badge(tab);
  const settings = await openSettings(extension);
  await settings.click(/^Mark passages/);
  await expect.poll(() => marksOn(tab)).toBe(0);
  expect(await page.badge(tab)).toBe(counted);
  await settings.tab.bringToFront();
  await settings.click(/^Mark passages/);
  await expect.poll(() => marksOn(tab)).toBeGreaterThan(0);
});

test('the chosen look holds on every page of ours, from its first frame', async ({ extension }) => {
  const settings = await openSettings(extension);
  const schemeOf = (tab: Tab) => tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  for (const [choice, scheme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await settings.tab.bringToFront();
    await settings.click(choice);
    await expect.poll(() => schemeOf(settings.tab)).toBe(scheme);
    const popup = await extension.openPage('popup.html');
    expect(await schemeOf(popup)).toBe(scheme);
  }
  await settings.tab.bringToFront();
  await settings.click('As my system');
  await expect.poll(() => schemeOf(settings.tab)).toBe('light dark');
});

test('the shortcuts are listed as they are assigned, with the room taken and nothing sent', async ({ extension }) => {
  const settings = await openSettings(extension);
  await settings.shows('Check this page for claims about IAPT Alt+Shift+K');
  await settings.shows('Save the selected text as a quote Alt+Shift+Q');
  await expect.poll(() => settings.text()).toMatch(/Room taken, all told [\d.]+ [kM]B/);
  await settings.shows('Nothing has been sent.');
});

test('deleting everything is offered with an export first, asks for a tick, and then deletes quotes and settings', async () => {
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    const page = await OwnPage.open(extension);
    const article = await extension.visit(address);
    await page.replyToContent(article, 'saveQuote', makeDraft('a quote to be lost', address));
    expect(await page.listQuotes()).toHaveLength(1);

    const settings = await openSettings(extension);
    await settings.click('Dark');
    await settings.click('Delete everything…');
    await settings.shows('1 quote would be lost.');
    const file = await extension.download(() => settings.click('Save all quotes as a file'));
    const again = readImport(file.text, [], {
      importedAt: new Date().toISOString(),
      newId: () => crypto.randomUUID(),
    });
    expect(again.added.map(({ quote }) => quote.exact)).toEqual(['a quote to be lost']);
    await settings.click('Delete everything now');
    await settings.shows('Tick the box first. Nothing was deleted.');
    expect(await page.listQuotes()).toHaveLength(1);
    await settings.click(/^I want to delete everything/);
    await settings.click('Delete everything now');
    await settings.shows('Everything was deleted.');
    expect(await page.listQuotes()).toEqual([]);
    expect(await settings.tab.evaluate(() => document.documentElement.dataset.appearance)).toBe('system');
    await extension.stopBackground();
    expect(await page.listQuotes()).toEqual([]);
  });
});
