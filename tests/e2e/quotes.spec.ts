/** Journey 3: words that a person selects are kept as a quote, listed, exported, and found again in their article. */
import Papa from 'papaparse';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { card, layer, Surface } from './surface';

const { address } = fixturePage('national');
/** Far down the page and no claim. */
const WORDS = 'Before that there is a garden to dig over';
const CLAIM = 'Most of the IAPT therapists who ring us are burnt out';

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

async function openArticle(extension: Extension): Promise<Tab> {
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  return tab;
}

async function openLibrary(extension: Extension): Promise<Surface> {
  return new Surface(await extension.openPage('library.html'));
}

/** Saves the words by the keyboard command. */
async function saveWords(extension: Extension, words = WORDS): Promise<void> {
  const tab = await openArticle(extension);
  await selectWords(tab, words);
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
}

const WAYS: Record<string, { quote: string; save: (extension: Extension, tab: Tab) => Promise<void> }> = {
  'the context menu': {
    quote: WORDS,
    async save(extension, tab) {
      await extension.chooseMenuItem(tab, 'save-quote', await selectWords(tab, WORDS));
      await layer(tab).shows('Quote saved.');
    },
  },
  'the keyboard command': {
    quote: WORDS,
    async save(extension, tab) {
      await selectWords(tab, WORDS);
      await extension.command(tab, 'save-quote');
      await layer(tab).shows('Quote saved.');
    },
  },
  'the card': {
    quote: CLAIM,
    async save(_, tab) {
      await clickMark(tab, CLAIM);
      await card(tab).click('Save quote');
      await card(tab).shows('Quote saved.');
    },
  },
};

for (const [way, { quote, save }] of Object.entries(WAYS)) {
  test(`a quote saved by ${way} is listed with its source, its date and a link to the passage`, async ({
    extension,
  }) => {
    await save(extension, await openArticle(extension));
    const library = await openLibrary(extension);
    await library.shows(quote);
    const text = await library.text();
    for (const part of ['1 quote', 'The Morning Ledger', 'Priya Lindqvist', 'Published 14 September 2021', 'Saved ']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('‘You are a number feeding a number’: the therapists counting the cost of targets');
    const { href } = await library.control(/^Open the article at the quote/);
    expect(href).toContain(`${address}#:~:text=`);
    expect(decodeURIComponent(href ?? '')).toContain(quote.slice(0, 25));
  });
}

test('a quote saved from the card says which question it bears on', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, CLAIM);
  await card(tab).click('Save quote');
  await card(tab).shows('Quote saved.');
  const library = await openLibrary(extension);
  await library.shows('Bears on: “Have you ever experienced burnout as a result of working in IAPT?”');
});

test('without a selection the command says what to do, and keeps nothing', async ({ extension }) => {
  const tab = await openArticle(extension);
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Select some text first');
  expect(await (await OwnPage.open(extension)).listQuotes()).toEqual([]);
});

test('the same passage saved twice is one quote, and that is said', async ({ extension }) => {
  const tab = await openArticle(extension);
  await selectWords(tab, WORDS);
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('This quote is already among yours.');
  expect(await (await OwnPage.open(extension)).listQuotes()).toHaveLength(1);
});

test('quotes survive the end of the background, and the next one is saved by a new one', async ({ extension }) => {
  await saveWords(extension);
  await extension.stopBackground();
  const tab = await openArticle(extension);
  await selectWords(tab, 'She keeps a kettle beside the phone.');
  await extension.stopBackground();
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
  const library = await openLibrary(extension);
  await library.shows('2 quotes');
  await library.shows(WORDS);
});

test('an open library shows a quote as soon as it is saved', async ({ extension }) => {
  const library = await openLibrary(extension);
  await library.shows('No quotes yet');
  await saveWords(extension);
  await library.shows(WORDS);
});

test('a deleted quote is gone, and Undo brings it back as it was', async ({ extension }) => {
  await saveWords(extension);
  const page = await OwnPage.open(extension);
  const before = await page.listQuotes();
  const library = await openLibrary(extension);
  await library.click(/^Delete “Before that/);
  await library.shows('Deleted 1 quote.');
  expect(await page.listQuotes()).toEqual([]);
  await library.click('Undo');
  await library.shows('Brought back 1 quote.');
  expect(await page.listQuotes()).toEqual(before);
});

test('the exported CSV reads back with the quote, its source and its link', async ({ extension }) => {
  await saveWords(extension);
  const library = await openLibrary(extension);
  await library.shows(WORDS);
  const file = await extension.download(() => library.click('CSV'));
  expect(file.name).toMatch(/^iapt-quotes-\d{4}-\d{2}-\d{2}\.csv$/);
  const { data, errors } = Papa.parse<Record<string, string>>(file.text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    Quote: WORDS,
    Title: '‘You are a number feeding a number’: the therapists counting the cost of targets',
    Outlet: 'The Morning Ledger',
    Authors: 'Priya Lindqvist',
    Address: address,
  });
  expect(data[0]?.['Link to quote']).toContain(`${address}#:~:text=`);
});

test('the exported Markdown holds the quote, its source, and the figure with who was asked', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, CLAIM);
  await card(tab).click('Save quote');
  await card(tab).shows('Quote saved.');
  const library = await openLibrary(extension);
  await library.shows('1 quote');
  const { name, text } = await extension.download(() => library.click('Markdown'));
  expect(name).toMatch(/^iapt-quotes-\d{4}-\d{2}-\d{2}\.md$/);
  expect(text).toMatch(/^> “?Most of the IAPT therapists who ring us are burnt out/m);
  expect(text).toContain('- Outlet: The Morning Ledger');
  expect(text).toContain(
    '71% of the 550 current and past IAPT workers who answered said they had ever experienced burnout',
  );
  expect(text).toContain('Self-selected');
});

test('the link of a quote opens the article scrolled to the words', async ({ extension }) => {
  await saveWords(extension);
  await extension.closeTabs();
  const library = await openLibrary(extension);
  await library.click(/^Open the article at the quote/);
  const article = await extension.tabAt(new URL(address).pathname);
  await expect.poll(() => article.evaluate(() => scrollY)).toBeGreaterThan(200);
  const isInView = await article.evaluate((words) => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes(words));
    const { top = -1, bottom = -1 } = paragraph?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  }, WORDS);
  expect(isInView).toBe(true);
});
