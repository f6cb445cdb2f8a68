/** Any quote that the store accepts, for property tests: hostile text in every field. */
import fc from 'fast-check';
import { ANCHOR_OUTCOMES, type Annotation, FOLLOW_UPS, parseAnnotation, STANCES } from '../lib/domain/annotation';

const hostile = fc.constantFrom(
  '=1+1',
  '</script><b>',
  '"quoted", and\r\nbroken',
  '{a} \\b $c$ & #d % _e ~ ^',
  'TY  - JOUR',
  '# Heading',
  '—“É”\u2028日本 😀',
  'null',
);
const text = fc.oneof(fc.string({ maxLength: 40 }), hostile);
const field = fc.option(text, { nil: null });
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const date = fc.option(
  fc.oneof(
    instant,
    instant.map((at) => at.slice(0, 10)),
    text,
  ),
  { nil: null },
);
const webAddress = fc.webUrl({ withQueryParameters: true, withFragments: true });
const words = text.map((value) => `${value}w`);

export const arbitraryQuote: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid(),
    created: instant,
    modified: instant,
    quote: fc.record({ type: fc.constant('TextQuoteSelector'), exact: words, prefix: text, suffix: text }),
    position: fc.option(
      fc.tuple(fc.nat(), fc.integer({ min: 1, max: 500 })).map(([start, length]) => ({
        type: 'TextPositionSelector',
        start,
        end: start + length,
      })),
      { nil: null },
    ),
    textDirective: fc.constantFrom(undefined, '', 'text=a%20b,-c'),
    source: fc.record({
      url: webAddress,
      canonicalUrl: fc.option(webAddress, { nil: null }),
      title: text,
      outlet: field,
      authors: fc.array(text, { maxLength: 3 }),
      published: date,
      modified: date,
      language: fc.constantFrom(null, 'en', 'en-GB', 'not a language'),
      seenAt: instant,
    }),
    statistics: fc.uniqueArray(fc.constantFrom('burnout', 'manipulation', 'future', 'withdrawn')),
    speaker: field,
    speakerRole: field,
    note: text,
    tags: fc.array(
      words.map((tag) => tag.trim()),
      { maxLength: 3 },
    ),
    stance: fc.constantFrom(null, ...STANCES),
    followUp: fc.array(fc.record({ at: instant, state: fc.constantFrom(null, ...FOLLOW_UPS) }), { maxLength: 3 }),
    anchors: fc.array(
      fc.record(
        { at: instant, outcome: fc.constantFrom(...ANCHOR_OUTCOMES), text: words },
        { requiredKeys: ['at', 'outcome'] },
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ textDirective, ...quote }) =>
    parseAnnotation(textDirective === undefined ? quote : { ...quote, textDirective }),
  );
