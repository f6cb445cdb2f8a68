/** Exports name every source, keep each figure with its disclosure, and stay text whatever a page wrote. */
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/domain/annotation';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { type ExportFormatId, exportAnnotations } from '../../lib/domain/export';
import { linkToQuote } from '../../lib/domain/selector';
import { describeFigure, disclose } from '../../lib/domain/statistic';
import { makeQuote } from '../make-quote';

const { statistics } = embeddedFigures();
const exportedAt = '2026-11-23T10:30:00.000Z';
const write = (annotations: Annotation[], format: ExportFormatId) =>
  exportAnnotations(annotations, statistics, format, { exportedAt });

const readCsv = (text: string) =>
  parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

/** What a line of our Markdown shows: backslash escapes undone. */
const shown = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
/** Marks that are still live: not escaped. */
const live = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]/g, 'x');

describe('an export', () => {
  it('is named by its day', () => {
    expect(write([makeQuote()], 'markdown').name).toBe('iapt-quotes-2026-11-23.md');
    expect(write([makeQuote()], 'csv').name).toBe('iapt-quotes-2026-11-23.csv');
  });

  it.each(['markdown', 'csv', 'excel'] satisfies ExportFormatId[])(
    'as %s never gives a figure without its disclosure',
    (format) => {
      const { text } = write([makeQuote({ statistics: statistics.map(({ id }) => id) })], format);
      const plain = shown(text).replaceAll('""', '"');
      for (const statistic of statistics) {
        const [, after] = plain.split(describeFigure(statistic));
        expect(after?.trimStart().startsWith(disclose(statistic)), statistic.id).toBe(true);
      }
    },
  );
});

describe('Markdown', () => {
  it('gives the quote as a blockquote with its whole source and a link that opens the article at it', () => {
    const quoted = makeQuote();
    const { text } = write([quoted], 'markdown');
    expect(text).toContain('## Therapists speak out\n\n> Staff are “burnt out”, a therapist said.\n\n');
    for (const line of ['Outlet: The Example', 'By: A. Writer, B. Writer', 'Published: 2026-11-19']) {
      expect(text).toContain(`- ${line}\n`);
    }
    expect(text).toContain('- Saved: 2026-11-20T08:00:00.000Z\n');
    expect(text).toContain(`(<${linkToQuote(quoted.source.url, quoted.quote)}>)`);
    expect(text).toContain('exported 2026-11-23T10:30:00.000Z');
  });

  it('gives each figure once, in the survey’s order, after the quotes', () => {
    const { text } = write([makeQuote(), makeQuote()], 'markdown');
    expect(text.match(/^### .*$/gm)).toEqual([
      '### Have you ever been asked to manipulate performance data?',
      '### Have you ever experienced burnout as a result of working in IAPT?',
    ]);
    expect(text.indexOf('###')).toBeGreaterThan(text.lastIndexOf('> '));
  });

  it('leaves out a figure that no quote bears on, and one that is withdrawn', () => {
    const { text } = write([makeQuote({ statistics: ['withdrawn-figure'] })], 'markdown');
    expect(text).not.toMatch(/% of|survey found|Bears on/);
  });

  it('keeps every paragraph of a long quote inside the blockquote', () => {
    const { text } = write([makeQuote({ exact: 'One.\n\nTwo.\u2028Three.\r\n# Four' })], 'markdown');
    expect(text).toContain('> One.\n>\n> Two.\n> Three.\n> \\# Four\n');
  });

  it.each([
    'a](javascript:alert(1)) b',
    '[click](https://evil.example)',
    '![x](https://evil.example/x.png)',
    '# Not a heading',
    'Heading #',
    '<img src=x onerror=alert(1)>',
    '<!-- hidden',
    '`code` ``` fence',
    '**bold** _it_ ~~gone~~',
    '- item',
    '+ item',
    '12. item',
    '=====',
    '&lt;b&gt; &#42;',
    'a | b',
    '$x$ \\(y\\)',
    '> deeper',
  ])('shows %j as the text it is, in a quote, a title and a name', (hostile) => {
    const { text } = write(
      [makeQuote({ exact: hostile, source: { title: hostile, outlet: hostile, authors: [hostile] } })],
      'markdown',
    );
    expect(shown(text)).toContain(`> ${hostile}\n`);
    expect(shown(text)).toContain(`## ${hostile}\n`);
    const bare = live(text.replace(/\(<[^>]*>\)/g, ''));
    expect(bare).not.toMatch(/[`*_<~|$]|&[#\w]|[^#\n] *#/);
    expect(bare.match(/[[\]]/g)).toEqual(['[', ']']);
    expect(bare).not.toMatch(/^> ?(#|\+|-|=|>|\d+[.)])/m);
  });

  it('keeps an address from ending its link', () => {
    const { text } = write(
      [makeQuote({ source: { url: 'https://news.example/a b>)[x](javascript:x)\\' } })],
      'markdown',
    );
    expect(text).toMatch(/\(<https:\/\/news\.example\/a%20b%3E\)\[x\]\(javascript:x\)%5C#[^<>\s]*>\)\n/);
  });
});

describe('CSV', () => {
  it('reads back whole: quotes, commas, line breaks, other scripts', () => {
    const exact = 'He said "no", then:\r\nנכון, 不 – “yes”';
    const quoted = makeQuote({ exact, source: { canonicalUrl: 'https://news.example/iapt' } });
    const { text } = write([quoted], 'csv');
    expect(readCsv(text)).toEqual([
      {
        Quote: exact,
        'Text before': 'Before it. ',
        'Text after': ' After it.',
        Speaker: '',
        'Speaker’s role': '',
        Title: 'Therapists speak out',
        Outlet: 'The Example',
        Authors: 'A. Writer; B. Writer',
        Published: '2026-11-19',
        Modified: '',
        Address: 'https://news.example/iapt?a=1&b=2',
        'Canonical address': 'https://news.example/iapt',
        'Link to quote': linkToQuote(quoted.source.url, quoted.quote),
        Saved: '2026-11-20T08:00:00.000Z',
        Note: '',
        Tags: '',
        Stance: '',
        'Follow-up': '',
        'On its page': '',
        'Survey questions':
          'Have you ever been asked to manipulate performance data?\nHave you ever experienced burnout as a result of working in IAPT?',
        'Survey figures': statistics
          .filter(({ id }) => quoted.statistics.includes(id))
          .map((statistic) => `${describeFigure(statistic)} ${disclose(statistic)}`)
          .join('\n'),
      },
    ]);
  });

  it('ends every row with CRLF, and starts with the mark that makes Excel read UTF-8 only where it is asked for', () => {
    const quotes = [makeQuote(), makeQuote({ source: { outlet: null, published: null } })];
    const { text } = write(quotes, 'csv');
    expect(text.startsWith('"Quote","Text before"')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(text.match(/\r\n"/g)).toHaveLength(2);
    expect(write(quotes, 'excel').text).toBe(`\ufeff${text}`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1+1', '＋1', '－1', '＠x'])(
    'keeps %j from being run as a formula',
    (hostile) => {
      const { text } = write(
        [
          makeQuote({
            exact: `${hostile}"x`,
            source: { title: hostile, outlet: hostile, authors: [hostile], published: hostile },
          }),
        ],
        'csv',
      );
      const [row] = readCsv(text);
      expect(row).toMatchObject({
        Quote: `'${hostile}"x`,
        Title: `'${hostile}`,
        Outlet: `'${hostile}`,
        Authors: `'${hostile}`,
        Published: `'${hostile}`,
      });
    },
  );
});
