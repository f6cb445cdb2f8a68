/** Goes through the product as a reader would, says what it found, and saves what it saw under screenshots/. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PageLayer } from './page-layer.mjs';
import { ROOT } from './tools.mjs';
import { until } from './until.mjs';

const SCREENSHOTS = 'screenshots';
/** CSS pixels. */
const POPUP_WIDTH = 400;
/** The sample article's passage that is saved: a link stands in the middle of it. */
const QUOTED = 'told by managers to repeat questionnaires';

/** Throws Error that names what was not found. `article` is an address, `pages` the start of the extension's own. */
export async function tour(context, { article, pages }) {
  mkdirSync(join(ROOT, SCREENSHOTS), { recursive: true });
  await showPopup(await context.newPage(), `${pages}/popup.html`);
  const saved = await showArticle(await context.newPage(), article);
  await showLibrary(await context.newPage(), `${pages}/library.html`, saved);
  console.log(`\nScreenshots: ${['popup', 'article', 'library'].map(fileOf).join(', ')}`);
}

async function showPopup(page, address) {
  await page.setViewportSize({ width: POPUP_WIDTH, height: 600 });
  await page.goto(address);
  const figures = await until('figures in the popup', () =>
    page.locator('.figure-finding > p:first-child').allInnerTexts(),
  );
  console.log(`\nPopup: ${figures.length} figures`);
  for (const figure of figures) console.log(`  ${oneLine(figure)}`);
  for (const line of await page.locator('.figure-disclosure:visible').allInnerTexts())
    console.log(`  ${oneLine(line)}`);
  await page.setViewportSize({ width: POPUP_WIDTH, height: await page.evaluate(() => document.body.scrollHeight) });
  await page.screenshot({ path: join(ROOT, fileOf('popup')) });
}

/** Opens the card of every marked passage, then saves one as a quote. Returns its words. */
async function showArticle(page, address) {
  await page.goto(address);
  const passages = await until('marked passages in the article', () => readPassages(page));
  console.log(`\nArticle: ${passages.length} passages are marked`);
  const layer = await PageLayer.of(page);
  for (const [index, text] of passages.entries()) {
    await clickPassage(page, index);
    const card = await until(`the card of “${text}”`, () => layer.readCard());
    console.log(`\n  “${text}”`);
    for (const line of card) console.log(`    ${line}`);
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await layer.readCard()));
  }
  const quoted = passages.findIndex((text) => text.includes(QUOTED));
  if (quoted < 0) throw new Error(`Not marked: the passage with “${QUOTED}”.`);
  await clickPassage(page, quoted);
  await until('the other evidence in the card', () => layer.hasEvidence());
  await until('the button that saves the quote', () => layer.click('Save quote'));
  await until('the word that the quote was saved', () => layer.says('Quote saved.'));
  await page.screenshot({ path: join(ROOT, fileOf('article')) });
  return passages[quoted];
}

async function showLibrary(page, address, saved) {
  await page.goto(address);
  const quotes = await until('the quote in the library', () => page.locator('blockquote').allInnerTexts());
  if (!quotes.some((quote) => oneLine(quote).includes(saved))) throw new Error(`The library does not list “${saved}”.`);
  console.log(`\nLibrary: ${quotes.length} quote`);
  for (const quote of quotes) console.log(`  ${oneLine(quote)}`);
  await page.screenshot({ path: join(ROOT, fileOf('library')) });
}

/** The marked passages in reading order: the page sees its highlights' ranges as the extension does. */
function readPassages(page) {
  return page.evaluate(() => {
    const ranges = ['on-light', 'on-dark'].flatMap((name) => [
      ...(CSS.highlights.get(`time-to-talk-iapt-${name}`) ?? []),
    ]);
    window.sampleRanges = ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return window.sampleRanges.map((range) => range.toString().replace(/\s+/g, ' ').trim());
  });
}

/** Clicks a passage with the mouse, beside any link in it, with room below it for the card. */
async function clickPassage(page, index) {
  const point = await page.evaluate((index) => {
    const range = window.sampleRanges[index];
    range.startContainer.parentElement.scrollIntoView({ block: 'start', behavior: 'instant' });
    for (const { left, top, height } of range.getClientRects()) {
      const [x, y] = [left + 4, top + height / 2];
      if (!document.elementFromPoint(x, y)?.closest('a')) return { x, y };
    }
    return null;
  }, index);
  if (!point) throw new Error('A passage has no words outside a link.');
  await page.mouse.click(point.x, point.y);
}

function fileOf(name) {
  return join(SCREENSHOTS, `${name}.png`);
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
