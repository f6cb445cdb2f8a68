/** Private windows, which Chromium hides from tests: nothing of them is kept. */
import type { FirefoxExtension } from './firefox';
import { fixturePage } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { layer } from './surface';

test('in a private window claims are marked, and a quote is refused with the reason and not kept', async () => {
  await withOwnBrowser({ variant: 'granted', inPrivateWindows: true }, async (extension) => {
    const page = await OwnPage.open(extension);
    await expect.poll(() => page.isRegistered()).toBe(true);
    const tab = await (extension as FirefoxExtension).visitPrivately(fixturePage('national').address);
    await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
    await selectWords(tab, 'She keeps a kettle beside the phone.');
    await extension.command(tab, 'save-quote');
    await layer(tab).shows('The quote was not saved. Quotes from private windows are not kept.');
    expect(await page.listQuotes()).toEqual([]);
  });
});
