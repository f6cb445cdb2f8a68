/** Marks are seen on every background, and never make text harder to read than it should be. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blend, chooseStyle, colour, contrast, PAINTS } from '../../lib/domain/contrast';

const channel = fc.integer({ min: 0, max: 255 });
const anyColour = fc.tuple(channel, channel, channel).map(([red, green, blue]) => colour(red, green, blue));

it('black on white has the greatest contrast there is, and a colour none with itself', () => {
  expect(contrast(colour(0, 0, 0), colour(255, 255, 255))).toBe(21);
  expect(contrast(colour(12, 34, 56), colour(12, 34, 56))).toBe(1);
});

describe('the style of a mark', () => {
  it('never has a line under 3:1, nor takes text under 4.5:1 or, where it was lower, under what it was', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (text, background) => {
        const paint = PAINTS.find(({ style }) => style === chooseStyle(text, background));
        if (!paint) return;
        const tinted = blend(paint.tint, background);
        expect(contrast(paint.line, tinted)).toBeGreaterThanOrEqual(3);
        expect(contrast(text, tinted)).toBeGreaterThanOrEqual(Math.min(4.5, contrast(text, background)));
      }),
    );
  });

  it('on white and on black is the one that was drawn for it', () => {
    expect(chooseStyle(colour(0, 0, 0), colour(255, 255, 255))).toBe('on-light');
    expect(chooseStyle(colour(255, 255, 255), colour(0, 0, 0))).toBe('on-dark');
  });
});

it('the colours are those of the style sheet', () => {
  const css = readFileSync('public/marks.css', 'utf8');
  for (const { style, tint, line } of PAINTS) {
    const rule = css.slice(css.indexOf(`${style})`), css.indexOf('}', css.indexOf(`${style})`)));
    expect(rule).toContain(`rgb(${tint.red} ${tint.green} ${tint.blue} / ${tint.alpha})`);
    const hex = [line.red, line.green, line.blue].map((channel) => channel.toString(16).padStart(2, '0')).join('');
    expect(rule).toContain(`#${hex}`);
  }
});
