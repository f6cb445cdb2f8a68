/** Selects words on a page with the mouse, as a reader does. */
import { expect } from '@playwright/test';
import type { Point, Tab } from './extension';
import { middle } from './surface';

/** Drags over the words, which stand in one text node; returns a point inside the selection. */
export async function selectWords(tab: Tab, words: string): Promise<Point> {
  const [first, last] = await tab.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && !node.nodeValue?.includes(wanted)) node = walker.nextNode();
    if (!node?.parentElement) throw new Error(`“${wanted}” does not stand on the page`);
    node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const start = node.nodeValue?.indexOf(wanted) ?? 0;
    return [start, start + wanted.length - 1].map((offset) => {
      const range = document.createRange();
      range.setStart(node as Text, offset);
      range.setEnd(node as Text, offset + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    });
  }, words);
  if (!first || !last) throw new Error(`“${words}” has no place on the screen`);
  await tab.drag({ x: first.x + 0.5, y: middle(first).y }, { x: last.x + last.width - 0.5, y: middle(last).y });
  await expect.poll(() => tab.evaluate(() => String(getSelection()))).toBe(words);
  return middle(first);
}
