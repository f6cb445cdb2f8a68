/** The library is worked with: quotes are found, changed where they stand, tagged together, pasted, and gone through by keyboard. */
import { makeDraft } from '../make-draft';
import { makeQuote } from '../make-quote';
import { findBarriers } from './accessibility';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';
import { selectWords } from './selection';
import { layer, Surface } from './surface';

const { address } = fixturePage('national');
const WORDS = 'Before that there is a garden to dig over';
const CLAIM = 'Most of the IAPT therapists who ring us are burnt out';

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

/** Keeps `count` quotes without their pages, newest first by number. */
async function keep(page: OwnPage, count: number): Promise<void> {
  const quotes = Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 10, 20) - n * 60_000).toISOString();
    return makeQuote({
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      created: at,
      exact: `Sentence ${n} of many.`,
      source: {
        url: `https://www.theguardian.com/${n}`,
        title: `Article ${n}`,
        outlet: n % 2 ? 'The Guardian' : 'BBC News',
        authors: [],
        published: null,
      },
      statistics: n % 3 ? [] : ['burnout'],
    });
  });
  await page.ask('restoreAnnotations', quotes);
}

async function openLibrary(extension: Extension, query = ''): Promise<Surface> {
  return new Surface(await extension.openPage(`library.html${query}`));
}

/** Chooses from a list as its change event tells: the open list itself is the browser's own window. */
async function choose(tab: Tab, label: string, value: string): Promise<void> {
  await tab.evaluate(
    ({ label, value }) => {
      const form = document.querySelector('.quotes-list .quote-editor') ?? document;
      const field = [...form.querySelectorAll('label')].find(({ firstChild }) => firstChild?.textContent === label);
      const select =
        field?.querySelector('select') ?? document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
      if (!select) throw new Error(`no list is labelled ${label}`);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { label, value },
  );
}

test('a quote is changed where it stands, and is found by what was written', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await keep(page, 3);
  const library = await openLibrary(extension);
  await library.click('Edit “Sentence 1 of many.”');
  // The button goes away: the focus is in the form that took its place.
  await expect.poll(async () => (await library.control('Note')).focused).toBe(true);
  await library.fill('Note', 'Ring the press office');
  await library.fill('Tags, between commas', 'reply, targets');
  await choose(library.tab, 'Follow-up', 'to-write');
  await library.click('Save');
  await library.shows('Changed 1 quote.');
  await library.shows('Ring the press office');
  await library.fill('Search quotes', 'press office');
  await library.shows('1 of 3 quotes');
  const [quote] = (await page.listQuotes()).filter(({ note }) => note);
  expect(quote).toMatchObject({
    note: 'Ring the press office',
    tags: ['reply', 'targets'],
    followUp: [{ state: 'to-write', at: expect.any(String) }],
    source: { title: 'Article 1' },
  });
});

test('a change that cannot be is refused with the reason, and what was written stays in the form', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  await keep(page, 1);
  const library = await openLibrary(extension);
  await library.click('Edit “Sentence 0 of many.”');
  await library.fill('Note', 'Kept while it is put right');
  await library.click('Correct the source');
  await library.click('More about the source');
  await library.fill('Address that the page gives as its own', 'nowhere');
  await library.click('Save');
  await library.shows('Nothing was changed. The reason given: This change was not accepted: source.canonicalUrl');
  expect((await library.control('Note')).value).toBe('Kept while it is put right');
});

test('filters, search and order work together, and can be cleared', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await keep(page, 12);
  const library = await openLibrary(extension);
  await library.shows('12 quotes');
  await library.click('Filters');
  await choose(library.tab, 'Figure', 'burnout');
  await library.shows('4 of 12 quotes');
  await choose(library.tab, 'Outlet', 'The Guardian');
  await library.shows('2 of 12 quotes');
  await choose(library.tab, 'Order', 'oldest');
  await expect
    .poll(() => library.tab.evaluate(() => document.querySelector('.quote-text')?.textContent))
    .toBe('Sentence 9 of many.');
  await library.click('Clear filters');
  await library.shows('12 quotes');
});

test('several quotes are selected, tagged, deleted and brought back at once', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await keep(page, 5);
  const before = await page.listQuotes();
  const library = await openLibrary(extension);
  await library.click('Select “Sentence 1 of many.”');
  await library.click('Select “Sentence 3 of many.”');
  await library.shows('2 quotes selected');
  await library.fill('Tags to add, between commas', 'brief');
  await library.click('Tag');
  await library.shows('Changed 2 quotes.');
  expect((await page.listQuotes()).filter(({ tags }) => tags.includes('brief'))).toHaveLength(2);
  await library.click('Delete 2 selected');
  await library.shows('Deleted 2 quotes.');
  expect(await page.listQuotes()).toHaveLength(3);
  await library.click('Undo');
  await library.shows('Brought back 2 quotes.');
  const after = await page.listQuotes();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('of 2,000 quotes only some rows are on the page, each with its number, and the last can be reached', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  await keep(page, 2_000);
  const library = await openLibrary(extension);
  await library.shows('2,000 quotes');
  // All are read once they may be exported.
  await expect.poll(async () => (await library.control('CSV')).disabled).toBe(false);
  const rows = () =>
    library.tab.evaluate(() =>
      [...document.querySelectorAll('.quote')].map((row) => [
        row.getAttribute('aria-posinset'),
        row.getAttribute('aria-setsize'),
      ]),
    );
  expect((await rows()).length).toBeLessThan(60);
  expect((await rows())[0]).toEqual(['1', '2000']);
  await library.tab.evaluate(() => {
    const row = document.querySelector<HTMLElement>('.quote');
    row?.focus();
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  });
  await library.shows('Sentence 1999 of many.');
  await expect
    .poll(() => library.tab.evaluate(() => document.activeElement?.getAttribute('aria-posinset')))
    .toBe('2000');
  // The page is as long as all of them, and what can be done with the selected ones stays in view.
  expect(await library.tab.evaluate(() => document.querySelector('.quotes-list')?.clientHeight)).toBeGreaterThan(
    200_000,
  );
  await library.click('Select “Sentence 1999 of many.”');
  await library.shows('1 quote selected');
  const { y } = (await library.control('Clear selection')).box;
  expect(y).toBeGreaterThan(0);
  expect(y).toBeLessThan(120);
});

