/** Journey 2, second half: a marked passage opens a card that says what staff answered, and who was asked. */
import { findBarriers } from './accessibility';
import type { Extension, Tab } from './extension';
import { fixturePage } from './fixture-pages';
import { expect, test } from './harness';
import { clickMark, pointOnMark, readMarks, revealMark } from './marks';
import { card, layer, middle } from './surface';

const { address, marked } = fixturePage('national');

/** What each card must show: figure and answered question. */
const CARDS = [
  ['Most of the IAPT therapists', '71%', 'Have you ever experienced burnout as a result of working in IAPT?'],
  ['Three former IAPT', '41%', 'Have you ever been asked to manipulate performance data?'],
  ['Several IAPT staff', '57%', 'Do you feel your service is well managed?'],
  ['One therapist said', '67%', 'Have you ever experienced depression and/or anxiety as a result of working in IAPT?'],
  ['Yet nearly all', '67%', 'Do you think you are providing good care in your service?'],
] as const;

async function openArticle(extension: Extension): Promise<Tab> {
  const tab = await extension.visit(address);
  await expect.poll(async () => (await readMarks(tab)).length, 'marked passages').toBeGreaterThan(0);
  return tab;
}

for (const [passage, figure, question] of CARDS) {
  test(`a click on “${passage}…” opens ${figure} for “${question}”, who was asked, the limits, and why in the passage’s own words`, async ({
    extension,
  }) => {
    const tab = await openArticle(extension);
    await clickMark(tab, passage);
    await card(tab).shows(figure);
    const text = await card(tab).text();
    for (const part of [
      passage,
      question,
      '550 current and past IAPT workers who chose to answer',
      '13 November 2019 (preliminary)',
      'Self-selected',
      'Surviving Work, which campaigns on',
      'no margin of error applies',
      'before the programme was renamed',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/Reports this survey|Same question|Same subject/);
    const [, reasons = ''] = text.match(/because it (.*?)\. Other evidence/) ?? [];
    const quoted = [...reasons.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
    expect(quoted.length).toBeGreaterThan(0);
    const sentence = marked.find((claim) => claim.sentence.includes(passage))?.sentence;
    for (const words of quoted) expect(sentence).toContain(words);
    expect(text).not.toContain('±');
  });
}

test('a passage about the future opens the open question and its themes, with no figure', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Ashcombe’s union branch');
  await card(tab).shows('What do you think should happen to IAPT services in the future?');
  const text = await card(tab).text();
  expect(text).toContain('stop using targets');
  expect(text.slice(0, text.indexOf('Other evidence'))).not.toMatch(/\d%/);
});

test('the good-care figure shows the later edition beside the preliminary one', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Yet nearly all');
  await card(tab).shows('69% of 650');
});

test('the card on manipulation brings the NHS’s reply before all other evidence, with its source', async ({
  extension,
}) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Three former IAPT');
  await card(tab).shows('Other evidence The other side The NHS');
  const links = (await card(tab).controls()).map(({ href }) => href).filter(Boolean);
  expect(links[0]).toMatch(/^https:\/\/(?:www\.)?independent\.co\.uk\//);
});

test('Escape sends away the control that the pointer brought up, moves no focus, and a click still opens the card', async ({
  extension,
}) => {
  const tab = await openArticle(extension);
  await tab.evaluate(() => document.querySelector<HTMLElement>('a[href]')?.focus());
  const focused = () => tab.evaluate(() => document.activeElement?.outerHTML);
  const before = await focused();
  const shown = () => tab.inRoot('layer', (root) => root.querySelectorAll('.control.shown').length, null);
  const point = await pointOnMark(tab, 'Three former IAPT');
  await tab.hover(point);
  await expect.poll(shown).toBe(1);
  await tab.press('Escape');
  await expect.poll(shown).toBe(0);
  expect(await focused()).toBe(before);
  // The pointer within the same passage does not bring it back.
  await tab.hover({ x: point.x + 3, y: point.y });
  await tab.click({ x: point.x + 3, y: point.y });
  await card(tab).shows('41%');
  await tab.press('Escape');
  await card(tab).closes();
});

