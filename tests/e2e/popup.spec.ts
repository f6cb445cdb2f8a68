/** Journey 1: the popup shows the survey's figures at once, and shares them with their caveat. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { findBarriers } from './accessibility';
import type { Box } from './extension';
import { fixturePage, MASTODON_SERVER } from './fixture-pages';
import { expect, test, withOwnBrowser } from './harness';
import { readMarks } from './marks';
import { OwnPage } from './own-pages';
import { layer, Surface } from './surface';

const SURVEY_LINK = 'https://www.surveymonkey.co.uk/r/timetotalkIAPT';

/** In the survey's order. */
const FIGURES = [
  ['41%', 'Have you ever been asked to manipulate performance data?'],
  ['57%', 'Do you feel your service is well managed?'],
  ['71%', 'Have you ever experienced burnout as a result of working in IAPT?'],
  ['67%', 'Have you ever experienced depression and/or anxiety as a result of working in IAPT?'],
  ['67%', 'Do you think you are providing good care in your service?'],
] as const;

const CAVEAT = ['550 current and past IAPT workers', 'November 2019', 'Self-selected', 'no margin of error applies'];

/** The figures with their questions as they follow each other in a text. */
function readFigures(text: string): string[][] {
  return [...text.matchAll(/(\d+%) said (?:Yes|No): “([^”]+)”/g)].map(([, figure = '', question = '']) => [
    figure,
    question,
  ]);
}

test('five figures stand in the survey’s order, with who was asked and the limits', async ({ extension }) => {
  const popup = new Surface(await extension.openPage('popup.html'));
  await popup.shows('Quotes (');
  const text = await popup.text();
  expect(readFigures(text)).toEqual(FIGURES);
  for (const part of CAVEAT) expect(text).toContain(part);
  expect(text).toContain('Whether the form still takes answers is not known.');
  expect(text).not.toContain('±');
});

test('the figures stand there even where the background never answers', async () => {
  const muteBackground = (folder: string) =>
    writeFileSync(
      join(folder, 'background.js'),
      '(globalThis.browser ?? chrome).runtime.onMessage.addListener(() => true);',
    );
  await withOwnBrowser({ variant: 'production', changeBuild: muteBackground }, async (extension) => {
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.shows('Copy survey link');
    const text = await popup.text();
    expect(readFigures(text)).toEqual(FIGURES);
    for (const part of CAVEAT) expect(text).toContain(part);
    await popup.click('Copy survey link');
    expect(await extension.readClipboard()).toBe(SURVEY_LINK);
  });
});

test('one press copies the survey’s link', async ({ extension }) => {
  const popup = new Surface(await extension.openPage('popup.html'));
  await popup.click('Copy survey link');
  await popup.shows('Copied');
  expect(await extension.readClipboard()).toBe(SURVEY_LINK);
});

test('the context menu copies the survey’s link from any page', async ({ extension }) => {
  const tab = await extension.visit(fixturePage('no-match').address);
  await extension.chooseMenuItem(tab, 'copy-survey-link', { x: 300, y: 300 });
  await layer(tab).shows(SURVEY_LINK);
  const copy = (await layer(tab).controls()).find(({ name }) => name === 'Copy');
  if (copy) await layer(tab).click('Copy');
  await expect.poll(() => extension.readClipboard()).toBe(SURVEY_LINK);
});

/** Characters as a reader counts them; X counts any link as 23 (https://docs.x.com/fundamentals/counting-characters). */
function countCharacters(text: string, linkLength?: number): number {
  const counted = linkLength ? text.replace(/https:\/\/\S+/g, 'x'.repeat(linkLength)) : text;
  return [...new Intl.Segmenter('en').segment(counted)].length;
}

/** The text that an address opens its place with. */
function sharedText(href: string): string {
  const { searchParams } = new URL(href);
  return searchParams.get('text') ?? searchParams.get('body') ?? searchParams.get('u') ?? '';
}

const NETWORKS = [
  { name: /^E-mail/, host: 'mailto:', limit: Number.POSITIVE_INFINITY },
  { name: /^WhatsApp/, host: 'wa.me', limit: Number.POSITIVE_INFINITY },
  { name: /^Bluesky/, host: 'bsky.app', limit: 300 },
  { name: /^X/, host: 'x.com', limit: 280, linkLength: 23 },
  { name: /^LinkedIn/, host: 'www.linkedin.com', limit: 3000 },
  { name: /^Facebook/, host: 'www.facebook.com', limit: Number.POSITIVE_INFINITY },
];

