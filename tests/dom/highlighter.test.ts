/** Marks are painted without touching the page, in colours for its background, and hit where they are seen. */
import { afterEach, describe, expect, it } from 'vitest';
import { paint, rangeAt } from '../../lib/dom/highlighter';

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  CSS.highlights.clear();
});

function rangeOf(html: string, selector = 'p'): Range {
  document.body.innerHTML = html;
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector) ?? document.body);
  return range;
}
const sizes = () => [
  CSS.highlights.get('time-to-talk-iapt-on-light')?.size ?? 0,
  CSS.highlights.get('time-to-talk-iapt-on-dark')?.size ?? 0,
];

describe('paint', () => {
  it('adds no node and no attribute, and its undo takes every mark away', () => {
    const range = rangeOf('<p>A claim.</p>');
    const before = document.documentElement.outerHTML;
    const unpaint = paint([range]);
    expect(sizes()).toEqual([1, 0]);
    expect(document.documentElement.outerHTML).toBe(before);
    unpaint();
    expect(CSS.highlights.size).toBe(0);
  });

  it('leaves the marks of a later scan to that scan', () => {
    const range = rangeOf('<p>A claim.</p>');
    const unpaintFirst = paint([range]);
    paint([range]);
    unpaintFirst();
    expect(sizes()).toEqual([1, 0]);
  });

  it.each([
    ['white', 'background: #fff', [1, 0]],
    ['dark', 'background: #121212', [0, 1]],
    ['navy', 'background: navy', [0, 1]],
    ['yellow', 'background: yellow', [1, 0]],
    ['none, on a light page', '', [1, 0]],
  ])('takes the colours for a background that is %s', (_, style, expected) => {
    paint([rangeOf(`<div style="${style}"><p style="background: transparent">A claim.</p></div>`)]);
    expect(sizes()).toEqual(expected);
  });
});

describe('rangeAt', () => {
  it('finds the range under a point, and none beside it', () => {
    const range = rangeOf('<p style="width: 12ch; font: 16px monospace">A claim over more than one line of text.</p>');
    const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)];
    if (!first || !last) throw new Error('the paragraph was not laid out');
    expect(rangeAt([range], first.x + 2, first.y + 2)).toBe(0);
    expect(rangeAt([range], last.x + 2, last.y + 2)).toBe(0);
    expect(rangeAt([range], last.right + 20, last.y + 2)).toBe(-1);
  });
});
