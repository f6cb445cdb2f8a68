/** Every journey on our own pages goes by keyboard alone, and what happened is announced. */
import type { Extension, Tab } from './extension';
import { expect, test, withOwnBrowser } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

/** More presses of Tab than any page of ours has controls. */
const MOST = 150;

/** Presses Tab until the control has the focus. */
async function tabTo(surface: Surface, name: string | RegExp): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed++) {
    await surface.tab.press('Tab');
    const focused = (await surface.controls()).find((control) => control.focused)?.name;
    if (focused !== undefined && (typeof name === 'string' ? focused === name : name.test(focused))) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

/** What the page's polite live regions say. */
function announced(tab: Tab): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role="status"],[aria-live="polite"]')].map(
      ({ innerText }) => innerText,
    ),
  );
}

async function announces(tab: Tab, words: string): Promise<void> {
  await expect.poll(async () => (await announced(tab)).join('\n')).toContain(words);
}

/** Runs in the browser: the element that has the focus without an outline; empty where there is none. */
function findUnshownFocus(): string {
  const element = document.activeElement;
  // Past its last control the focus is the browser's own.
  if (!element || element === document.body || !document.hasFocus()) return '';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== 'none' && outlineWidth !== '0px' ? '' : element.outerHTML.slice(0, 120);
}

async function open(extension: Extension, path: string, whole: string): Promise<Surface> {
  const surface = new Surface(await extension.openPage(path));
  await surface.shows(whole);
  await surface.tab.bringToFront();
  return surface;
}

for (const [path, whole] of [
  ['popup.html', 'Quotes ('],
  ['options.html', 'Nothing has been sent.'],
  ['first-run.html', 'Alt+Shift+Q'],
  ['method.html', 'What it does not do'],
  ['library.html', 'Quotes'],
] as const) {
  test(`Tab reaches every control of ${path} in order, shows where it is, and leaves again`, async ({ extension }) => {
    const surface = await open(extension, path, whole);
    const all = (await surface.controls()).filter(({ disabled }) => !disabled);
    const reached = new Set<string>();
    for (let pressed = 0; pressed < all.length + 2; pressed++) {
      await surface.tab.press('Tab');
      // Firefox draws the outline a moment after the focus has moved.
      await expect.poll(() => surface.tab.evaluate(findUnshownFocus), { message: 'does not show its focus' }).toBe('');
      const focused = (await surface.controls()).find((control) => control.focused);
      if (focused) reached.add(focused.name);
    }
    // Of a group of radio buttons Tab reaches the one that is chosen.
    const radios = new Set(['Light', 'Dark', 'As my system']);
    const names = all.map(({ name }) => name).filter((name) => !radios.has(name));
    expect(names.filter((name) => !reached.has(name))).toEqual([]);
  });
}

test('the survey’s link is copied, and a figure is shared and closed again, by keyboard', async ({ extension }) => {
  const popup = await open(extension, 'popup.html', 'Quotes (');
  await tabTo(popup, 'Copy survey link');
  await popup.tab.press('Enter');
  await announces(popup.tab, 'Copied. The link is ready to paste.');
  await tabTo(popup, 'Share…');
  await popup.tab.press('Enter');
  await popup.shows('What to share');
  await tabTo(popup, 'Copy the text');
  await popup.tab.type(' ');
  await announces(popup.tab, 'Text copied, with its caveat.');
  await popup.tab.press('Escape');
  await expect.poll(() => popup.text()).not.toContain('What to share');
  expect((await popup.controls()).find(({ focused }) => focused)?.name).toBe('Share…');
});

test('the marking is paused and resumed by keyboard, and the focus is not lost with the button', async ({
  extension,
}) => {
  const settings = await open(extension, 'options.html', 'Nothing has been sent.');
  await tabTo(settings, 'Pause until I resume');
  await settings.tab.press('Enter');
  await announces(settings.tab, 'Paused on all pages, open ones too.');
  expect(await settings.tab.evaluate(() => document.activeElement?.textContent)).toBe('Pause');
  await tabTo(settings, 'Resume');
  await settings.tab.press('Enter');
  await announces(settings.tab, 'Resumed.');
});

test('an address that is no site is refused by keyboard, with the reason read out and the focus in the field', async ({
  extension,
}) => {
  const settings = await open(extension, 'options.html', 'Nothing has been sent.');
  await tabTo(settings, /^Address of the site/);
  await settings.tab.type('co.uk');
  await settings.tab.press('Enter');
  await settings.shows('Many sites end in co.uk.');
  const field = await settings.tab.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    const reason = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    return {
      invalid: input.getAttribute('aria-invalid'),
      role: reason?.role ?? reason?.getAttribute('role'),
      reason: reason?.textContent,
    };
  });
  expect(field).toEqual({
    invalid: 'true',
    role: 'alert',
    reason: expect.stringContaining('Many sites end in co.uk.'),
  });
});

test('everything is deleted by keyboard: a tick, a second press, and Escape leaves it all as it was', async () => {
  // The sites that may be read are given back too, in Firefox for all tests after this one.
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    const page = await OwnPage.open(extension);
    await page.deleteAllQuotes();
    const settings = await open(extension, 'options.html', 'Nothing has been sent.');
    await tabTo(settings, 'Delete everything…');
    await settings.tab.press('Enter');
    const focused = async () => (await settings.controls()).find((control) => control.focused)?.name;
    await settings.shows('No quotes are kept.');
    // The focus goes into what was opened, a moment after it is drawn.
    await expect.poll(() => settings.tab.evaluate(() => document.activeElement?.className)).toBe('settings-panel');
    await settings.tab.press('Escape');
    await expect.poll(() => settings.text()).not.toContain('No quotes are kept.');
    await expect.poll(focused).toBe('Delete everything…');
    await settings.tab.press('Enter');
    await expect.poll(() => settings.tab.evaluate(() => document.activeElement?.className)).toBe('settings-panel');
    await tabTo(settings, /^I want to delete everything/);
    await settings.tab.type(' ');
    await tabTo(settings, 'Delete everything now');
    await settings.tab.press('Enter');
    await announces(settings.tab, 'Everything was deleted.');
  });
});
