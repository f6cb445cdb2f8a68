/** What lies behind an element's text, as far as the page's styles tell. */
import { blend, type Colour, colour } from '../domain/contrast';

const WHITE = colour(255, 255, 255);
/** What browsers paint behind a dark page that paints nothing itself. */
const DARK_CANVAS = colour(18, 18, 18);

/**
 * The opaque colour behind an element's text: its own and its ancestors' background colours, laid over one another. Null
 * where a picture or a gradient is in between, or where text is laid over something that isn't its ancestor.
 */
export function readBackground(element: Element | null): Colour | null {
  const layers: Colour[] = [];
  let base: Colour | undefined;
  for (let at = element; at && !base; at = at.parentElement) {
    const { backgroundColor, backgroundImage, position } = getComputedStyle(at);
    if (backgroundImage !== 'none') return null;
    const layer = readColour(backgroundColor);
    if (layer.alpha === 1) base = layer;
    else if (layer.alpha > 0) layers.push(layer);
    if (!base && (position === 'absolute' || position === 'fixed')) return null;
  }
  return layers.reduceRight((under, over) => blend(over, under), base ?? readCanvas());
}

/** The colour of an element's text. */
export function readTextColour(element: Element): Colour {
  return readColour(getComputedStyle(element).color);
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour in sRGB: the browser itself converts it, by painting one pixel. What it can't paint is transparent. */
export function readColour(css: string): Colour {
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
