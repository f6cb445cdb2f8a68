/** Folding takes out what nobody reads, and every folded character knows the original's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../lib/domain/fold-text';

describe('foldText', () => {
  it.each([
    ['white space of any kind and number', 'a \u00a0\n\t b', 'a b'],
    ['typographic quotes and dashes', '‘a’ “b” c–d—e‑f', `'a' "b" c-d-e-f`],
    ['what has no width', 'ther\u00adapy\u200b \ufeffx', 'therapy x'],
    ['decomposed letters', 'cafe\u0301 nai\u0308ve', 'café naïve'],
    ['Hangul in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['ligatures and the ellipsis', 'o\ufb00er\u2026', 'offer...'],
    ['the angstrom sign', '5 \u212b', '5 Å'],
  ])('folds %s', (_, original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  it('keeps case, digits and every other mark', () => {
    const text = 'NHS: 41% (of 550), £1.20; No!';
    expect(foldText(text).text).toBe(text);
  });

  it.each([
    ['cafe\u0301 of ther\u00adapy', 'café', 'cafe\u0301'],
    ['cafe\u0301 of ther\u00adapy', 'therapy', 'ther\u00adapy'],
    ['a  \u00ad b', 'b', 'b'],
    ['a\u2026 b', '...', '\u2026'],
    ['\u00ad\u00adword\u00ad', 'word', 'word'],
    ['one\n\ntwo', 'one two', 'one\n\ntwo'],
  ])('of %j finds %j as %j in the original', (original, words, expected) => {
    const folded = foldText(original);
    const start = folded.text.indexOf(words);
    const span = folded.toOriginal({ start, end: start + words.length });
    expect(original.slice(span.start, span.end)).toBe(expected);
  });

  it('gives each span back as characters that fold to it, in texts over many slices too', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '9',
      ' ',
      '  ',
      '\n',
      '\u00a0',
      '\u00ad',
      '’',
      '“',
      '–',
      '\u2026',
      'e\u0301',
      '\ufb01',
      '한',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (pieces, a, b, long) => {
          const original = (long ? 'x'.repeat(49_990) : '') + pieces.join('');
          const folded = foldText(original);
          const [start, end] = [a, b].map((at) => folded.text.length - (at % 70)).sort((x, y) => x - y) as [
            number,
            number,
          ];
          fc.pre(start >= 0 && start < end && end <= folded.text.length);
          const words = folded.text.slice(start, end);
          // Half of what one character became has no characters of its own.
          fc.pre(!/^[.i]|[.f]$/.test(words) && !/[\ud800-\udfff]/.test(words.charAt(0) + words.slice(-1)));
          const span = folded.toOriginal({ start, end });
          expect(foldText(original.slice(span.start, span.end)).text).toBe(words);
          expect(folded.toFolded(span.start)).toBe(start);
        },
      ),
    );
  });
});
