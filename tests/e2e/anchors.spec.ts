/** A saved quote is found again on its page, or the library says honestly what became of it. */
import { randomUUID } from 'node:crypto';
import type { AnchorRecord, Annotation } from '../../lib/domain/annotation';
import { makeQuote } from '../make-quote';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { layer, Surface } from './surface';

const { address } = fixturePage('national');
const BOILER = 'The boiler of the clinic had burnt out twice over the winter.';
const BEFORE = 'that runs a food bank next door to the clinic.\n\n';
const AFTER = ' For a fortnight the sessions were held in coats.';

test.beforeEach(async ({ extension }) => {
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

/** Keeps a quote as if it had been saved when the article still read so. */
async function keep(page: OwnPage, exact: string, prefix = '', suffix = '', url = address): Promise<string> {
  const id = randomUUID();
  const quote = makeQuote({ id, source: { url, title: 'Targets' }, statistics: [] });
  quote.quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  await page.ask('restoreAnnotations', [quote]);
  return id;
}

async function recordsOf(page: OwnPage, id: string): Promise<AnchorRecord[]> {
  const [quote] = await page.ask<Annotation[]>('getAnnotations', [id]);
  return quote?.anchors ?? [];
}

/** What is painted as a quote, by the style it has. */
function readQuotes(tab: Tab): Promise<[style: string, text: string][]> {
  return tab.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('time-to-talk-quote-'))
      .flatMap(([name, highlight]) =>
        [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }): [string, string] => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return [name.slice('time-to-talk-quote-'.length), range.toString().replace(/\s+/g, ' ')];
        }),
      ),
  );
}

async function visit(extension: Extension): Promise<Tab> {
  return extension.visit(address);
}

test('a quote that stands word for word is painted, and that is written down once', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const id = await keep(page, BOILER, BEFORE, AFTER);
  const tab = await visit(extension);
  await expect.poll(() => readQuotes(tab)).toEqual([['found', BOILER]]);
  await expect.poll(async () => (await recordsOf(page, id)).map(({ outcome }) => outcome)).toEqual(['found']);
  const again = await visit(extension);
  await expect.poll(() => readQuotes(again)).toEqual([['found', BOILER]]);
  expect(await recordsOf(page, id)).toHaveLength(1);
});

test('a quote whose wording changed is painted in its own way, and the library shows both wordings', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const saved = BOILER.replace('clinic', 'surgery');
  const id = await keep(page, saved, BEFORE, AFTER);
  const tab = await visit(extension);
  await expect.poll(() => readQuotes(tab)).toEqual([['changed', BOILER]]);
  await expect.poll(() => recordsOf(page, id)).toMatchObject([{ outcome: 'changed', text: BOILER }]);
  const library = new Surface(await extension.openPage('library.html'));
  await library.shows('surgery');
});

test('what cannot be told from its like, and what is gone, is painted nowhere and said to be so', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  // Two copies stand on the page, and the saved context is neither's.
  const twin = await keep(page, 'burnt out', 'whose own words were ', ' according to a third');
  const gone = await keep(page, BOILER.replace('twice', 'seven times'), BEFORE, AFTER);
  const tab = await visit(extension);
  await expect.poll(async () => (await recordsOf(page, twin)).map(({ outcome }) => outcome)).toEqual(['ambiguous']);
  await expect.poll(async () => (await recordsOf(page, gone)).map(({ outcome }) => outcome)).toEqual(['gone']);
  expect(await readQuotes(tab)).toEqual([]);
});

test('a text that comes late is found when it comes, and was never called gone', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const late = 'A late paragraph says that the rota was torn up in the spring.';
  const id = await keep(page, late, 'shone on the wall.\n\n', '');
  const tab = await visit(extension);
  await tab.evaluate((words) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    document.querySelector('article')?.append(paragraph);
  }, late);
  await expect.poll(() => readQuotes(tab)).toEqual([['found', late]]);
  await expect.poll(async () => (await recordsOf(page, id)).map(({ outcome }) => outcome)).toEqual(['found']);
});

test('a page learns of its own quotes and of no other page’s, and can write about no other’s', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const own = await keep(page, BOILER, BEFORE, AFTER, `${address}?utm_source=mail`);
  const other = await keep(page, 'Elsewhere.', '', '', 'https://www.theguardian.com/society/other');
  const tab = await visit(extension);
  await expect.poll(() => readQuotes(tab)).toEqual([['found', BOILER]]);
  const listed = await page.replyToContent(tab, 'listOwnQuotes', 'https://elsewhere.example/');
  expect(listed).toMatchObject({ ok: true, value: [{ id: own }] });
  await page.replyToContent(tab, 'reportOutcomes', [{ id: other, outcome: 'gone' }], null);
  expect(await recordsOf(page, other)).toEqual([]);
});

test('a page that doesn’t name IAPT is visited with its quotes painted, and the page beside it with nothing', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const words = 'Another page of the site.';
  const quoted = new URL('/society/quoted', address).href;
  const id = await keep(page, words, '', '', quoted);
  await expect
    .poll(() => page.quotedPatterns())
    .toEqual([`*://*.${new URL(quoted).host.replace('www.', '')}/society/quoted*`]);
  const tab = await extension.visit(quoted);
  await expect.poll(() => readQuotes(tab)).toEqual([['found', words]]);
  await expect.poll(async () => (await recordsOf(page, id)).map(({ outcome }) => outcome)).toEqual(['found']);
  const beside = await extension.visit(new URL('/society/beside', address).href);
  await expect.poll(() => page.pageCheck(beside)).toEqual({ state: 'assessed', passages: 0 });
  expect(await page.loadedParts(beside)).toEqual(['timeToTalkIapt']);
  await page.deleteAllQuotes();
  await expect.poll(() => page.quotedPatterns()).toEqual([]);
});

test('the link of words that stand several times opens the article at the ones that were saved', async ({
  extension,
}) => {
  const article = await visit(extension);
  await expect.poll(async () => (await readMarks(article)).length).toBeGreaterThan(0);
  // The last of three paragraphs that name her.
  await article.evaluate(() => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
      textContent.includes('putting on her coat'),
    );
    const text = paragraph?.firstChild as Text;
    const start = text.data.indexOf('Holloway');
    getSelection()?.setBaseAndExtent(text, start, text, start + 'Holloway'.length);
  });
  await extension.command(article, 'save-quote');
  await layer(article).shows('Quote saved.');
  const [saved] = await (await OwnPage.open(extension)).listQuotes();
  expect(saved).toMatchObject({ quote: { exact: 'Holloway' }, textDirective: 'text=Holloway,-raised%20a%20hand%2C' });
  await extension.closeTabs();
  const library = new Surface(await extension.openPage('library.html'));
  await library.click(/^Open the article at the quote/);
  const opened = await extension.tabAt(new URL(address).pathname);
  const isInView = () =>
    opened.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
        textContent.includes('putting on her coat'),
      );
      const { top = -1, bottom = -1 } = paragraph?.getBoundingClientRect() ?? {};
      return scrollY > 200 && top >= 0 && bottom <= innerHeight;
    });
  await expect.poll(isInView).toBe(true);
});