test('pasted words are placed on the page that they are from, and the source is filled in', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const article = await extension.visit(address);
  const tabId = await page.tabId(article);
  const library = await openLibrary(extension, `?paste=${tabId}`);
  await expect.poll(async () => (await library.control('Outlet')).value).toBe('The Morning Ledger');
  expect((await library.control('Address')).value).toBe(address);
  await library.fill('Quote', CLAIM.replace(' who ', '\u00a0who  '));
  await library.click('Save quote');
  await library.shows('Quote saved, with its place on the page.');
  const [quote] = await page.listQuotes();
  expect(quote?.quote.exact).toBe(CLAIM);
  expect(quote?.position).not.toBe(null);
  expect(quote?.statistics).toContain('burnout');
});

test('words that stand on no page are kept with the source that was typed', async ({ extension }) => {
  const library = await openLibrary(extension, '?paste');
  await library.fill('Quote', 'Said on the wireless.');
  await library.fill('Address', 'https://www.bbc.co.uk/sounds/1');
  await library.fill('Title', 'The evening programme');
  await library.click('Save quote');
  await library.shows('Quote saved, without its place on the page.');
  await library.shows('The evening programme');
});

test('why a quote of a page that no script can read was not saved is told, once, and it can be pasted', async ({
  extension,
}) => {
  const library = await openLibrary(extension, `?${new URLSearchParams({ failure: 'The disk is <b>full</b>.' })}`);
  await library.shows('The quote was not saved. The reason given: The disk is <b>full</b>.');
  await library.click('Paste a quote');
  await library.fill('Quote', 'Said on the wireless.');
  await library.fill('Address', 'https://www.bbc.co.uk/sounds/1');
  await library.fill('Title', 'The evening programme');
  await library.click('Save quote');
  await library.shows('Quote saved, without its place on the page.');
});

test('the form to paste into keeps what was typed while it is folded away', async ({ extension }) => {
  const library = await openLibrary(extension, '?paste');
  await library.fill('Quote', 'Said on the wireless.');
  await library.click('Paste a quote');
  await expect.poll(async () => (await library.controls()).map(({ name }) => name)).not.toContain('Save quote');
  await library.click('Paste a quote');
  await expect.poll(async () => (await library.control('Quote')).focused).toBe(true);
  expect((await library.control('Quote')).value).toBe('Said on the wireless.');
});

test('beside a selection in the article one press saves it, with the figure that it bears on', async ({
  extension,
}) => {
  const tab = await extension.visit(address);
  await selectWords(tab, CLAIM);
  await layer(tab).click('Save quote');
  await layer(tab).shows('Quote saved.');
  const [quote] = await (await OwnPage.open(extension)).listQuotes();
  expect(quote).toMatchObject({ quote: { exact: CLAIM }, statistics: expect.arrayContaining(['burnout']) });
});

test('the offer to save goes with the selection, and stays away once it was sent away', async ({ extension }) => {
  const tab = await extension.visit(address);
  const point = await selectWords(tab, WORDS);
  await layer(tab).control('Save quote');
  await tab.click(point);
  await expect.poll(async () => (await layer(tab).controls()).map(({ name }) => name)).not.toContain('Save quote');
  await selectWords(tab, WORDS);
  await layer(tab).click('Don’t offer to save quotes on this page');
  await selectWords(tab, 'She keeps a kettle beside the phone.');
  // What the selection brings up is there before a later command is answered.
  await extension.command(tab, 'save-quote');
  await layer(tab).shows('Quote saved.');
  expect((await layer(tab).controls()).map(({ name }) => name)).not.toContain('Save quote');
});

test('after fifty quotes that no file holds the library asks for an export, and each one exported counts', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  for (let n = 0; n < 50; n++) {
    await page.ask('saveQuote', makeDraft(`Sentence ${n} of fifty.`, address));
  }
  const library = await openLibrary(extension);
  await library.shows('50 quotes are in no exported file yet.');
  await library.click('Select “Sentence 49 of fifty.”');
  await extension.download(() => library.click('CSV'));
  await expect.poll(() => library.text()).not.toContain('in no exported file yet');
  expect(await page.ask('getLibraryState')).toMatchObject({ reminder: { unexported: 49, isDue: false } });
});

test('the library with quotes, a form and a selection has no barriers', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await keep(page, 30);
  const library = await openLibrary(extension);
  await library.shows('30 quotes');
  await library.click('Filters');
  await library.click('Select “Sentence 1 of many.”');
  await library.click('Edit “Sentence 0 of many.”');
  await library.control('Note');
  await library.click('Paste a quote');
  expect(await findBarriers(library.tab)).toEqual([]);
});
