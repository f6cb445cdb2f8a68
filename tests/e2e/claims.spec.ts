/** Journey 2, first half: the claims of an article are marked, and nothing else is touched. */
import { fixturePage, fixturePages } from './fixture-pages';
import { expect, test } from './harness';
import { bareWords, clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer } from './surface';

const articles = fixturePages.filter(({ marked }) => marked.length > 0);
/** Pages of other subjects that share words, numbers or a name with the survey's. */
const lookAlikes = fixturePages.filter(({ marked, unmarked }) => marked.length === 0 && unmarked.length > 0);
const silent = ['drawing', 'plain-text', 'no-match'].map(fixturePage);

for (const { slug, address, marked, unmarked } of articles) {
  test(`${slug}: the ${marked.length} claims are marked in their order, and no look-alike`, async ({ extension }) => {
    const tab = await extension.visit(address);
    await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
    const marks = (await readMarks(tab)).map(({ text }) => text);
    expect(marks.map(bareWords)).toEqual(marked.map(({ sentence }) => bareWords(sentence)));
    for (const passage of unmarked) expect(marks.filter((mark) => mark.includes(passage))).toEqual([]);
    const page = await OwnPage.open(extension);
    await expect.poll(() => page.badge(tab)).toBe(String(marked.length));
  });
}

for (const { slug, address } of lookAlikes) {
  test(`${slug}: a page that only looks like one about IAPT staff has no mark`, async ({ extension }) => {
    const tab = await extension.visit(address);
    const page = await OwnPage.open(extension);
    await expect.poll(() => page.pageCheck(tab)).toEqual({ state: 'assessed', passages: 0 });
    expect(await readMarks(tab)).toEqual([]);
    expect(await page.badge(tab)).toBe('');
  });
}

for (const { slug, address } of silent) {
  test(`${slug}: the page is left alone in silence`, async ({ extension }) => {
    const tab = await extension.visit(address);
    const page = await OwnPage.open(extension);
    const expected = slug === 'drawing' ? 'not-checked' : 'assessed';
    await expect.poll(() => page.pageCheck(tab)).toEqual({ state: expected, passages: 0 });
    expect(await readMarks(tab)).toEqual([]);
    expect(await layer(tab).text()).toBe('');
    expect(await tab.evaluate(() => document.documentElement.lastElementChild?.localName)).not.toBe('div');
    expect(tab.messages()).toEqual([]);
  });
}

test('marks on a dark page are painted in the colours for dark pages', async ({ extension }) => {
  const tab = await extension.visit(fixturePage('dark').address);
  await expect.poll(async () => (await readMarks(tab)).map(({ style }) => style)).toEqual(['on-dark']);
});

test('a page whose headers forbid every style and script is marked, opens its card and has nothing to report', async ({
  extension,
}) => {
  const tab = await extension.visit(fixturePage('strict-csp').address);
  await expect.poll(async () => (await readMarks(tab)).length).toBe(1);
  await extension.command(tab, 'next-match');
  await card(tab).shows('71%');
  expect(tab.messages()).toEqual([]);
});

test('the article’s own elements are the same before, under and after marks and card', async ({ extension }) => {
  const { address, body } = fixturePage('national');
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  // The one element is put beside the page's own once the browser is idle.
  await expect.poll(async () => (await layer(tab).controls()).length).toBeGreaterThan(0);
  const differs = await tab.evaluate((source) => {
    const written = new DOMParser().parseFromString(source, 'text/html');
    return ['head', 'body'].filter(
      (part) => written.querySelector(part)?.outerHTML !== document.querySelector(part)?.outerHTML,
    );
  }, body);
  expect(differs).toEqual([]);

  await tab.evaluate(() => {
    const world = globalThis as unknown as { changes: string[] };
    world.changes = [];
    new MutationObserver((records) =>
      world.changes.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`)),
    ).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).shows('71%');
  await tab.press('Escape');
  await card(tab).closes();
  await extension.command(tab, 'check-page');
  await layer(tab).shows('Checked.');
  expect(await tab.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual([]);
});

test('the extension leaves the page no way to tell that it is there, but for one plain element', async ({
  extension,
}) => {
  const tab = await extension.visit(fixturePage('national').address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  const look = () =>
    tab.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      return {
        name: host?.localName,
        attributes: host?.getAttributeNames(),
        shadowRoot: host?.shadowRoot ?? null,
        globals: Object.keys(globalThis).filter((key) => /iapt|wxt|webpack/i.test(key)),
        runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      };
    });
  await expect.poll(look).toEqual({ name: 'div', attributes: [], shadowRoot: null, globals: [], runtime: 'undefined' });
});
