/** Quotes as files: each format names every source and never gives a figure without its disclosure. */
import type { Annotation } from './annotation';
import { writeBibtex } from './export-bibtex';
import { writeCsl } from './export-csl';
import { writeCsv, writeCsvWithMark } from './export-csv';
import { writeHtml } from './export-html';
import { writeJsonLd } from './export-json-ld';
import { writeMarkdown } from './export-markdown';
import { writeRis } from './export-ris';
import type { Statistic } from './statistic';

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
  write(annotations: readonly Annotation[], statistics: readonly Statistic[], exportedAt: string): string;
}

/** The formats on offer; a further one is a further entry. JSON-LD is the one that an import restores whole. */
export const EXPORTS = {
  markdown: { label: 'Markdown', extension: 'md', type: 'text/markdown;charset=utf-8', write: writeMarkdown },
  csv: { label: 'CSV', extension: 'csv', type: 'text/csv;charset=utf-8', write: writeCsv },
  excel: { label: 'CSV for Excel', extension: 'csv', type: 'text/csv;charset=utf-8', write: writeCsvWithMark },
  html: { label: 'Web page', extension: 'html', type: 'text/html;charset=utf-8', write: writeHtml },
  jsonld: { label: 'JSON-LD', extension: 'jsonld', type: 'application/ld+json', write: writeJsonLd },
  ris: { label: 'RIS', extension: 'ris', type: 'application/x-research-info-systems', write: writeRis },
  bibtex: { label: 'BibTeX', extension: 'bib', type: 'application/x-bibtex', write: writeBibtex },
  csl: { label: 'CSL-JSON', extension: 'json', type: 'application/vnd.citationstyles.csl+json', write: writeCsl },
} satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORTS;

/** Writes quotes in the order given. `exportedAt` is an ISO instant; its day stands in the file's name. */
export function exportAnnotations(
  annotations: readonly Annotation[],
  statistics: readonly Statistic[],
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
