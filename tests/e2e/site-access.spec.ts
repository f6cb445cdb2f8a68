/** Site access: as installed nothing is read without a press, and what is granted can be seen and given back. */
import { findBarriers } from './accessibility';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { layer, Surface } from './surface';

test.use({ variant: 'production' });

const article = fixturePage('national');

test('without a press no script runs in a page, and nothing is marked', async ({ extension }) => {
  const tab = await extension.visit(article.address);
  const page = await OwnPage.open(extension);
  expect(await page.pageCheck(tab)).toEqual({ state: 'not-checked', passages: 0 });
  expect(await readMarks(tab)).toEqual([]);
  expect(await layer(tab).text()).toBe('');
});

test('the command checks the page in front, and no other', async ({ extension }) => {
  const other = await extension.visit(fixturePage('dark').address);
  const tab = await extension.visit(article.address);
  await extension.command(tab, 'check-page');
  await layer(tab).shows('Checked.');
  const marks = await readMarks(tab);
  expect(marks.length).toBeGreaterThan(0);
  expect(await readMarks(other)).toEqual([]);
  const page = await OwnPage.open(extension);
  expect(await page.badge(tab)).toBe(String(marks.length));
});

test('an address that is no site is refused with the reason', async ({ extension }) => {
  const options = new Surface(await extension.openPage('options.html'));
  await options.fill(/^Address of the site/, 'co.uk');
  await options.click('Turn on');
  await options.shows('Many sites end in co.uk.');
});

test('the commands have keys, and nothing was sent anywhere', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const shortcuts = await page.shortcuts();
  for (const command of ['check-page', 'next-match', 'save-quote']) expect(shortcuts[command]).toBeTruthy();
  await new Surface(page.tab).shows('Nothing has been sent.');
});

test('the settings have no barrier that axe can find', async ({ extension }) => {
  const options = new Surface(await extension.openPage('options.html?site=www.theguardian.com'));
  await options.shows('Nothing has been sent.');
  expect(await findBarriers(options.tab)).toEqual([]);
});
