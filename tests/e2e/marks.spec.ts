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

/** What the first line of a passage looks like with its mark, and after `unmark`. */
async function pictures(tab: Tab, words: string, unmark: () => Promise<unknown>): Promise<[string, string]> {
  const [box] = (await revealMark(tab, words)).boxes;
  if (!box) throw new Error(`“${words}” has no place on the screen`);
  const take = async () => (await tab.picture({ ...box, height: box.height + 4 })).toString('base64');
  const marked = await take();
  await unmark();
  return [marked, await take()];
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

for (const [what, media, query] of [
  ['by day', {}, '(prefers-color-scheme: light)'],
  ['by night', { colorScheme: 'dark' }, '(prefers-color-scheme: dark)'],
  ['in forced colours', { forcedColors: 'active' }, '(forced-colors: active)'],
] as const) {
  test(`marks can be seen on every background ${what}`, async ({ extension }) => {
    const tab = await extension.visit(livePage('colours'));
    await expectMarks(tab, ...ALL);
    await extension.emulate(tab, media);
    expect(await tab.evaluate((query) => matchMedia(query).matches, query)).toBe(true);
    for (const words of ALL) {
      const [marked, bare] = await pictures(tab, words, async () => {
        await extension.command(tab, 'toggle-marks');
        await expectMarks(tab);
      });
      expect(marked === bare, words).toBe(false);
      await extension.command(tab, 'toggle-marks');
      await expectMarks(tab, ...ALL);
    }
  });
}

test('a printed page has no marks, unless the person asked for them', async ({ extension }) => {
  const page = await OwnPage.open(extension);
  const areMarksPrinted = async (printMarks: boolean) => {
    await page.saveSettings({ printMarks });
    const tab = await extension.visit(livePage('colours'));
    await expectMarks(tab, ...ALL);
    await extension.emulate(tab, { media: 'print' });
    expect(await tab.evaluate(() => matchMedia('print').matches)).toBe(true);
    const [marked, bare] = await pictures(tab, 'in the north', () => tab.evaluate(() => CSS.highlights.clear()));
    return marked !== bare;
  };
  expect(await areMarksPrinted(false)).toBe(false);
  expect(await areMarksPrinted(true)).toBe(true);
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
