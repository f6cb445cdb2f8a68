/** Quotes read from a file: our own JSON-LD, an export of Hypothesis, or a note of the Obsidian clipper. */
import { type Annotation, parseAnnotation } from './annotation';
import { reasonOf } from './error-reason';
import { readClipper } from './import-clipper';
import { isHypothesis, readHypothesis } from './import-hypothesis';
import { isJsonLd, readJsonLd } from './import-json-ld';
import type { ImportContext, ImportedEntry } from './imported-entry';

export interface ImportReport {
  /** What the file was taken for. */
  format: string;
  added: Annotation[];
  /** Those that the library has already, or that stand twice in the file. */
  skipped: { label: string; reason: string }[];
  refused: { label: string; reason: string }[];
}

/** The most that is read, in characters: far over any library, and under what would stop the page. */
const LONGEST_FILE = 100_000_000;
const MOST_ENTRIES = 100_000;

/**
 * Reads a file's text and sorts its quotes into those to add and those that `kept` holds already. Nothing is added by
 * this itself. Throws Error with the reason where the file is none of the formats.
 */
export function readImport(text: string, kept: readonly Annotation[], context: ImportContext): ImportReport {
  if (text.length > LONGEST_FILE)
    throw new Error('The file is larger than any library of quotes. Nothing was imported.');
  const { format, entries } = readEntries(text, context);
  if (entries.length > MOST_ENTRIES) throw new Error('The file has too many entries. Nothing was imported.');
  const report: ImportReport = { format, added: [], skipped: [], refused: [] };
  const ids = new Set(kept.map(({ id }) => id));
  const passages = new Map(kept.map((annotation) => [passageOf(annotation), annotation.id]));
  for (const { label, quote } of entries) {
    try {
      const annotation = parseAnnotation(quote);
      if (ids.has(annotation.id)) report.skipped.push({ label, reason: 'It is among your quotes.' });
      else if (passages.has(passageOf(annotation))) {
        report.skipped.push({ label, reason: 'The same passage of the same page is among your quotes.' });
      } else {
        ids.add(annotation.id);
        passages.set(passageOf(annotation), annotation.id);
        report.added.push(annotation);
      }
    } catch (error) {
      report.refused.push({ label, reason: reasonOf(error) });
    }
  }
  return report;
}

function readEntries(text: string, context: ImportContext): { format: string; entries: ImportedEntry[] } {
  const json = parseJson(text);
  if (isJsonLd(json)) return { format: 'JSON-LD', entries: readJsonLd(json, context) };
  if (isHypothesis(json)) return { format: 'Hypothesis', entries: readHypothesis(json, context) };
  const entries = json === undefined ? readClipper(text, context) : null;
  if (entries) return { format: 'Obsidian Web Clipper', entries };
  throw new Error(
    'The file is neither a JSON-LD export of this extension, nor an export of Hypothesis (JSON), nor a note of the Obsidian Web Clipper (Markdown). Nothing was imported.',
  );
}

/** The parsed text, or undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // Markdown is not JSON either: the other readers say what they think of it.
  }
}

/** Two quotes with the same are one. */
function passageOf({ source, quote }: Annotation): string {
  return JSON.stringify([source.url, quote.exact, quote.prefix, quote.suffix]);
}
