/** Bad input: what may not ask is refused, what is malformed changes nothing, and a browser that keeps nothing says so. */
import type { ContentToBackground, PageToBackground } from '../../lib/platform/messages';
import { makeDraft } from '../make-draft';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { OwnPage } from './own-pages';

const { address } = fixturePage('no-match');
/** Where the kept quote is not sought, so that nothing changes but by what a test asks. */
const elsewhere = fixturePage('national').address;

const DRAFT = makeDraft('Volunteers will run the tea bar.', address);

/** What our own pages may ask and a content script may not. */
const PAGE_CALLS: Record<Exclude<keyof PageToBackground, keyof ContentToBackground>, unknown[]> = {
  getFeed: [],
  getFeedStatus: [],
  checkFeed: [],
  changeFeedPlace: ['none'],
  readNews: [],
  getKeeping: [],
  readSource: [1],
  describeText: [1, 'x'],
  getLibraryState: [],
  dismissRecovery: [],
  markExported: [[]],
  postponeReminder: [],
  listSetAside: [],
  listCopy: [],
  listNewest: [10],
  readAnnotations: [null, 10],
  getAnnotations: [[]],
  countAnnotations: [],
  editAnnotations: [[], {}],
  tagAnnotations: [[], { add: [], remove: [] }],
  deleteAnnotations: [[]],
  restoreAnnotations: [[]],
  listRequests: [],
  checkPage: [1],
  deleteEverything: [],
  getPageCheck: [1],
  listMatches: [1],
  showMatch: [1, 0],
  hideMatches: [1, 0, 'mark'],
  unhideMatches: [1, 0, 'mark'],
  listPageQuotes: [1],
  toggleMarks: [1],
};

test.beforeEach(async ({ extension }) => {
  const page = await OwnPage.open(extension);
  await page.deleteAllQuotes();
  await page.replyToContent(await extension.visit(address), 'saveQuote', DRAFT);
  expect(await page.listQuotes()).toHaveLength(1);
});

test('a script in a web page is refused every call that is for the extension’s own pages', async ({ extension }) => {
  const tab = await extension.visit(elsewhere);
  const page = await OwnPage.open(extension);
  const kept = await page.listQuotes();
  for (const [call, args] of Object.entries(PAGE_CALLS)) {
    expect(await page.replyToContent(tab, call, ...args), call).toEqual({
      ok: false,
      error: 'This page may not ask for that.',
    });
  }
  expect(await page.listQuotes()).toEqual(kept);
});

const MALFORMED: [what: string, draft: unknown, reason: RegExp][] = [
  ['nothing', null, /Invalid type/],
  ['an empty quote', { ...DRAFT, quote: { ...DRAFT.quote, exact: '  ' } }, /at least one character/],
  ['a quote of a whole book', { ...DRAFT, quote: { ...DRAFT.quote, exact: 'x'.repeat(20_001) } }, /at most 20,000/],
  [
    'a position that ends before it starts',
    { ...DRAFT, position: { type: 'TextPositionSelector', start: 9, end: 4 } },
    /position/,
  ],
  [
    'a canonical address that runs code',
    { ...DRAFT, source: { ...DRAFT.source, canonicalUrl: 'javascript:alert(1)' } },
    /canonicalUrl/,
  ],
  ['statistics that are no ids', { ...DRAFT, statistics: ['<img src=x>'] }, /statistics/],
];

for (const [what, draft, reason] of MALFORMED) {
  test(`a draft with ${what} is refused with the reason, and the kept quotes stay as they are`, async ({
    extension,
  }) => {
    const tab = await extension.visit(elsewhere);
    const page = await OwnPage.open(extension);
    const kept = await page.listQuotes();
    const reply = await page.replyToContent(tab, 'saveQuote', draft);
    expect(reply).toMatchObject({ ok: false, error: expect.stringMatching(/^This quote was not accepted: /) });
    expect(reply).toMatchObject({ error: expect.stringMatching(reason) });
    expect(await page.listQuotes()).toEqual(kept);
  });
}

test('a quote is filed under the page it came from, whatever the page says', async ({ extension }) => {
  const tab = await extension.visit(address);
  const page = await OwnPage.open(extension);
  await page.deleteAllQuotes();
  const claimed = { ...DRAFT, source: { ...DRAFT.source, url: 'https://www.theguardian.com/society' } };
  await page.replyToContent(tab, 'saveQuote', claimed);
  expect((await page.listQuotes()).map(({ source }) => source.url)).toEqual([address]);
});

test('bringing back one malformed quote among good ones brings back none, and loses none', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const [kept] = await page.listQuotes();
  const other = { ...kept, id: '0d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e11' };
  const reply = await page.reply('restoreAnnotations', [other, { ...other, created: 'yesterday' }]);
  expect(reply).toMatchObject({ ok: false, error: expect.stringContaining('created') });
  expect(await page.listQuotes()).toEqual([kept]);
});

test('a call that does not exist is left unanswered', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  for (const call of ['rewriteFigures', 'constructor', '__proto__'])
    expect((await page.reply(call)) ?? null).toBeNull();
});
