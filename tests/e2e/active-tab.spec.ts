/** Quotes are taken with no site granted: a person's press is leave enough for the page that it was made on, and no other. */
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { layer, Surface } from './surface';

test.use({ variant: 'production' });

const { address } = fixturePage('national');
const WORDS = 'She keeps a kettle beside the phone.';
const OTHERS = 'Before that there is a garden to dig over';

test('with no site granted, the command saves what is selected, with its place and its source', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  await page.deleteAllQuotes();
  const tab = await extension.visit(address);
  expect(await page.pageCheck(tab)).toEqual({ state: 'not-checked', passages: 0 });
  await selectWords(tab, WORDS);
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
  expect(await page.listQuotes()).toMatchObject([
    {
      quote: { exact: WORDS, prefix: expect.stringMatching(/\S/), suffix: expect.stringMatching(/\S/) },
      position: { type: 'TextPositionSelector' },
      source: { url: address, outlet: 'The Morning Ledger', authors: ['Priya Lindqvist'] },
    },
  ]);
});

test('with no site granted, the popup’s link fills the form in from the page of the press, and places pasted words there', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  await page.deleteAllQuotes();
  const tab = await extension.visit(address);
  // The press that opens the real popup lies on the toolbar, where no test reaches; the command's is as good.
  await extension.command(tab, 'check-page');
  await layer(tab).shows('Checked.');
  const popup = new Surface(await page.openBehind(extension, tab, 'popup.html'));
  // In front it would itself be the tab that it asks for.
  const link = async () => (await popup.control('Paste a quote')).href;
  await expect.poll(link).toContain(`paste=${await page.tabId(tab)}`);
  await popup.tab.bringToFront();
  await popup.click('Paste a quote');
  const library = new Surface(await extension.tabAt('library.html?paste='));
  await expect.poll(async () => (await library.control('Address')).value).toBe(address);
  await library.fill('Quote', OTHERS);
  await library.click('Save quote');
  await library.shows('Quote saved, with its place on the page.');
  expect(await page.listQuotes()).toMatchObject([
    { quote: { exact: OTHERS, prefix: expect.stringMatching(/\S/) }, source: { url: address } },
  ]);
});
