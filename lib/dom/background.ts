/** What lies behind an element's text, as far as the page's styles tell. */
import { blend, type Colour, colour } from '../domain/contrast';

const WHITE = colour(255, 255, 255);
/** What browsers paint behind a dark page that paints nothing itself. */
const DARK_CANVAS = colour(18, 18, 18);

/** What was found behind elements; true as long as nothing on the page changes. */
export type KnownBackgrounds = Map<Element, Colour | null>;

/**
 * The opaque colour behind an element's text: its own and its ancestors' background colours, laid over one another. Null
 * where a picture or a gradient is in between, or where text is laid over something that isn't its ancestor.
 * With `known` an ancestor that many elements share is asked once.
 */
export function readBackground(element: Element | null, known: KnownBackgrounds = new Map()): Colour | null {
  const climbed: { at: Element; layer: Colour }[] = [];
  let behind: Colour | null | undefined;
  for (let at = element; at && behind === undefined; at = at.parentElement) {
    behind = known.get(at);
    if (behind !== undefined) break;
    const { backgroundColor, backgroundImage, position } = getComputedStyle(at);
    const layer = readColour(backgroundColor);
    climbed.push({ at, layer });
    if (backgroundImage !== 'none') behind = null;
    else if (layer.alpha === 1) behind = layer;
    else if (position === 'absolute' || position === 'fixed') behind = null;
  }
  behind ??= behind === undefined ? readCanvas() : null;
  for (const { at, layer } of climbed.reverse()) {
    if (behind && layer.alpha > 0 && layer.alpha < 1) behind = blend(layer, behind);
    known.set(at, behind);
  }
  return behind;
}

/** The colour of an element's text. */
export function readTextColour(element: Element): Colour {
  return readColour(getComputedStyle(element).color);
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour in sRGB: the browser itself converts it, by painting one pixel. What it can't paint is transparent. */
function readColour(css: string): Colour {
  const legacy = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
  if (legacy) return colour(Number(legacy[1]), Number(legacy[2]), Number(legacy[3]), Number(legacy[4] ?? 1));
  pen ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return colour(0, 0, 0, 0);
  pen.canvas.width = 1;
  pen.canvas.height = 1;
  pen.fillStyle = 'transparent';
  pen.fillStyle = css;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return colour(red, green, blue, alpha / 255);
}

/** The browser's own canvas, for pages that paint no background. */
function readCanvas(): Colour {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const isDark =
    scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? DARK_CANVAS : WHITE;
}
