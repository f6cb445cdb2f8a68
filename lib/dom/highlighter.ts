/** Paints ranges with the CSS Custom Highlight API, which leaves the page's DOM as it is. */

/** The two names of public/marks.css; the page shares the registry, so they carry the product's name. */
const ON_LIGHT = 'time-to-talk-iapt-on-light';
const ON_DARK = 'time-to-talk-iapt-on-dark';

/** Whether this browser can paint; where it can't, matches are listed and not marked. */
export function canPaint(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** Paints the ranges, each in the colours that its background asks for. Returns the undo. */
export function paint(ranges: readonly Range[]): () => void {
  if (!canPaint()) return () => undefined;
  const onLight = new Highlight();
  const onDark = new Highlight();
  for (const range of ranges) (isOnDark(range) ? onDark : onLight).add(range);
  CSS.highlights.set(ON_LIGHT, onLight);
  CSS.highlights.set(ON_DARK, onDark);
  return () => {
    // Another scan may have painted since: only what is ours is taken away.
    if (CSS.highlights.get(ON_LIGHT) === onLight) CSS.highlights.delete(ON_LIGHT);
    if (CSS.highlights.get(ON_DARK) === onDark) CSS.highlights.delete(ON_DARK);
  };
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

/** Below this relative luminance (0 black, 1 white) a background counts as dark: black and white contrast equally there. */
const DARK_BELOW = 0.18;

/** Whether the first opaque background behind a range is dark; a page that paints none shows the browser's own canvas. */
function isOnDark(range: Range): boolean {
  const { commonAncestorContainer: container } = range;
  let element = container instanceof Element ? container : container.parentElement;
  for (; element; element = element.parentElement) {
    const colour =
      getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const [red = 0, green = 0, blue = 0, alpha = 1] = colour;
    if (alpha > 0.5) return luminance(red, green, blue) < DARK_BELOW;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Relative luminance of an sRGB colour, channels 0 to 255 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(...channels: [red: number, green: number, blue: number]): number {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
