/** The card in small and zoomed windows, and in the colours and the calm that a reader asked the system for. */
import { findBarriers } from './accessibility';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { card, layer } from './surface';
import { resize } from './window';

/** Words of the article that no mark lies on. */
const WORDS = 'Two hundred people came to the hall';

async function visit(extension: Extension, slug: string): Promise<Tab> {
  const tab = await extension.visit(fixturePage(slug).address);
  await expect.poll(async () => (await readMarks(tab)).length, 'marked passages').toBeGreaterThan(0);
  return tab;
}

for (const [what, width, height] of [
  ['320 CSS pixels wide', 320, 640],
  ['of 1280 by 760 at 400% zoom', 320, 190],
] as const) {
  test(`in a window ${what} the card lies inside the viewport, scrolls in one direction and loses nothing`, async ({
    extension,
  }) => {
    const tab = await visit(extension, 'national');
    await resize(tab, width, height);
    await clickMark(tab, 'Three former IAPT');
    await card(tab).shows('The NHS said');
    const measure = () =>
      tab.inRoot(
        'layer',
        (root) => {
          const dialog = root.querySelector('[role="dialog"]');
          const { left = -1, top = -1, right = 1e9, bottom = 1e9 } = dialog?.getBoundingClientRect() ?? {};
          const wide = [dialog, ...(dialog?.querySelectorAll('*') ?? [])].filter(
            (element) =>
              element instanceof HTMLElement &&
              getComputedStyle(element).display !== 'inline' &&
              element.scrollWidth > element.clientWidth + 1,
          );
          return {
            inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
            wide: wide.map((element) => element?.className),
          };
        },
        null,
      );
    await expect.poll(measure).toEqual({ inside: true, wide: [] });
    await card(tab).click('Save quote');
    await expect.poll(() => card(tab).text()).toMatch(/Quote saved\.|already among yours/);
  });
}

/** What the system asks for: in Chromium of an open tab, in Firefox by the preferences of a browser of its own. */
const LOOKS = [
  { look: 'light', media: { colorScheme: 'light' }, preferences: {} },
  { look: 'dark', media: { colorScheme: 'dark' }, preferences: { 'ui.systemUsesDarkTheme': 1 } },
  { look: 'forced', media: { forcedColors: 'active' }, preferences: { 'browser.display.document_color_use': 2 } },
] as const;

for (const { look, media, preferences } of LOOKS) {
  test(`in ${look} colours the card has no barrier that axe can find, with a part of it open`, async ({
    extension,
  }) => {
    const check = async (where: Extension) => {
      const tab = await visit(where, 'survey-report');
      if (where.browser === 'chromium') await (tab as ChromiumTab).page.emulateMedia(media);
      await clickMark(tab, 'Of the therapists');
      await card(tab).shows('Gives context');
      await card(tab).click('Wrong match?');
      await card(tab).shows('Report a wrong match');
      expect(await findBarriers(tab)).toEqual([]);
    };
    if (extension.browser === 'chromium') await check(extension);
    else await withOwnBrowser({ variant: 'granted', preferences }, check);
  });
}

/** How light the ground of a part of the layer is, from 0 to 255; null where it isn't there. */
const lightness = (tab: Tab, selector: string) =>
  tab.inRoot(
    'layer',
    (root, within) => {
      const element = root.querySelector(within);
      const channels = element && getComputedStyle(element).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number);
      return channels ? channels.reduce((sum, channel) => sum + channel, 0) / 3 : null;
    },
    selector,
  );

test('the look that was chosen in the settings holds for card, control, notice and the button beside a selection, in open pages too', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const tab = await visit(extension, 'national');
  await tab.bringToFront();
  await clickMark(tab, 'Three former IAPT');
  await card(tab).shows('41%');
  for (const [appearance, least, most] of [
    ['dark', 0, 80],
    ['light', 200, 255],
    ['dark', 0, 80],
  ] as const) {
    await page.saveSettings({ appearance });
    for (const part of ['[role="dialog"]', '.control', '.page-notice']) {
      await expect
        .poll(() => lightness(tab, part), `${part} in the look “${appearance}”`)
        .toBeGreaterThanOrEqual(least);
      await expect.poll(() => lightness(tab, part), `${part} in the look “${appearance}”`).toBeLessThanOrEqual(most);
    }
  }
  expect(await card(tab).text()).toContain('41%');
  // A page that is opened later has it from the start.
  const later = await visit(extension, 'trade');
  await selectWords(later, WORDS);
  await layer(later).control('Save quote');
  expect(await lightness(later, '.selection-bar')).toBeLessThan(80);
  await page.saveSettings({ appearance: 'system' });
  await expect.poll(() => lightness(later, '.selection-bar')).toBeGreaterThan(200);
  if (extension.browser === 'chromium') {
    await extension.emulate(later, { colorScheme: 'dark' });
    await expect.poll(() => lightness(later, '.selection-bar')).toBeLessThan(80);
  }
});

test('for those who asked for less motion nothing in the card moves', async ({ extension }) => {
  const check = async (where: Extension) => {
    const tab = await visit(where, 'national');
    if (where.browser === 'chromium') await (tab as ChromiumTab).page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await tab.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    await clickMark(tab, 'Three former IAPT');
    await card(tab).shows('The NHS said');
    const moving = await tab.inRoot(
      'layer',
      (root) =>
        [...root.querySelectorAll('[role="dialog"] *')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration !== '0s';
        }).length,
      null,
    );
    expect(moving).toBe(0);
  };
  if (extension.browser === 'chromium') await check(extension);
  else await withOwnBrowser({ variant: 'granted', preferences: { 'ui.prefersReducedMotion': 1 } }, check);
});
