/** The passages that the extension painted: a page shares the registry of highlights with its content scripts. */
import { expect } from '@playwright/test';
import type { Box, Point, Tab } from './extension';
import { middle } from './surface';

export interface Mark {
  /** The passage's words, white space folded. */
  text: string;
  /** `on-light`, `on-dark` or `plain`. */
  style: string;
  /** One box for each line that it runs over, in the viewport. */
  boxes: Box[];
}

export function readMarks(tab: Tab): Promise<Mark[]> {
  return tab.evaluate(() => {
    const prefix = 'time-to-talk-iapt-';
    const marks: (Mark & { range: Range })[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith(prefix) || name.endsWith('printed')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        marks.push({
          range,
          text: range.toString().replace(/\s+/g, ' ').trim(),
          style: name.slice(prefix.length),
          boxes: [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
        });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ text, style, boxes }) => ({ text, style, boxes }));
  });
}

/** Waits until these passages and no others are marked, in the page's order; each is known by words of it. */
export async function expectMarks(tab: Tab, ...words: string[]): Promise<void> {
  const texts = async () => (await readMarks(tab)).map(({ text }) => text);
  await expect
    .poll(async () => {
      const marks = await texts();
      return marks.map((text, index) => (text.includes(words[index] ?? '\0') ? words[index] : text));
    })
    .toEqual(words);
}

/** Opens a page's marked passage as a reader does, with a click on its first words. */
export async function clickMark(tab: Tab, words: string): Promise<void> {
  await tab.click(await pointOnMark(tab, words));
}

/** A point on the first words of a marked passage, once they are in view. */
export async function pointOnMark(tab: Tab, words: string): Promise<Point> {
  const [box] = (await revealMark(tab, words)).boxes;
  if (!box) throw new Error(`“${words}” has no place on the screen`);
  return middle(box);
}

/** Brings the passage that contains the words into the upper half of the viewport and returns its mark. */
export async function revealMark(tab: Tab, words: string): Promise<Mark> {
  const find = async () => (await readMarks(tab)).find(({ text }) => text.includes(words));
  const mark = await find();
  if (!mark) throw new Error(`No marked passage contains “${words}”`);
  const [box] = mark.boxes;
  await tab.evaluate((y) => scrollBy({ top: y - innerHeight / 4, behavior: 'instant' }), box?.y ?? 0);
  return (await find()) ?? mark;
}

/** A passage without the punctuation and quotation marks around it, which a mark may or may not take in. */
export function bareWords(passage: string): string {
  return passage.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
