/** Paints ranges with the CSS Custom Highlight API, which leaves the page's DOM as it is. */
import { chooseStyle, type MarkStyle } from '../domain/contrast';
import { type KnownBackgrounds, readBackground, readTextColour } from './background';

/** The names of public/marks.css; the page shares the registry, so they carry the product's name. */
const NAMES: Record<MarkStyle | 'printed', string> = {
  'on-light': 'time-to-talk-iapt-on-light',
  'on-dark': 'time-to-talk-iapt-on-dark',
  plain: 'time-to-talk-iapt-plain',
  printed: 'time-to-talk-iapt-printed',
};

export const STYLE_NAMES: readonly string[] = Object.values(NAMES);

/** Whether this browser can paint; where it can't, matches are listed and not marked. */
export function canPaint(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

export interface Painting {
  /** Whether all of it is still there, and in the colours that its backgrounds ask for now. */
  isCurrent(): boolean;
  remove(): void;
}

/** Paints the ranges, each in the style that its background can carry; on paper too if `print`. */
export function paint(ranges: readonly Range[], { print = false } = {}): Painting {
  const painted = new Map<string, Highlight>();
  const styles = () => stylesOf(ranges);
  const wanted = styles();
  if (canPaint()) {
    for (const [index, range] of ranges.entries()) {
      add(wanted[index] ?? 'plain', range);
      if (print) add('printed', range);
    }
    for (const [name, highlight] of painted) CSS.highlights.set(name, highlight);
  }
  // Another scan may have painted since, and a page may have cleared what it shares with us.
  const isOurs = ([name, highlight]: [string, Highlight]) => CSS.highlights.get(name) === highlight;
  return {
    isCurrent: () => [...painted].every(isOurs) && styles().join() === wanted.join(),
    remove() {
      for (const entry of painted) if (isOurs(entry)) CSS.highlights.delete(entry[0]);
    },
  };

  function add(style: keyof typeof NAMES, range: Range): void {
    const name = NAMES[style];
    const highlight = painted.get(name) ?? new Highlight();
    painted.set(name, highlight.add(range));
  }
}

/**
 * Index of the range under a point of the viewport (CSS pixels), or -1. Highlights take no pointer events, and the
 * API's own hit test is missing in some browsers, so the ranges' rectangles are asked.
 */
export function rangeAt(ranges: readonly Range[], x: number, y: number): number {
  return ranges.findIndex((range) => {
    const box = range.getBoundingClientRect();
    if (!contains(box, x, y)) return false;
    return [...range.getClientRects()].some((rectangle) => contains(rectangle, x, y));
  });
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** The style of each range; what many share, as the marks of an article do, is asked and reckoned once. */
function stylesOf(ranges: readonly Range[]): MarkStyle[] {
  const backgrounds: KnownBackgrounds = new Map();
  const styles = new Map<string, MarkStyle>();
  return ranges.map(({ startContainer }) => {
    const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    const background = readBackground(element, backgrounds);
    if (!element || !background) return 'plain';
    const text = readTextColour(element);
    const key = JSON.stringify([text, background]);
    const style = styles.get(key) ?? chooseStyle(text, background);
    styles.set(key, style);
    return style;
  });
}
