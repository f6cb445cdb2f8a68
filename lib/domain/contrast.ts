/** How well colours can be told apart (WCAG 2.2), and which of the marks' styles a background can carry. */

/** An sRGB colour, channels 0 to 255, alpha 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/**
 * The marks' styles, named as in public/marks.css. `plain` has no tint, and a line in the text's own colour: it is as
 * legible as the text, whatever lies behind it.
 */
export type MarkStyle = 'on-light' | 'on-dark' | 'plain';

interface Paint {
  style: MarkStyle;
  tint: Colour;
  line: Colour;
}

/** The colours of public/marks.css. */
export const PAINTS: readonly Paint[] = [
  { style: 'on-light', tint: colour(247, 221, 156, 0.55), line: colour(154, 98, 0) },
  { style: 'on-dark', tint: colour(242, 193, 78, 0.2), line: colour(242, 193, 78) },
];

/** What a line needs to be seen (WCAG 1.4.11), and text to be read (1.4.3). */
const LINE_CONTRAST = 3;
const TEXT_CONTRAST = 4.5;

/**
 * The style for text of a colour on an opaque background: the one whose line stands out most, where line and tinted text
 * can be seen well enough. A tint never makes legible text illegible, nor text that is hard to read any harder.
 */
export function chooseStyle(text: Colour, background: Colour): MarkStyle {
  const before = contrast(blend(text, background), background);
  const fitting = PAINTS.map(({ style, tint, line }) => {
    const tinted = blend(tint, background);
    return { style, line: contrast(line, tinted), text: contrast(blend(text, tinted), tinted) };
  }).filter((result) => result.line >= LINE_CONTRAST && result.text >= Math.min(TEXT_CONTRAST, before));
  return fitting.sort((a, b) => b.line - a.line)[0]?.style ?? 'plain';
}

/** Contrast ratio of two opaque colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Lays a colour over an opaque one, as browsers do: on the encoded channels. */
export function blend(over: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * over.alpha + b * (1 - over.alpha);
  return colour(mix(over.red, under.red), mix(over.green, under.green), mix(over.blue, under.blue));
}

/** Channels 0 to 255, alpha 0 to 1. */
export function colour(red: number, green: number, blue: number, alpha = 1): Colour {
  return { red, green, blue, alpha };
}

/** Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance({ red, green, blue }: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
