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
const sizes = () =>
  ['on-light', 'on-dark', 'plain'].map((style) => CSS.highlights.get(`time-to-talk-iapt-${style}`)?.size ?? 0);

describe('paint', () => {
  it('adds no node and no attribute, and its undo takes every mark away', () => {
    const range = rangeOf('<p>A claim.</p>');
    const before = document.documentElement.outerHTML;
    const painting = paint([range]);
    expect(sizes()).toEqual([1, 0, 0]);
    expect(document.documentElement.outerHTML).toBe(before);
    painting.remove();
    expect(CSS.highlights.size).toBe(0);
  });

  it('leaves the marks of a later scan to that scan', () => {
    const range = rangeOf('<p>A claim.</p>');
    const first = paint([range]);
    paint([range]);
    first.remove();
    expect(sizes()).toEqual([1, 0, 0]);
  });

  it.each([
    ['white', 'background: #fff', 'on-light'],
    ['dark', 'background: #121212; color: #eee', 'on-dark'],
    ['navy', 'background: navy; color: white', 'on-dark'],
    ['yellow', 'background: yellow', 'on-light'],
    ['none, on a light page', '', 'on-light'],
    ['oklch, light', 'background: oklch(0.96 0.02 90)', 'on-light'],
    ['oklch, dark', 'background: oklch(0.2 0.03 250); color: white', 'on-dark'],
    ['display-p3, dark', 'background: color(display-p3 0.1 0.1 0.2); color: white', 'on-dark'],
    ['lab, light', 'background: lab(95 0 5)', 'on-light'],
    ['mixed, dark', 'background: color-mix(in oklab, black 90%, white); color: white', 'on-dark'],
    ['white glass on a dark page', 'background: #111; color: white', 'on-dark', 'background: rgb(255 255 255 / 0.1)'],
    ['black glass on a light page', 'background: #fff', 'on-light', 'background: rgb(0 0 0 / 0.05)'],
    ['of a middle grey, which carries neither tint', 'background: #808080; color: #000', 'plain'],
    ['an orange that the line would sink into', 'background: #c47a00; color: #000', 'plain'],
    ['a gradient', 'background: linear-gradient(white, black)', 'plain'],
    ['a picture', 'background: #fff url("data:image/svg+xml,<svg/>")', 'plain'],
    ['whatever lies under text that is placed over it', 'position: absolute', 'plain'],
  ])('takes the style that the background can carry: %s', (_, outer, expected, inner = 'background: transparent') => {
    paint([rangeOf(`<div style='${outer}'><p style="${inner}">A claim.</p></div>`)]);
    expect(sizes()).toEqual(['on-light', 'on-dark', 'plain'].map((style) => Number(style === expected)));
  });

  it('notices that the page cleared the marks, and that it changed its colours', () => {
    const range = rangeOf('<p>A claim.</p>');
    const painting = paint([range]);
    expect(painting.isCurrent()).toBe(true);
    document.body.style.cssText = 'background: #111; color: #eee';
    expect(painting.isCurrent()).toBe(false);
    document.body.removeAttribute('style');
    expect(painting.isCurrent()).toBe(true);
    CSS.highlights.clear();
    expect(painting.isCurrent()).toBe(false);
  });

  it('marks on paper only where that was asked for', () => {
    const range = rangeOf('<p>A claim.</p>');
    paint([range]);
    expect(CSS.highlights.has('time-to-talk-iapt-printed')).toBe(false);
    paint([range], { print: true });
    expect(CSS.highlights.get('time-to-talk-iapt-printed')?.size).toBe(1);
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
