/** Whatever is opened as an import: refused with the reason, or every entry is a quote that is whole, or named as refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnnotation } from '../../lib/domain/annotation';
import { writeJsonLd } from '../../lib/domain/export-json-ld';
import { readImport } from '../../lib/domain/import';
import { makeQuote } from '../make-quote';
import { SEED, TIME } from './cases';
import { isPolluted, mutationsOf } from './mutations';

const CONTEXT = { importedAt: '2026-11-23T10:00:00.000Z', newId: () => crypto.randomUUID() };
const KEPT = [makeQuote()];
const OURS = makeQuote({
  id: '1d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e12',
  exact: 'Nobody asks us.',
  tags: ['pay'],
  note: 'Ask for the board paper.',
  followUp: [{ at: CONTEXT.importedAt, state: 'to-write' }],
});

const HYPOTHESIS = {
  export_date: '2026-11-20T08:00:00.000Z',
  client_version: '1.1600.0',
  annotations: [
    {
      created: '2024-12-09T07:17:52.123456+00:00',
      updated: '2024-12-09T07:17:52.123456+00:00',
      uri: 'https://news.example/article',
      text: 'A note.',
      tags: ['pay'],
      document: { title: ['An article'] },
      target: [
        {
          source: 'https://news.example/article',
          selector: [
            { type: 'TextQuoteSelector', exact: 'Staff are burnt out.', prefix: 'Before. ', suffix: ' After.' },
          ],
        },
      ],
    },
  ],
};

/** Lines of a note as the clipper writes it, some of them broken. */
const line = fc.oneof(
  fc.constantFrom(
    '---',
    'title: "An article"',
    'source: "https://news.example/article"',
    'source: javascript:alert(1)',
    'author:',
    '  - "[[Priya Lindqvist]]"',
    'created: 2026-11-20',
    'created: 99999-13-45',
    'tags:',
    '  - "clippings"',
    'Before it. ==Staff are burnt out.== After it.',
    '==',
    '====',
    '==A [link](https://news.example/(x) in it== and ![a picture](x.png)',
    '> ==quoted== \\== escaped ==',
    '__proto__: {"polluted": true}',
  ),
  fc.string({ unit: 'binary' }),
);
const note = fc.oneof(
  { weight: 1, arbitrary: fc.array(line, { maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(line, { maxLength: 12 })
      .map((lines) => ['---', 'source: "https://news.example/article"', ...lines, '---', ...lines]),
  },
);

const FILES: Record<string, fc.Arbitrary<string>> = {
  'our own JSON-LD': mutationsOf(JSON.parse(writeJsonLd([OURS], [], CONTEXT.importedAt))).map(
    (value) => JSON.stringify(value) ?? '',
  ),
  'an export of Hypothesis': mutationsOf(HYPOTHESIS).map((value) => JSON.stringify(value) ?? ''),
  'a note of the Obsidian clipper': note.map((lines) => lines.join('\n')),
};

describe.each(Object.entries(FILES))('a file like %s', (name, file) => {
  it(
    `F71: is refused with the reason, or each entry is added whole, skipped or refused with a reason (seed ${SEED})`,
    () => {
      let added = 0;
      fc.assert(
        fc.property(file, (text) => {
          const report = attempt(() => readImport(text, KEPT, CONTEXT));
          expect(isPolluted()).toBe(false);
          if (!report) return;
          added += report.added.length;
          for (const quote of report.added) expect(parseAnnotation(structuredClone(quote))).toEqual(quote);
          for (const { label, reason } of [...report.skipped, ...report.refused]) {
            expect(typeof label).toBe('string');
            expect(reason).not.toBe('');
          }
        }),
      );
      expect(added, `quotes added from ${name}`).toBeGreaterThan(0);
    },
    TIME,
  );
});

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain('Nothing was imported.');
    return null;
  }
}
