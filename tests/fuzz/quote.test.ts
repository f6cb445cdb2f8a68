/** Whatever claims to be a quote: it is refused with the field and the reason, or it can be shown, linked to and exported. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnnotation, parseDraft, parseEdit } from '../../lib/domain/annotation';
import { linkToQuote } from '../../lib/domain/selector';
import { makeQuote } from '../make-quote';
import { SEED, TIME } from './cases';
import { isPolluted, mutationsOf } from './mutations';

const QUOTE = {
  ...makeQuote(),
  position: { type: 'TextPositionSelector', start: 3, end: 40 },
  tags: ['pay'],
  followUp: [{ at: '2026-11-20T08:00:00.000Z', state: 'to-write' }],
  anchors: [{ at: '2026-11-20T08:00:00.000Z', outcome: 'changed', text: 'Staff are burnt out.' }],
};

const PARSERS = { quote: parseAnnotation, draft: parseDraft, edit: parseEdit };

describe.each(Object.entries(PARSERS))('a %s', (name, parse) => {
  it(
    `F66: is refused with its field and the reason, or its selectors hold (seed ${SEED})`,
    () => {
      let accepted = 0;
      fc.assert(
        fc.property(mutationsOf(QUOTE), (input) => {
          const quote = attempt(() => parse(input));
          expect(isPolluted()).toBe(false);
          if (!quote) return;
          accepted++;
          if (!('quote' in quote)) return;
          expect(quote.quote.exact.trim()).not.toBe('');
          if (quote.position) expect(quote.position.end).toBeGreaterThan(quote.position.start);
          expect(quote.source.url).toMatch(/^(?:https?|file):/i);
          expect(() => linkToQuote(quote.source.url, quote.quote)).not.toThrow();
        }),
      );
      expect(accepted, `${name}s that were accepted`).toBeGreaterThan(0);
    },
    TIME,
  );
});

function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/was not accepted: \S+: \S/);
    return null;
  }
}
