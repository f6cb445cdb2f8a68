/** Site access where only Firefox lets a test answer the browser or press its menu. */
import type { FirefoxExtension } from './firefox';
import { fixturePage } from './fixture-pages';
import { expectGuardianAlone } from './granted-site';
import { expect, test } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { layer, Surface } from './surface';

test.use({ variant: 'production' });

const { address } = fixturePage('national');

test('the context menu checks the page it was opened on', async ({ extension }) => {
  const tab = await extension.visit(address);
  const { x, y } = await tab.evaluate(() => {
    const { left, top } = document.querySelector('h1')?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + 10 };
  });
  await extension.chooseMenuItem(tab, 'check-page', { x, y });
  await layer(tab).shows('Checked.');
  expect((await readMarks(tab)).length).toBeGreaterThan(0);
});

test('a site that is turned on is checked without a press, alone, and is listed until it is turned off', async ({
  extension,
}) => {
  const options = new Surface(await extension.openPage('options.html?site=www.theguardian.com'));
  await options.click('Turn on for this site');
  await (extension as FirefoxExtension).answer('Allow');
  await options.shows('It is on for The Guardian.');
  const focused = () => options.tab.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused, 'the focus is lost with the button').toBe('It is on for The Guardian.');
  await expectGuardianAlone(extension);
});

test('a person who says no to the browser’s question is told so, and no access was given', async ({ extension }) => {
  const options = new Surface(await extension.openPage('options.html?site=www.theguardian.com'));
  await options.click('Turn on for this site');
  await (extension as FirefoxExtension).answer('Deny');
  await options.shows('Not turned on for The Guardian');
  await options.shows('On no site.');
  expect(await (await OwnPage.open(extension)).isRegistered()).toBe(false);
});
