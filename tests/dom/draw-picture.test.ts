/** Pictures hold all of their words: nothing is cut, in any shape and colours. */
import { describe, expect, it } from 'vitest';
import { drawPicture, PICTURE_SIZES, type PictureColours, type PictureSize, toPng } from '../../lib/dom/draw-picture';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { LONGEST_FOR_PICTURE, type Picture, pictureFigure, pictureQuote } from '../../lib/domain/picture';
import { makeQuote } from '../make-quote';

const { statistics } = embeddedFigures();
const long = makeQuote({
  exact: 'They were told to ask again until the score had come down. '.repeat(8).slice(0, LONGEST_FOR_PICTURE - 3),
  speaker: 'A therapist of twenty-eight years’ standing who asked not to be named',
  source: {
    title: 'The long title of an article about the targets that services were set '.repeat(2),
    outlet: 'The Example',
  },
});
const address = makeQuote({ exact: `See https://news.example/${'a-very-long-path-'.repeat(12)} for more.` });

const PICTURES: [name: string, picture: Picture][] = [
  ...statistics
    .filter(({ headline }) => headline)
    .map((statistic): [string, Picture] => [statistic.id, pictureFigure(statistic)]),
  ['a short quote', pictureQuote(makeQuote())],
  ['the longest quote', pictureQuote(long)],
  ['a word longer than a line', pictureQuote(address)],
];

describe.each(Object.keys(PICTURE_SIZES) as PictureSize[])('a %s picture', (size) => {
  for (const colours of ['light', 'dark'] satisfies PictureColours[]) {
    it.each(PICTURES)(`of %s, ${colours}: every word is drawn, inside the margins`, async (_, picture) => {
      const canvas = document.createElement('canvas');
      const drawn: { text: string; right: number; bottom: number }[] = [];
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      const fillText = context.fillText.bind(context);
      context.fillText = (text, x, y) => {
        const { width, actualBoundingBoxDescent } = context.measureText(text);
        drawn.push({ text, right: x + width, bottom: y + actualBoundingBoxDescent });
        fillText(text, x, y);
      };
      drawPicture(canvas, picture, size, colours);
      const { width, height } = PICTURE_SIZES[size];
      expect([canvas.width, canvas.height]).toEqual([width, height]);
      const words = (text: string) => text.replace(/\s+/g, '');
      expect(words(drawn.map(({ text }) => text).join(''))).toBe(
        words((picture.number ?? '') + picture.words + picture.foot),
      );
      for (const { right, bottom } of drawn) {
        expect(right).toBeLessThanOrEqual(width - 60);
        expect(bottom).toBeLessThanOrEqual(height - 40);
      }
      expect(isBlank(context, 0, height - 30, width, 30), 'the foot of the picture is clear').toBe(true);
      expect((await toPng(canvas)).type).toBe('image/png');
    });
  }
});

/** Whether a band of the picture, but for the bar at its left, is of one colour. */
function isBlank(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): boolean {
  const { data } = context.getImageData(x + 14, y, width - 14, height);
  for (let at = 4; at < data.length; at += 4) {
    if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) return false;
  }
  return true;
}
