/** What our work costs a page, told by the browser itself; Firefox reports no shifts of the layout. */
import { expect, test } from './harness';
import { livePage } from './live-pages';
import { clickMark, readMarks } from './marks';
import { card, layer } from './surface';

interface Weighed {
  shifts: string[];
}

test('marks, controls, notices and cards move nothing on the page', async ({ extension }) => {
  const tab = await extension.visit(livePage('colours'));
  await tab.evaluate(() => {
    const world = globalThis as unknown as Weighed;
    world.shifts = [];
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }
    const describe = ({ value, sources }: Shift) =>
      `${value}: ${sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} ${JSON.stringify([previousRect, currentRect])}`)}`;
    new PerformanceObserver((list) => {
      // As for everybody, what answers a press is no shift.
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) world.shifts.push(describe(entry));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await expect.poll(async () => (await readMarks(tab)).length).toBe(5);
  const size = () => tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  const before = await size();
  await clickMark(tab, 'in the north');
  await card(tab).shows('71%');
  await tab.press('Escape');
  await extension.command(tab, 'toggle-marks');
  await layer(tab).shows('Marks are off');
  await extension.command(tab, 'toggle-marks');
  await layer(tab).shows('Marks are on');
  expect(await size()).toEqual(before);
  expect(await tab.evaluate(() => (globalThis as unknown as Weighed).shifts)).toEqual([]);
});
