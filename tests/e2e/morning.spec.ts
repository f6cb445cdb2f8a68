/** The morning after: of thirty quotes a campaigner makes a brief, a spreadsheet, three posts and links that lead back. */
import { randomUUID } from 'node:crypto';
import { marked } from 'marked';
import Papa from 'papaparse';
import { makeQuote } from '../make-quote';
import { spendEvening } from './evening';
import type { Extension, Tab } from './extension';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';
import { Surface } from './surface';

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

async function openBrief(extension: Extension, library: Surface): Promise<Tab> {
  await library.click('Brief…');
  return extension.tabAt('brief.html');
}

test('next morning there is a brief, a spreadsheet, three posts and a way back to every source', async ({
  extension,
}) => {
  test.setTimeout(240_000);
  const saved = await spendEvening(extension);
  const titles = [...new Set(saved.map(({ article }) => article.title))];
  await extension.closeTabs();
  const library = new Surface(await extension.openPage('library.html'));
  await library.shows('30 quotes');

  // The spreadsheet, as another program reads it.
  const sheet = await extension.download(() => library.click('CSV'));
  const { data, errors } = Papa.parse<Record<string, string>>(sheet.text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(30);
  for (const { article, words } of saved) {
    const row = data.find(({ Quote = '' }) => words.includes(Quote) || Quote.includes(words));
    expect(row, words).toMatchObject({ Title: article.title, Outlet: article.outlet, Address: article.address });
  }

  // What is exported comes back whole: nothing is added, as all of it is there.
  const copy = await extension.download(() => library.click('JSON-LD'));
  expect(JSON.parse(copy.text)).toMatchObject({ type: 'AnnotationCollection', total: 30 });

  // The brief: every source once, every figure with who was asked.
  const briefTab = await openBrief(extension, library);
  const brief = new Surface(briefTab);
  await brief.shows('About the figures');
  const text = await brief.text();
  for (const title of titles) expect(text).toContain(title);
  expect(text).toContain('71% of the 550 current and past IAPT workers who answered');
  expect(text).toContain('elf-selected');
  const file = await extension.download(() => brief.click('Save as Markdown'));
  expect(file.name).toMatch(/^iapt-brief-\d{4}-\d\d-\d\d\.md$/);
  const tokens = marked.lexer(file.text);
  expect(tokens.filter(({ type }) => type === 'blockquote').length).toBeGreaterThanOrEqual(30);
  const sources = tokens.find((token) => token.type === 'list') as { items: unknown[] } | undefined;
  expect(sources?.items).toHaveLength(titles.length);

  // Three posts: two pictures of quotes and one of a figure, each with its words to copy.
  for (const index of [0, 1]) {
    await brief.click('Picture…', index);
    const picture = await extension.download(() => brief.click('Save as PNG'));
    expect(picture.name).toMatch(/^iapt-quote-wide(?:\(1\))?\.png$/);
    await brief.click('Copy these words');
    await brief.shows('Copied');
    await expect.poll(() => extension.readClipboard()).toMatch(/^Quote: “.+ Seen \d{1,2} \p{L}+ \d{4}\.$/su);
    await brief.click('Picture…', index);
  }
  await brief.click(/^71%: Have you ever experienced burnout/);
  const figure = await extension.download(() => brief.click('Save as PNG'));
  expect(figure.name).toBe('iapt-burnout-wide.png');
  await brief.click('Copy these words');
  await expect.poll(() => extension.readClipboard()).toMatch(/^71% of the 550 .+elf-selected/s);

  // A link leads back to its sentence.
  const back = new Surface(await extension.openPage('library.html'));
  const { href } = await back.control(/^Open the article at the quote/);
  expect(href).toMatch(/#:~:text=/);
});

test('a library that was exported and deleted comes back whole, twice is harmless, and another file changes nothing', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const quotes = [
    makeQuote({
      id: randomUUID(),
      created: '2026-11-21T08:00:00.000Z',
      note: 'Ask them.',
      tags: ['care'],
      stance: 'disputes',
    }),
    makeQuote({ id: randomUUID(), exact: '=Another', anchors: [{ at: '2026-11-22T08:00:00.000Z', outcome: 'gone' }] }),
  ];
  await page.ask('restoreAnnotations', quotes);
  const tab = await extension.openPage('library.html');
  const library = new Surface(tab);
  await library.shows('2 quotes');
  const { text } = await extension.download(() => library.click('JSON-LD'));
  await page.deleteAllQuotes();
  await library.click('Import quotes from a file');
  await choose(tab, 'quotes.jsonld', text);
  await library.shows('JSON-LD: 2 added, 0 skipped, 0 refused.');
  expect(await page.listQuotes()).toEqual(quotes);
  await choose(tab, 'quotes.jsonld', text);
  await library.shows('JSON-LD: 0 added, 2 skipped, 0 refused.');
  await choose(tab, 'other.json', '{"some":"thing"}');
  await library.shows('Nothing was imported.');
  expect(await page.listQuotes()).toEqual(quotes);
});

/** Gives the page's file field a file, as a person's choice does. */
async function choose(tab: Tab, name: string, text: string): Promise<void> {
  await tab.evaluate(
    ({ name, text }) => {
      const field = document.querySelector<HTMLInputElement>('input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      if (!field) throw new Error('There is no file field');
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, text },
  );
}
