/** An import restores what an export wrote, twice is harmless, and what isn't understood changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { exportAnnotations } from '../../lib/domain/export';
import { readImport } from '../../lib/domain/import';
import { arbitraryQuote } from '../arbitrary-quote';
import { makeQuote } from '../make-quote';

const { statistics } = embeddedFigures();
const importedAt = '2026-11-24T09:00:00.000Z';

function context() {
  let count = 0;
  return { importedAt, newId: () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}` };
}

const library = fc.uniqueArray(arbitraryQuote, { maxLength: 5, selector: ({ id, source }) => id + source.url });

describe('our own JSON-LD', () => {
  it('exported and imported is the same library', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        const { text } = exportAnnotations(quotes, statistics, 'jsonld', { exportedAt: importedAt });
        const report = readImport(text, [], context());
        expect(report.refused).toEqual([]);
        // The same passage of the same page is one quote, wherever it comes from.
        expect([...report.added, ...report.skipped]).toHaveLength(quotes.length);
        expect(report.added).toEqual(quotes.filter(({ id }) => report.added.some((added) => added.id === id)));
        fc.pre(report.skipped.length === 0);
        expect(report.added).toEqual(quotes);
      }),
    );
  });

  it('imported twice adds nothing, and says so of each quote', () => {
    const quotes = [makeQuote(), makeQuote({ id: 'b0f0c1de-0000-4000-8000-000000000000', exact: 'Another.' })];
    const { text } = exportAnnotations(quotes, statistics, 'jsonld', { exportedAt: importedAt });
    const report = readImport(text, quotes, context());
    expect(report.added).toEqual([]);
    expect(report.skipped.map(({ label }) => label)).toEqual(quotes.map(({ quote }) => quote.exact));
  });

  it('refuses an entry with its reason and keeps the rest', () => {
    const { text } = exportAnnotations([makeQuote()], statistics, 'jsonld', { exportedAt: importedAt });
    const collection = JSON.parse(text);
    const [item] = collection.first.items;
    collection.first.items.push(
      {
        ...item,
        id: 'urn:uuid:b0f0c1de-0000-4000-8000-000000000001',
        target: { ...item.target, source: 'javascript:alert(1)' },
      },
      { ...item, id: 'urn:uuid:b0f0c1de-0000-4000-8000-000000000002', target: { ...item.target, selector: [] } },
      null,
    );
    const report = readImport(JSON.stringify(collection), [], context());
    expect(report.added).toEqual([makeQuote()]);
    expect(report.refused.map(({ label }) => label)).toEqual([makeQuote().quote.exact, 'Entry 3', 'Entry 4']);
    expect(report.refused[0]?.reason).toContain('source.url');
  });

  it('of other programs is taken as far as it is quotes', () => {
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        {
          type: 'Annotation',
          body: { type: 'TextualBody', purpose: 'tagging', value: 'care' },
          target: { source: 'https://news.example/a', selector: { type: 'TextQuoteSelector', exact: 'Some words.' } },
        },
      ],
    };
    const [added] = readImport(JSON.stringify(page), [], context()).added;
    expect(added).toMatchObject({ quote: { exact: 'Some words.', prefix: '' }, tags: ['care'], created: importedAt });
  });

  it('of other programs is put in order by when it was made, whatever the time zone it names', () => {
    const target = { source: 'https://news.example/a', selector: { type: 'TextQuoteSelector', exact: 'Some words.' } };
    const created = '2026-11-23T10:00:00+02:00';
    const file = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', created, target };
    const [added] = readImport(JSON.stringify(file), [], context()).added;
    const at = '2026-11-23T08:00:00.000Z';
    expect(added).toMatchObject({ created: at, modified: at, source: { seenAt: at } });
  });
});

describe('an export of Hypothesis', () => {
  const file = JSON.stringify({
    export_date: '2026-11-01T00:00:00.000Z',
    export_userid: 'acct:a@hypothes.is',
    client_version: '1.1700.0',
    annotations: [
      {
        id: 'xyz',
        created: '2024-12-09T07:17:52.123456+00:00',
        updated: '2024-12-10T07:17:52.123456+00:00',
        uri: 'https://news.example/story',
        text: 'Worth an answer',
        tags: ['iapt'],
        document: { title: ['The story'] },
        target: [
          {
            source: 'https://news.example/story',
            selector: [
              { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 9 },
              { type: 'TextPositionSelector', start: 10, end: 20 },
              { type: 'TextQuoteSelector', exact: 'staff quit', prefix: 'Many ', suffix: ' each year' },
            ],
          },
        ],
      },
      { id: 'reply', created: '2024-12-09T07:17:52+00:00', text: 'A reply', tags: [], references: ['xyz'], target: [] },
    ],
  });

  it('gives its quotes with note, tags, title and dates, and refuses what quotes nothing', () => {
    const report = readImport(file, [], context());
    expect(report.format).toBe('Hypothesis');
    expect(report.added).toMatchObject([
      {
        created: '2024-12-09T07:17:52.123Z',
        modified: '2024-12-10T07:17:52.123Z',
        quote: { type: 'TextQuoteSelector', exact: 'staff quit', prefix: 'Many ', suffix: ' each year' },
        position: null,
        source: { url: 'https://news.example/story', title: 'The story' },
        note: 'Worth an answer',
        tags: ['iapt'],
      },
    ]);
    expect(report.refused.map(({ label }) => label)).toEqual(['A reply']);
  });

  it('imported twice adds nothing', () => {
    const { added } = readImport(file, [], context());
    expect(readImport(file, added, context()).added).toEqual([]);
  });
});

describe('a note of the Obsidian Web Clipper', () => {
  const note = `---
title: "Therapists \\"speak out\\""
source: "https://news.example/story"
author:
  - "[[Priya Lindqvist]]"
published: 2021-09-14
created: 2026-11-20
description: "What staff say"
tags:
  - "clippings"
  - "iapt"
---
# Therapists speak out

Many of them were **tired**. ==Most of the [therapists](https://news.example/t) were burnt out.== Nobody asked.

> ==“It never stops,”== she said.
`;

  it('gives its highlights with their context and source', () => {
    const report = readImport(note, [], context());
    expect(report.format).toBe('Obsidian Web Clipper');
    expect(report.refused).toEqual([]);
    expect(report.added.map(({ quote }) => quote)).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'Most of the therapists were burnt out.',
        prefix: expect.stringMatching(/out\n\nMany of them were tired\. $/),
        suffix: expect.stringMatching(/^ Nobody asked\.\n\n“It never/),
      },
      {
        type: 'TextQuoteSelector',
        exact: '“It never stops,”',
        prefix: expect.stringContaining('Nobody asked.'),
        suffix: ' she said.\n',
      },
    ]);
    expect(report.added[0]).toMatchObject({
      source: {
        url: 'https://news.example/story',
        title: 'Therapists "speak out"',
        authors: ['Priya Lindqvist'],
        published: '2021-09-14',
      },
      tags: ['iapt'],
      created: '2026-11-20T00:00:00.000Z',
    });
  });

  it('imported twice adds nothing', () => {
    const { added } = readImport(note, [], context());
    expect(readImport(note, added, context())).toMatchObject({ added: [], skipped: [{}, {}] });
  });
});

describe('any other file', () => {
  it.each([
    ['empty', ''],
    ['plain text', 'Hello'],
    ['other JSON', '{"a":1}'],
    ['a list', '[]'],
    ['JSON cut short', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":['],
    [
      'a collection whose pages are elsewhere',
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","total":4,"first":"https://a.example/1"}',
    ],
    ['Markdown without a source', '---\ntitle: A\n---\n==words=='],
    ['hostile keys', '{"__proto__":{"annotations":[]},"constructor":1}'],
  ])('that is %s is refused whole, with what can be read', (_, text) => {
    expect(() => readImport(text, [], context())).toThrow(/neither a JSON-LD export .* Nothing was imported\./);
  });

  it('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          expect(readImport(text, [], context()).added).toEqual([]);
        } catch (error) {
          expect((error as Error).message).toContain('Nothing was imported.');
        }
      }),
    );
  });
});
