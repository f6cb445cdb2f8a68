/** An update of the extension under open tabs: nothing of the old version stays that no longer works. */
import type { Extension, Tab } from './extension';
import { expect, test, withOwnBrowser } from './harness';
import { livePage } from './live-pages';
import { expectMarks, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer } from './surface';

const LINE = 'Time to Talk IAPT was updated. Reload the page to continue.';

/** An article with its marks, and under it an extension that has just been updated. */
async function updateUnder(extension: Extension): Promise<Tab> {
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.isRegistered()).toBe(true);
  await page.tab.close();
  const tab = await extension.visit(livePage('colours'));
  await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
  await extension.command(tab, 'next-match');
  await card(tab).shows('71%');
  await extension.reload();
  return tab;
}

const layers = (tab: Tab) => tab.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length);

test('an update in Chromium takes marks and controls away and says once to reload; Firefox, which ends old scripts, marks anew', async () => {
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    const tab = await updateUnder(extension);
    if (extension.browser === 'firefox') {
      await expect.poll(async () => (await layer(tab).controls()).length).toBe(5);
      await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
      expect(await layers(tab)).toBe(1);
      await extension.command(tab, 'next-match');
      await card(tab).shows('71%');
      return;
    }
    await tab.press('Tab');
    await layer(tab).shows(LINE);
    await expectMarks(tab);
    expect((await layer(tab).controls()).map(({ name }) => name)).toEqual(['Close']);
    // It stays until it is closed, and does not come again.
    await layer(tab).click('Close');
    await expect.poll(() => layers(tab)).toBe(0);
    await tab.press('Tab');
    await tab.click({ x: 20, y: 20 });
    await tab.evaluate(() => document.querySelector('article')?.append('IAPT'));
    expect(await layers(tab)).toBe(0);
    expect(tab.messages()).toEqual([]);
  });
});

test('a page that was only checked by a press, on no site that is turned on, loses its controls at an update and says once to reload', async () => {
  await withOwnBrowser({ variant: 'production' }, async (extension) => {
    const tab = await extension.visit(livePage('colours'));
    await extension.command(tab, 'check-page');
    await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
    await layer(tab).shows('Checked. 5 passages');
    expect(await layer(tab).text()).not.toContain(LINE);
    await extension.reload();
    // Chromium's script is still there and notices at the next sign of the reader; Firefox's is not, but its layer says it.
    if (extension.browser === 'chromium') await tab.press('Tab');
    await layer(tab).shows(LINE);
    expect((await layer(tab).controls()).map(({ name }) => name)).toEqual(['Close']);
    const drawn = await tab.evaluate(() =>
      [...CSS.highlights.keys()].filter(
        (name) =>
          getComputedStyle(document.querySelector('article p') as Element, `::highlight(${name})`)
            .textDecorationLine !== 'none',
      ),
    );
    expect(drawn).toEqual([]);
    await layer(tab).click('Close');
    await expect.poll(() => layer(tab).text()).toBe('');
    await tab.press('Tab');
    expect(await layer(tab).controls()).toEqual([]);
    expect(tab.messages()).toEqual([]);
  });
});

test('a page that is checked again after an update has one layer, and cards that open', async () => {
  await withOwnBrowser({ variant: 'granted' }, async (extension) => {
    const tab = await updateUnder(extension);
    await expect
      .poll(async () => {
        await extension.command(tab, 'check-page');
        return layer(tab).text();
      })
      .toContain('Checked. 5 passages');
    expect(await layers(tab)).toBe(1);
    await tab.press('Tab');
    await extension.command(tab, 'next-match');
    await card(tab).shows('71%');
    expect(await layers(tab)).toBe(1);
    expect(await layer(tab).text()).not.toContain(LINE);
    expect(await readMarks(tab)).toHaveLength(5);
  });
});
