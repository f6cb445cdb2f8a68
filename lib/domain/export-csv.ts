/** Quotes as CSV (RFC 4180), in which no cell is run as a formula. */
import type { Annotation } from './annotation';
import { followUpInWords, outcomeInWords, stanceInWords, statisticsOf } from './quote-words';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

type Cell = (annotation: Annotation, statistics: readonly Statistic[]) => string | null;

const COLUMNS: [heading: string, cell: Cell][] = [
  ['Quote', ({ quote }) => quote.exact],
  ['Text before', ({ quote }) => quote.prefix],
  ['Text after', ({ quote }) => quote.suffix],
  ['Speaker', ({ speaker }) => speaker],
  ['Speaker’s role', ({ speakerRole }) => speakerRole],
  ['Title', ({ source }) => source.title],
  ['Outlet', ({ source }) => source.outlet],
  ['Authors', ({ source }) => source.authors.join('; ')],
  ['Published', ({ source }) => source.published],
  ['Modified', ({ source }) => source.modified],
  ['Address', ({ source }) => source.url],
  ['Canonical address', ({ source }) => source.canonicalUrl],
  ['Link to quote', ({ source, quote, textDirective }) => linkToQuote(source.url, quote, textDirective)],
  ['Saved', ({ created }) => created],
  ['Note', ({ note }) => note],
  ['Tags', ({ tags }) => tags.join('; ')],
  ['Stance', stanceInWords],
  ['Follow-up', followUpInWords],
  ['On its page', (quote) => outcomeInWords(quote)],
  ['Survey questions', (_, statistics) => statistics.map(({ question }) => question).join('\n')],
  [
    'Survey figures',
    (_, statistics) => statistics.map((statistic) => `${describeFigure(statistic)} ${disclose(statistic)}`).join('\n'),
  ],
];

/** Without a byte order mark, as most programs want it. */
export function writeCsv(annotations: readonly Annotation[], statistics: readonly Statistic[]): string {
  const rows = [
    COLUMNS.map(([heading]) => heading),
    ...annotations.map((annotation) => {
      const concerned = statisticsOf(annotation, statistics);
      return COLUMNS.map(([, cell]) => cell(annotation, concerned) ?? '');
    }),
  ];
  return rows.map((row) => `${row.map(safeCell).join(',')}\r\n`).join('');
}

/** With the byte order mark without which Excel reads curly quotes wrongly. */
export function writeCsvWithMark(annotations: readonly Annotation[], statistics: readonly Statistic[]): string {
  return `\ufeff${writeCsv(annotations, statistics)}`;
}

/**
 * A quoted cell. One that a spreadsheet would run as a formula gets an apostrophe in front, which it hides.
 * https://owasp.org/www-community/attacks/CSV_Injection; the full-width signs count as well.
 */
function safeCell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