for (const subject of ['the whole survey', ...FIGURES.map(([, question]) => question)]) {
  test(`${subject}: every network’s text fits and never gives a figure without its caveat`, async ({ extension }) => {
    const popup = new Surface(await extension.openPage('popup.html'));
    await popup.click(subject === 'the whole survey' ? 'Share…' : `Share: ${subject}`);
    const panel = new Surface(popup.tab, 'document', '.popup-panel');
    for (const { name, host, limit, linkLength } of NETWORKS) {
      const { href } = await panel.control(name);
      expect(href).toContain(host);
      const text = sharedText(href ?? '');
      expect(countCharacters(text, linkLength)).toBeLessThanOrEqual(limit);
      if (host === 'www.facebook.com') expect(text).toMatch(/^https:\/\/(?:www\.surveymonkey|survivingwork)\./);
      else expect(text).toContain('Surviving Work');
      if (/\d%/.test(text)) expect(text).toMatch(/Self-selected.*November 2019|November 2019.*Self-selected/s);
    }
    await panel.click('Copy the text');
    await popup.shows('Text copied, with its caveat.');
    const text = await extension.readClipboard();
    for (const [figure, question] of FIGURES) {
      if (subject === 'the whole survey' || subject === question) expect(text).toContain(figure);
    }
    for (const part of CAVEAT) expect(text).toContain(part);
  });
}

test('the Mastodon server is asked for, refused with the reason where it can be none, and then remembered', async ({
  extension,
}) => {
  const popup = new Surface(await extension.openPage('popup.html'));
  await popup.click('Share…');
  await popup.click(/^Mastodon/);
  await popup.fill('Your Mastodon server', 'not a server');
  await popup.click('Remember and open');
  await popup.shows('is not the name of a server');

  const again = new Surface(await extension.openPage('popup.html'));
  await again.click('Share…');
  await again.click(/^Mastodon/);
  await again.fill('Your Mastodon server', `@me@${MASTODON_SERVER}`);
  await again.click('Remember and open');
  const opened = await extension.tabAt(`https://${MASTODON_SERVER}/share?text=`);
  expect(countCharacters(sharedText(await opened.address()), 23)).toBeLessThanOrEqual(500);

  const remembering = new Surface(await extension.openPage('popup.html'));
  await remembering.click('Share…');
  const { href } = await remembering.control(/^Mastodon mastodon\.example/);
  expect(href).toContain(`https://${MASTODON_SERVER}/share?text=`);
});

test('the QR code, read from the screen, is the survey’s link', async ({ extension }) => {
  const popup = new Surface(await extension.openPage('popup.html'));
  await popup.click('QR code');
  await popup.shows(SURVEY_LINK);
  const box = (await popup.tab.inRoot(
    'document',
    (root) => {
      const { x, y, width, height } = root.querySelector('.qr-code svg')?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    },
    null,
  )) as Box;
  const screen = `data:image/png;base64,${(await popup.tab.picture(box)).toString('base64')}`;
  const canvas = await extension.visit(fixturePage('no-match').address);
  const { width, height, data } = await canvas.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return { width, height, data: [...(context?.getImageData(0, 0, width, height).data ?? [])] };
  }, screen);
  expect(decodeQR({ width, height, data: new Uint8ClampedArray(data) }, { timeLimit: 1_000 })).toBe(SURVEY_LINK);
});

test('over an article the popup says how many passages are marked', async ({ extension }) => {
  const article = await extension.visit(fixturePage('dark').address);
  await expect.poll(async () => (await readMarks(article)).length).toBe(1);
  const popup = new Surface(await (await OwnPage.open(extension)).openBehind(extension, article, 'popup.html'));
  await popup.shows('1 passage on this page');
  await popup.shows('On for this site');
});

test('the popup has no barrier that axe can find, with its panels closed and open', async ({ extension }) => {
  const popup = new Surface(await extension.openPage('popup.html'));
  await popup.shows('Quotes (');
  expect(await findBarriers(popup.tab)).toEqual([]);
  await popup.click('Share…');
  await popup.shows('What to share');
  expect(await findBarriers(popup.tab)).toEqual([]);
  await popup.click('QR code');
  await popup.shows(SURVEY_LINK);
  expect(await findBarriers(popup.tab)).toEqual([]);
});
