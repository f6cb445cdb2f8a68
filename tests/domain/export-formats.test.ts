/** Every export is read back by a parser that is not ours. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { marked } from 'marked';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/domain/annotation';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { type ExportFormatId, exportAnnotations } from '../../lib/domain/export';
import { describeFigure, disclose } from '../../lib/domain/statistic';
import { arbitraryQuote } from '../arbitrary-quote';
import schema from '../fixtures/web-annotation.schema.json';
import { makeQuote } from '../make-quote';

const { statistics } = embeddedFigures();
const exportedAt = '2026-11-23T10:30:00.000Z';
const write = (annotations: Annotation[], format: ExportFormatId) =>
  exportAnnotations(annotations, statistics, format, { exportedAt }).text;

const { DOMParser } = new Window();

const library = fc.uniqueArray(arbitraryQuote, { minLength: 1, maxLength: 4, selector: ({ id }) => id });

const full = makeQuote({
  exact: 'It is 50% & “rising” {fast}_now.',
  speaker: 'Ms Patel',
  speakerRole: 'clinical lead',
  note: 'Ask for the data.',
  tags: ['targets', 'Leeds & York'],
  stance: 'supports',
  source: { title: 'Targets & tears', authors: ['Priya Lindqvist', 'Press Association'] },
  followUp: [{ at: '2026-11-21T09:00:00.000Z', state: 'written' }],
  anchors: [{ at: '2026-11-22T09:00:00.000Z', outcome: 'changed', text: 'It is 50% and rising.' }],
});

describe('JSON-LD', () => {
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  it('is a collection that the Web Annotation model accepts, whatever the library holds', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        expect(validate(JSON.parse(write(quotes, 'jsonld'))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
    expect(validate(JSON.parse(write([], 'jsonld')))).toBe(true);
  });

  it('holds note, tags and figures as bodies, each figure with its disclosure', () => {
    const [item] = JSON.parse(write([full], 'jsonld')).first.items;
    const bodies = item.body as { purpose: string; value: string }[];
    expect(bodies.map(({ purpose }) => purpose)).toEqual(['commenting', 'tagging', 'tagging', 'linking', 'linking']);
    const burnout = statistics.find(({ id }) => id === 'burnout');
    expect(burnout && bodies.map(({ value }) => value)).toContain(
      burnout && `${describeFigure(burnout)} ${disclose(burnout)}`,
    );
  });
});

describe.each(['ris', 'bibtex', 'csl'] as const)('%s', (format) => {
  const read = (quotes: Annotation[]) => new Cite(write(quotes, format)).data as Record<string, unknown>[];

  it('reads back with title, people, outlet, date, address and the quote', () => {
    const [item, ...more] = read([full]);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      title: 'Targets & tears',
      'container-title': 'The Example',
      URL: 'https://news.example/iapt?a=1&b=2',
      // Of RIS this reader takes the year alone; the day stands in its DA.
      issued: { 'date-parts': [format === 'ris' ? [2026] : [2026, 11, 19]] },
      accessed: { 'date-parts': [[2026, 11, 20]] },
    });
    if (format === 'ris') expect(write([full], 'ris')).toContain('\r\nDA  - 2026/11/19\r\n');
    // A newspaper's authors are its reporters to the reader of RIS.
    const names = JSON.stringify(item?.author ?? item?.reporter);
    for (const name of ['Lindqvist', 'Priya', 'Press Association']) expect(names).toContain(name);
    expect(String(item?.note)).toContain(
      '“It is 50% & “rising” {fast}_now.” (Ms Patel, clinical lead) Note: Ask for the data.',
    );
  });

  it('gives an article once, with all its quotes', () => {
    const [item, ...more] = read([
      full,
      { ...makeQuote({ exact: 'Another.' }), id: 'b0f0c1de-0000-4000-8000-000000000000' },
    ]);
    expect(more).toEqual([]);
    expect(String(item?.note)).toContain('“Another.”');
  });

  it('keeps one record for each article, whatever stands in its fields', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        const addresses = new Set(quotes.map(({ source }) => source.url.replace(/#.*/s, '')));
        expect(read(quotes)).toHaveLength(addresses.size);
      }),
      { numRuns: 60 },
    );
  });
});

it('a page’s language and address can add no field of their own to RIS', () => {
  const url = 'https://news.example/a\r\nER  - \r\nTY  - JOUR';
  const plain = write([makeQuote()], 'ris');
  const hostile = write([makeQuote({ source: { language: 'en\r\nAU  - Somebody', url } })], 'ris');
  const tags = (text: string) => text.split('\r\n').map((line) => line.slice(0, 2));
  expect(tags(hostile)).toEqual(tags(plain));
});

it.each(['a } b', 'a { b'])(
  'the braces of a BibTeX entry are balanced for a reader that counts escaped ones too: %j',
  (title) => {
    const text = write([makeQuote({ source: { title } })], 'bibtex');
    expect(text.split('{')).toHaveLength(text.split('}').length);
  },
);

describe('CSV', () => {
  it('has a row for each quote, whose words read back exactly but for the mark that makes them safe', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        const { data, errors } = parse<Record<string, string>>(write(quotes, 'csv'), {
          header: true,
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(data.map(({ Quote }) => Quote?.replace(/^'/, ''))).toEqual(
          quotes.map(({ quote }) => quote.exact.replace(/^'/, '')),
        );
        expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }),
    );
  });
});

describe('the web page', () => {
  const read = (quotes: Annotation[]) => new DOMParser().parseFromString(write(quotes, 'html'), 'text/html');

  it('shows every quote as text and makes no element of it', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        const page = read(quotes);
        expect(page.querySelectorAll('article')).toHaveLength(quotes.length);
        expect(page.querySelectorAll('script,b,img')).toHaveLength(0);
        const shown = [...page.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
        expect(shown.map(fold)).toEqual(quotes.map(({ quote }) => fold(quote.exact)));
      }),
      { numRuns: 40 },
    );
  });

  it('says what was noted, and each figure with its disclosure', () => {
    const text = read([full]).body.textContent ?? '';
    for (const part of [
      'Ms Patel, clinical lead',
      'Ask for the data.',
      'Supports the figure',
      'Written to, 2026-11-21',
    ]) {
      expect(text).toContain(part);
    }
    for (const statistic of statistics.filter(({ id }) => full.statistics.includes(id))) {
      expect(text).toContain(describeFigure(statistic) + disclose(statistic));
    }
  });
});

describe('Markdown', () => {
  it('renders every quote as the text it is, in a quotation of its own', () => {
    fc.assert(
      fc.property(library, (quotes) => {
        const page = new DOMParser().parseFromString(
          marked.parse(write(quotes, 'markdown'), { async: false }),
          'text/html',
        );
        expect(page.querySelectorAll('script,b,img,pre,table')).toHaveLength(0);
        const shown = [...page.querySelectorAll('blockquote')].map(({ textContent }) => fold(textContent));
        expect(shown).toEqual(quotes.map(({ quote }) => fold(quote.exact)));
      }),
      { numRuns: 60 },
    );
  });
});

/** White space as a reader sees it, without control characters. */
function fold(text: string | null): string {
  return (text ?? '').replace(/[\s\0]+/g, ' ').trim();
}
