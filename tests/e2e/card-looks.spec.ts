/** The card in small and zoomed windows, and in the colours and the calm that a reader asked the system for. */
import { findBarriers } from './accessibility';
import type { ChromiumTab } from './chromium-tab';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { clickMark, readMarks } from './marks';
import { card } from './surface';
import { resize } from './window';

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
