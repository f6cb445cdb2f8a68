/** Pages that work against us, or are past all measure: the reader's page stays usable, and nothing of ours goes wrong. */
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { clickMark, readMarks } from './marks';
import { OwnPage } from './own-pages';
import { card, layer } from './surface';

const { address } = fixturePage('national');
const CLAIM = 'Most of the IAPT therapists who ring us are burnt out';

test('a script that is put into a page twice marks it once, with one set of controls', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  await expect.poll(async () => (await layer(tab).controls()).length).toBeGreaterThan(0);
  const before = { marks: await readMarks(tab), controls: (await layer(tab).controls()).length };
  await page.injectAgain(tab);
  await page.injectAgain(tab);
  expect(await page.pageCheck(tab)).toMatchObject({ state: 'assessed' });
  expect({ marks: await readMarks(tab), controls: (await layer(tab).controls()).length }).toEqual(before);
});

test('a page can not style our layer away, or move what a click is meant for', async ({ extension }) => {
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(0);
  await tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'html > div, body > div:last-child { opacity: 0 !important; transform: scale(0) !important; display: none !important; visibility: hidden !important; pointer-events: none !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  await clickMark(tab, CLAIM);
  await card(tab).shows('71%');
  await card(tab).click('Save quote');
  await card(tab).shows('Quote saved.');
  await (await OwnPage.open(extension)).deleteAllQuotes();
});

test('a page of 100,000 nodes and 3,000 levels is read to its end without an error', async ({ extension }) => {
  test.setTimeout(120_000);
  const page = await OwnPage.open(extension);
  const tab = await extension.visit(fixturePage('no-match').address);
  await tab.evaluate(() => {
    const article = document.createElement('article');
    let deepest: HTMLElement = article;
    for (let level = 0; level < 3_000; level++) deepest = deepest.appendChild(document.createElement('span'));
    deepest.textContent = 'Deep down.';
    for (let number = 0; number < 50_000; number++) {
      const word = document.createElement('b');
      word.textContent = 'word ';
      article.append(word);
    }
    const claim = document.createElement('p');
    claim.textContent = 'Most of the IAPT therapists who ring us are burnt out.';
    article.append(claim);
    document.title = 'IAPT staff speak out';
    document.body.replaceChildren(article);
  });
  const check = await page.check(tab);
  expect(check).toMatchObject({ state: 'assessed', passages: 1 });
});