test('Tab reaches the first passage’s control, Enter opens its card, Escape closes it and gives the focus back', async ({
  extension,
}) => {
  const tab = await openArticle(extension);
  const [first] = await readMarks(tab);
  const beginning = first?.text.slice(0, 30) ?? '';
  const focused = async () => (await layer(tab).controls()).find((control) => control.focused);
  // Around the page once: every link and field of the article comes before the layer.
  for (let presses = 0; presses < 60 && !(await focused()); presses += 1) await tab.press('Tab');
  expect((await focused())?.name).toContain(beginning);
  await tab.press('Enter');
  await card(tab).shows(beginning);
  await tab.press('Escape');
  await card(tab).closes();
  expect((await focused())?.name).toContain(beginning);
});

test('the keyboard command opens the passages’ cards one after the other', async ({ extension }) => {
  const tab = await openArticle(extension);
  for (const { text } of (await readMarks(tab)).slice(0, 3)) {
    await extension.command(tab, 'next-match');
    await card(tab).shows(text);
  }
});

test('the card’s own button closes it', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).shows('71%');
  await card(tab).click('Close');
  await card(tab).closes();
});

test('a click in the card is the card’s, even over another marked passage', async ({ extension }) => {
  const tab = await extension.visit(fixturePage('trade').address);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(1);
  await clickMark(tab, 'Speakers said');
  await card(tab).shows('71%');
  const covered = (await readMarks(tab)).find(({ text }) => text.startsWith('A trainee'))?.boxes[0];
  const box = await tab.inRoot(
    'layer',
    (root) => {
      const { top = 0, bottom = 0 } = root.querySelector('[role="dialog"]')?.getBoundingClientRect() ?? {};
      return { top, bottom };
    },
    null,
  );
  const y = middle(covered ?? { x: 0, y: 0, width: 0, height: 0 }).y;
  expect(y).toBeGreaterThan(box?.top ?? 0);
  expect(y).toBeLessThan(box?.bottom ?? 0);
  await tab.click({ x: (covered?.x ?? 0) + 150, y });
  await card(tab).click('Copy figure');
  await card(tab).shows('Figure copied');
  expect(await card(tab).text()).toContain('Speakers said');
});

test('a link inside a claim goes where the article says, and opens no card', async ({ extension }) => {
  const tab = await openArticle(extension);
  await revealMark(tab, 'Three former IAPT');
  const link = await tab.evaluate(() => {
    const { x, y, width, height } =
      document.querySelector('p a[href*="questionnaires"]')?.getClientRects()[0] ?? new DOMRect();
    return { x, y, width, height };
  });
  await tab.click(middle(link));
  await expect.poll(() => tab.address()).toContain('/society/2020/nov/02/what-the-questionnaires-measure');
});

test('a page can open no card by itself', async ({ extension }) => {
  const tab = await openArticle(extension);
  const point = await pointOnMark(tab, 'Several IAPT staff');
  await tab.evaluate(({ x, y }) => {
    const click = new MouseEvent('click', { bubbles: true, clientX: x, clientY: y });
    document.elementFromPoint(x, y)?.dispatchEvent(click);
  }, point);
  // Had the page's click been taken, the command would go on from there.
  await extension.command(tab, 'next-match');
  await card(tab).shows((await readMarks(tab))[0]?.text ?? 'a passage');
});

test('“Copy figure” puts the figure on the clipboard with who was asked and where it stands', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).click('Copy figure');
  await card(tab).shows('Figure copied');
  const text = await extension.readClipboard();
  expect(text).toContain('71% of the 550 current and past IAPT workers who answered said they had ever experienced');
  expect(text).toContain('Self-selected');
  expect(text).toContain('https://survivingwork.org/');
});

test('neither article nor card has a barrier that axe can find', async ({ extension }) => {
  const tab = await openArticle(extension);
  await clickMark(tab, 'Most of the IAPT therapists');
  await card(tab).shows('Other evidence');
  expect(await findBarriers(tab)).toEqual([]);
});
