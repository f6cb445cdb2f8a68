/** Quotes as files: each format names every source and never gives a figure without its disclosure. */
import type { Annotation } from './annotation';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

/** A file's name, media type and whole content. */
export interface ExportFile {
  name: string;
  type: string;
  text: string;
}

interface ExportFormat {
  label: string;
  extension: string;
  type: string;
  write(annotations: Annotation[], statistics: Statistic[], exportedAt: string): string;
}

/** The formats on offer; a further one is a further entry. */
export const EXPORTS = {
  markdown: { label: 'Markdown', extension: 'md', type: 'text/markdown;charset=utf-8', write: writeMarkdown },
  csv: { label: 'CSV', extension: 'csv', type: 'text/csv;charset=utf-8', write: writeCsv },
} satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORTS;

/** Writes quotes in the order given. `exportedAt` is an ISO instant; its day stands in the file's name. */
export function exportAnnotations(
  annotations: Annotation[],
  statistics: Statistic[],
  format: ExportFormatId,
  { exportedAt }: { exportedAt: string },
): ExportFile {
  const { extension, type, write } = EXPORTS[format];
  return {
    name: `iapt-quotes-${exportedAt.slice(0, 10)}.${extension}`,
    type,
    text: write(annotations, statistics, exportedAt),
  };
}

/** The statistics that a quote bears on, in the survey's order; one that is no longer published is left out. */
function statisticsOf({ statistics: ids }: Annotation, statistics: Statistic[]): Statistic[] {
  return statistics.filter(({ id }) => ids.includes(id));
}

function writeMarkdown(annotations: Annotation[], statistics: Statistic[], exportedAt: string): string {
  const concerned = statistics.filter(({ id }) => annotations.some((annotation) => annotation.statistics.includes(id)));
  const counted = annotations.length === 1 ? '1 quote' : `${annotations.length} quotes`;
  const sections = [
    `# Quotes about IAPT\n\n${counted}, exported ${exportedAt}.`,
    ...annotations.map((annotation) => markdownQuote(annotation, statisticsOf(annotation, statistics))),
    ...(concerned.length > 0 ? ['## What the survey found'] : []),
    ...concerned.map(
      (statistic) =>
        `### ${markdownText(statistic.question)}\n\n` +
        `${markdownText(describeFigure(statistic))}\n\n${markdownText(disclose(statistic))}`,
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function markdownQuote({ quote, source, created }: Annotation, statistics: Statistic[]): string {
  const facts: [name: string, value: string | null][] = [
    ['Outlet', source.outlet],
    ['By', source.authors.join(', ')],
    ['Published', source.published],
    ['Saved', created],
    ['Bears on', statistics.map(({ question }) => `“${question}”`).join(', ')],
  ];
  return [
    `## ${markdownText(source.title || source.url)}`,
    splitLines(quote.exact)
      .map((line) => `> ${markdownText(line)}`.trimEnd())
      .join('\n'),
    [
      ...facts.filter(([, value]) => value).map(([name, value]) => `- ${name}: ${markdownText(value ?? '')}`),
      `- [Open the article at the quote](<${markdownAddress(linkToQuote(source.url, quote))}>)`,
    ].join('\n'),
  ].join('\n\n');
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

/**
 * Text from outside as one line of Markdown that shows as it is. Every mark with a meaning is escaped, wherever it
 * stands, and so is what only has one at the start of a line. https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|$#]|&(?=[#\w])/g, '\\$&')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** An address between angle brackets, which only these characters could end or change. */
function markdownAddress(url: string): string {
  return url.replace(/[\s<>\\]/g, encodeURIComponent).replace(/&(?=[#\w]+;)/g, '&amp;');
}

const CSV_COLUMNS: [heading: string, cell: (annotation: Annotation, statistics: Statistic[]) => string | null][] = [
  ['Quote', ({ quote }) => quote.exact],
  ['Text before', ({ quote }) => quote.prefix],
  ['Text after', ({ quote }) => quote.suffix],
  ['Title', ({ source }) => source.title],
  ['Outlet', ({ source }) => source.outlet],
  ['Authors', ({ source }) => source.authors.join('; ')],
  ['Published', ({ source }) => source.published],
  ['Address', ({ source }) => source.url],
  ['Canonical address', ({ source }) => source.canonicalUrl],
  ['Link to quote', ({ source, quote }) => linkToQuote(source.url, quote)],
  ['Saved', ({ created }) => created],
  ['Survey questions', (_, statistics) => statistics.map(({ question }) => question).join('\n')],
  [
    'Survey figures',
    (_, statistics) => statistics.map((statistic) => `${describeFigure(statistic)} ${disclose(statistic)}`).join('\n'),
  ],
];

/** RFC 4180, with the byte order mark without which Excel reads curly quotes wrongly. */
function writeCsv(annotations: Annotation[], statistics: Statistic[]): string {
  const rows = [
    CSV_COLUMNS.map(([heading]) => heading),
    ...annotations.map((annotation) => {
      const concerned = statisticsOf(annotation, statistics);
      return CSV_COLUMNS.map(([, cell]) => cell(annotation, concerned) ?? '');
    }),
  ];
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/**
 * A quoted cell. One that a spreadsheet would run as a formula gets an apostrophe in front, which it hides.
 * https://owasp.org/www-community/attacks/CSV_Injection; the full-width signs count as well.
 */
function csvCell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
