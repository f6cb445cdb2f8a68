/** Draws a picture of a quote or a figure on the device: nothing is sent anywhere to make it. */
import { i18n } from '#i18n';
import type { Picture } from '../domain/picture';

/** In pixels: the shape that networks show beside a link, and a square one. */
export const PICTURE_SIZES = {
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
} as const;
export type PictureSize = keyof typeof PICTURE_SIZES;

/** The colours of components/theme.css; every pair of text and ground has a contrast of 7 or more. */
const COLOURS = {
  light: { ground: '#fbfaf6', text: '#1c2430', soft: '#454f5b', accent: '#0d5c63' },
  dark: { ground: '#16191e', text: '#e9e7e1', soft: '#bcc3cc', accent: '#7fd0cf' },
} as const;
export type PictureColours = keyof typeof COLOURS;

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const MARGIN = 72;
const BAR = 12;
const GAP = 32;
const LINE = 1.32;
/** The largest and the smallest letters, in pixels; smaller ones can't be read where a picture is shown small. */
const WORDS = { most: 64, least: 28 };
const FOOT = { most: 26, least: 17 };
const NUMBER = 190;

interface Block {
  lines: string[];
  size: number;
}

/** Draws onto the canvas and sets its size. Throws Error where the text can't be fitted whole: it is never cut. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  picture: Picture,
  size: PictureSize,
  colours: PictureColours,
): void {
  const { width, height } = PICTURE_SIZES[size];
  const { ground, text, soft, accent } = COLOURS[colours];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error(i18n.t('picture.noCanvas'));
  const room = width - 2 * MARGIN - BAR;
  const number = picture.number === null ? 0 : NUMBER;
  const { words, foot } = layOut(context, picture, room, height - 2 * MARGIN - number - GAP);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = accent;
  context.fillRect(0, 0, BAR, height);
  context.textBaseline = 'top';
  let top = MARGIN;
  if (picture.number !== null) {
    context.font = `700 ${NUMBER * 0.9}px ${FAMILY}`;
    context.fillText(picture.number, MARGIN + BAR, top - NUMBER * 0.08);
    top += number;
  }
  context.fillStyle = text;
  write(words, '600', top);
  context.fillStyle = soft;
  write(foot, '400', height - MARGIN - heightOf(foot));

  function write({ lines, size }: Block, weight: string, from: number): void {
    (context as CanvasRenderingContext2D).font = `${weight} ${size}px ${FAMILY}`;
    for (const [index, line] of lines.entries()) context?.fillText(line, MARGIN + BAR, from + index * size * LINE);
  }
}

/** The canvas as a PNG file. */
export function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(i18n.t('picture.notMade')))), 'image/png');
  });
}

/** The largest letters with which words and foot fit the room together. */
function layOut(context: CanvasRenderingContext2D, { words, foot }: Picture, width: number, height: number) {
  for (let share = 1; share >= 0; share -= 0.05) {
    const sizeOf = ({ most, least }: typeof WORDS) => Math.round(least + share * (most - least));
    const blocks = {
      words: wrap(context, words, '600', sizeOf(WORDS), width),
      foot: wrap(context, foot, '400', sizeOf(FOOT), width),
    };
    if (heightOf(blocks.words) + heightOf(blocks.foot) <= height) return blocks;
  }
  throw new Error(i18n.t('picture.tooLong'));
}

function wrap(context: CanvasRenderingContext2D, text: string, weight: string, size: number, width: number): Block {
  context.font = `${weight} ${size}px ${FAMILY}`;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => breakWord(context, word, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return { lines: [...lines, line], size };
}

/** A word that is longer than a line, such as an address, in pieces that aren't. */
function breakWord(context: CanvasRenderingContext2D, word: string, width: number): string[] {
  if (context.measureText(word).width <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && context.measureText(piece + character).width > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function heightOf({ lines, size }: Block): number {
  return lines.length * size * LINE;
}
