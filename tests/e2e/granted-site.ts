/** What holds while one site alone is turned on, and after it was turned off: whichever way a browser lets it be granted. */
import type { Extension } from './extension';
import { fixturePage } from './fixture-pages';
import { expect } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

const { address } = fixturePage('national');
const NOT_CHECKED = { state: 'not-checked', passages: 0 };

export async function expectGuardianAlone(extension: Extension): Promise<void> {
  const page = await OwnPage.open(extension);
  await expect.poll(() => page.isRegistered()).toBe(true);
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  expect(await page.pageCheck(await extension.visit(fixturePage('dark').address))).toEqual(NOT_CHECKED);

  const options = new Surface(page.tab);
  await options.tab.bringToFront();
  await options.shows('Where it is on The Guardian (theguardian.com)');
  await options.click('Turn off for The Guardian');
  await options.shows('Turned off for The Guardian.');
  await options.shows('On no site.');
  await expect.poll(() => page.isRegistered()).toBe(false);
  expect(await page.pageCheck(await extension.visit(address))).toEqual(NOT_CHECKED);
}
