/** The QR code on screen leads where it says. */
import { render, screen } from '@testing-library/preact';
import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { QrCode } from '../../components/QrCode';

const LINK = 'https://www.surveymonkey.co.uk/r/timetotalkIAPT';
const PIXELS = 4;

/** Paints the drawn modules, black on white, as a scanner would see them. */
function paint(svg: Element) {
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]) * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('.qr-modules')
    ?.getAttribute('d')
    ?.matchAll(/M(\d+) (\d+)/g) ?? []) {
    for (let row = 0; row < PIXELS; row++) {
      const start = ((Number(y) * PIXELS + row) * side + Number(x) * PIXELS) * 4;
      for (let i = start; i < start + PIXELS * 4; i++) if (i % 4 !== 3) data[i] = 0;
    }
  }
  return { width: side, height: side, data };
}

it('the code drawn reads as the link, with the quiet zone that scanners need', () => {
  render(<QrCode link={LINK} leadsTo="the survey" />);
  const picture = screen.getByRole('img');
  expect(decodeQR(paint(picture))).toBe(LINK);
  expect(picture.querySelector('.qr-modules')?.getAttribute('d')).toMatch(/^M4 4h/);
});

it('what it leads to is said in words, and the link can be typed', () => {
  render(<QrCode link={LINK} leadsTo="the survey" />);
  screen.getByText('QR code of the link to the survey');
  screen.getByText(LINK);
});
