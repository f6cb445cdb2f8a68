/** Whatever a page's text is made of, marks stand in the right place or nowhere, and the work grows with the text alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';

const patterns = compilePatterns(embeddedFeed().patterns);
const LEAD = 'IAPT services in Northmoor are in trouble.';
const CLAIM = 'Most of the IAPT therapists in the team are burnt out.';

function match(text: string, title = 'IAPT') {
  return [...findMatches({ title, text }, patterns)].flat();
}

/** Matches in whose claims and triggers the text is as it says. */
function exactMatches(text: string) {
  const matches = match(text);
  for (const { claim } of matches) {
    expect(claim.text).toBe(text.slice(claim.span.start, claim.span.end));
    for (const { start, end } of claim.triggers) {
      expect(start).toBeGreaterThanOrEqual(claim.span.start);
      expect(end).toBeLessThanOrEqual(claim.span.end);
      // A trigger is whole words: a shifted one would begin or end inside of one.
      expect(text.slice(start - 1, start)).not.toMatch(/[\p{L}\p{N}]/u);
      expect(text.slice(end, end + 1)).not.toMatch(/[\p{L}\p{N}]/u);
    }
  }
  return matches;
}

describe('a claim is found, in its place', () => {
  it.each([
    ['with no-break spaces', CLAIM.replaceAll(' ', '\u00a0')],
    ['with soft hyphens', CLAIM.replace('therapists', 'thera\u00adpists')],
    ['in curly quotes', `“${CLAIM}”`],
    ['with decomposed accents around it', `Cafe\u0301 staff agree: ${CLAIM}`],
    ['in capitals', CLAIM.toUpperCase()],
    ['after an emoji', `😀 ${CLAIM}`],
    ['after Arabic', `الصحة النفسية. ${CLAIM}`],
    ['after marks of direction', `\u202b${CLAIM}\u202c`],
  ])('%s', (_, sentence) => {
    const found = exactMatches(`${LEAD}\n\n${sentence}`);
    expect(found.map(({ statistic }) => statistic)).toContain('burnout');
  });
});

describe('nothing is found', () => {
  it.each([
    ['in an empty text', ''],
    ['in white space', ' \n\n\t\u00a0 '],
    ['in German', 'Die Therapeuten sind erschöpft. Viele haben gekündigt. Die Zahlen wurden gefälscht.'],
    ['in Hebrew', 'המטפלים שחוקים ועוזבים את השירות.'],
    ['in Chinese', '治疗师精疲力竭，数据被操纵。'],
    ['in half a character', '\ud83d \udc00 \ud83d'],
  ])('%s', (_, text) => {
    expect(match(text, '')).toEqual([]);
    expect(exactMatches(text)).toEqual([]);
  });
});

it('never throws and never shifts a mark, whatever is woven into a claim', () => {
  const noise = fc.oneof(
    fc.constantFrom(
      '\u00ad',
      '\u00a0',
      '\u200b',
      '\u0301',
      '\u202e',
      '’',
      '“',
      '”',
      '. ',
      '\n\n',
      ' ',
      'İ',
      'ß',
      'ﬁ',
      '😀',
      '\ud83d',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const woven = fc
    .array(fc.tuple(fc.nat(CLAIM.length), noise), { maxLength: 12 })
    .map((pieces) => pieces.reduce((text, [at, piece]) => text.slice(0, at) + piece + text.slice(at), CLAIM));
  fc.assert(fc.property(woven, (text) => void exactMatches(`${LEAD} ${text} ${CLAIM}`)));
});

describe('the work', () => {
  const steps = (text: string) => [...findMatches({ title: 'IAPT', text }, patterns)].length;

  it.each([
    ['sentences about IAPT', `${CLAIM} `],
    ['“IAPT”, over and over', 'IAPT. '],
    ['blank lines', 'IAPT\n\n\n\n'],
    ['full stops', 'IAPT... . . . '],
  ])('takes twice the steps for twice the text: %s', (_, piece) => {
    const [once, twice] = [steps(piece.repeat(2_000)), steps(piece.repeat(4_000))];
    expect(twice).toBeLessThanOrEqual(2 * once + 10);
  });

  it('of a step ends with a sentence, so that one of 100,000 words is passed over and its neighbours are not', () => {
    const endless = `${'burnt out therapists and '.repeat(25_000)}so on.`;
    const found = exactMatches(`${LEAD} ${endless} ${CLAIM}`);
    expect(found.map(({ claim }) => claim.text)).toContain(CLAIM);
    expect(found.every(({ claim }) => claim.text.length < 2_000)).toBe(true);
  });

  it('ends on a megabyte of the name', () => {
    expect(match('IAPT'.repeat(250_000))).toEqual([]);
    expect(match('IAPT '.repeat(200_000))).toEqual([]);
    expect(match('IAPT. '.repeat(20_000))).toEqual([]);
  });
});
