/** Marks as their reader wants them: seen on every background, few, off limits where they don't belong, switched off and hidden. */
import type { PageMatch } from '../../lib/domain/page-match';
import type { Tab } from './extension';
import { expect, test } from './harness';
import { livePage } from './live-pages';
import { expectMarks, readMarks, revealMark } from './marks';
import { OwnPage } from './own-pages';
import { layer } from './surface';

const ALL = ['in the north', 'in the south', 'in the west', 'in the east', 'in the middle'] as const;

const styles = async (tab: Tab) => (await readMarks(tab)).map(({ style }) => style);

/** What a passage looks like. */
async function picture(tab: Tab, words: string): Promise<string> {
  const { boxes } = await revealMark(tab, words);
  const [box = { x: 0, y: 0, width: 0, height: 0 }] = boxes;
  return (await tab.picture({ ...box, height: box.height + 4 })).toString('base64');
}

test('marks take the style that the page’s real background can carry, and another when the page changes its colours', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('colours'));
  await expectMarks(tab, ...ALL);
  expect(await styles(tab)).toEqual(['on-light', 'on-dark', 'plain', 'plain', 'on-dark']);
  const { x, y } = await tab.evaluate(() => {
    const { x, y } = document.querySelector('button')?.getBoundingClientRect() ?? new DOMRect();
    return { x, y };
  });
  await tab.click({ x: x + 4, y: y + 4 });
  await expect.poll(() => styles(tab)).toEqual(['on-dark', 'on-dark', 'plain', 'plain', 'on-dark']);
});

for (const [what, media] of [
  ['by day', {}],
  ['by night', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const) {
  test(`marks can be seen on every background ${what}`, async ({ extension }) => {
    const tab = await extension.visit(livePage('colours'));
    await expectMarks(tab, ...ALL);
    await extension.emulate(tab, media);
    const marked = new Map<string, string>();
    for (const words of ALL) marked.set(words, await picture(tab, words));
    const boxes = new Map<string, { x: number; y: number; width: number; height: number }>();
    for (const words of ALL)
      boxes.set(words, (await revealMark(tab, words)).boxes[0] ?? { x: 0, y: 0, width: 1, height: 1 });
    for (const words of ALL) {
      const [box = { x: 0, y: 0, width: 1, height: 1 }] = (await revealMark(tab, words)).boxes;
      await extension.command(tab, 'toggle-marks');
      await expectMarks(tab);
      const bare = (await tab.picture({ ...box, height: box.height + 4 })).toString('base64');
      expect(bare === marked.get(words), words).toBe(false);
      await extension.command(tab, 'toggle-marks');
      await expectMarks(tab, ...ALL);
    }
  });
}

test('a printed page has no marks and nothing of ours, unless the person asked for them', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const look = async (printMarks: boolean) => {
    await page.saveSettings({ printMarks });
    const tab = await extension.visit(livePage('colours'));
    await expectMarks(tab, ...ALL);
    await extension.emulate(tab, { media: 'print' });
    const withMarks = await picture(tab, 'in the north');
    const [box = { x: 0, y: 0, width: 1, height: 1 }] = (await revealMark(tab, 'in the north')).boxes;
    await tab.evaluate(() => CSS.highlights.clear());
    const without = (await tab.picture({ ...box, height: box.height + 4 })).toString('base64');
    await tab.close();
    return withMarks !== without;
  };
  expect(await look(false)).toBe(false);
  expect(await look(true)).toBe(true);
  await page.saveSettings({ printMarks: false });
});

test('a paragraph has one mark for a figure and the list has the rest; nothing is marked where no article is', async ({
  extension,
}) => {
  const tab = await extension.visit(livePage('off-limits'));
  await expectMarks(tab, 'Article:', 'Second:');
  const page = await OwnPage.open(extension);
  const list = await page.askAbout<PageMatch[]>(tab, 'listMatches');
  expect(list.map(({ text, marked }) => [text.split(/[:,]/)[0], marked])).toEqual([
    ['Article', true],
    ['Again', false],
    ['Second', true],
  ]);
  await page.askAbout(tab, 'showMatch', 1);
  await layer(tab).shows('Again, half of the IAPT therapists');
  await page.saveSettings({ readComments: true });
  const asked = await extension.visit(livePage('off-limits'));
  await expectMarks(asked, 'Article:', 'Second:', 'Comment:');
  await page.saveSettings({ readComments: false });
});

test('the command switches a page’s marks off and on again, and says so once each time', async ({ extension }) => {
  const tab = await extension.visit(livePage('colours'));
  await expectMarks(tab, ...ALL);
  await extension.command(tab, 'toggle-marks');
  await layer(tab).shows('Marks are off on this page.');
  await expectMarks(tab);
  expect(await statusOf(tab)).toBe('Marks are off on this page.');
  const page = await OwnPage.open(extension);
  expect((await page.askAbout<PageMatch[]>(tab, 'listMatches')).map(({ marked }) => marked)).toEqual(
    ALL.map(() => false),
  );
  await tab.bringToFront();
  await tab.evaluate(() => document.querySelector('article')?.append('More of the page.'));
  await extension.command(tab, 'next-match');
  await expectMarks(tab);
  await extension.command(tab, 'toggle-marks');
  await layer(tab).shows('Marks are on. 5 passages');
  await expectMarks(tab, ...ALL);
});

test('a mark is hidden and brought back; a figure stays hidden on its page, or its site, until that is undone', async ({
  extension,
}) => {
  const page = await OwnPage.open(extension);
  const tab = await extension.visit(livePage('colours'));
  await expectMarks(tab, ...ALL);
  await page.askAbout(tab, 'hideMatches', 1, 'mark');
  await expectMarks(tab, 'in the north', 'in the west', 'in the east', 'in the middle');
  await tab.bringToFront();
  await layer(tab).click('Undo');
  await expectMarks(tab, ...ALL);

  await page.askAbout(tab, 'hideMatches', 0, 'page');
  await expectMarks(tab);
  await layer(tab).shows('This figure is hidden on this page.');
  await expect.poll(() => page.badge(tab)).toBe('');
  const again = await extension.visit(livePage('colours'));
  await expect.poll(() => page.pageCheck(again)).toEqual({ state: 'assessed', passages: 0 });
  expect((await page.askAbout<PageMatch[]>(again, 'listMatches'))[0]).toMatchObject({ hidden: 'page', marked: false });
  await expectMarks(await extension.visit(livePage('off-limits')), 'Article:', 'Second:');
  await page.askAbout(again, 'unhideMatches', 0, 'page');
  await expectMarks(again, ...ALL);

  await page.askAbout(again, 'hideMatches', 0, 'site');
  const other = await extension.visit(livePage('off-limits'));
  await expect.poll(() => page.pageCheck(other)).toEqual({ state: 'assessed', passages: 0 });
  expect(await readMarks(other)).toEqual([]);
  await page.askAbout(other, 'unhideMatches', 0, 'site');
  await expectMarks(other, 'Article:', 'Second:');
});

/** The words of the live region. */
async function statusOf(tab: Tab): Promise<string> {
  return (await tab.inRoot('layer', (root) => root.querySelector('[role="status"]')?.textContent ?? '', null)) ?? '';
}
