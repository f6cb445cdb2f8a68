/** The articles that quotes come from, as a reference manager wants them: each once, with its quotes. */
import type { Annotation } from './annotation';
import { speakerInWords } from './quote-words';

export interface CitedSource {
  /** Unique in one export, of letters and digits: "writer2026". */
  key: string;
  title: string;
  authors: Name[];
  outlet: string | null;
  /** As much of year, month and day as the page gave. */
  published: number[];
  accessed: number[];
  url: string;
  language: string | null;
  /** Each quote, with its speaker and note, on a line of its own. */
  notes: string[];
}

/** A person's name in two parts, or the name of a body in one. */
export type Name = { family: string; given: string } | { literal: string };

/** Words that no person is called. */
const BODY =
  /\b(?:Association|Agency|Agencies|Board|BBC|Bureau|Correspondents?|Desk|Editors?|Editorial|Foundation|Group|Institute|Journal|Ltd|Media|News|NHS|Office|PA|Press|Reporters?|Reuters|Service|Society|Staff|Team|The|Trust|Union|University|Writers?)\b/;

/** Belongs to the family name that follows it. */
const PARTICLE = /^(?:van|von|der|den|de|di|da|la|le|du|bin|al|ter)$/;

/** Articles in the order of their first quotes; addresses that differ in their fragment are one. */
export function listSources(annotations: readonly Annotation[]): CitedSource[] {
  const byUrl = Map.groupBy(annotations, ({ source }) => source.url.replace(/#.*/s, ''));
  const keys = new Set<string>();
  return [...byUrl].map(([url, [first, ...rest]]) => {
    const annotation = first as Annotation;
    const { source } = annotation;
    const authors = source.authors.map(parseName);
    const published = dateParts(source.published);
    return {
      key: uniqueKey(authors[0], source.outlet, published[0], keys),
      title: oneLine(source.title) || url,
      authors,
      outlet: source.outlet && oneLine(source.outlet),
      published,
      accessed: dateParts(source.seenAt),
      url,
      language: source.language,
      notes: [annotation, ...rest].map(describeQuoted),
    };
  });
}

function describeQuoted(annotation: Annotation): string {
  const speaker = speakerInWords(annotation);
  const note = annotation.note && ` Note: ${oneLine(annotation.note)}`;
  return `“${oneLine(annotation.quote.exact)}”${speaker ? ` (${oneLine(speaker)})` : ''}${note}`;
}

/** "Priya van Lindqvist" in its parts; what may be a body, or is one word, stays whole. */
function parseName(name: string): Name {
  const clean = oneLine(name);
  const words = clean.split(' ');
  if (words.length < 2 || words.length > 5 || BODY.test(clean) || /[\d,;&{}]/.test(clean)) return { literal: clean };
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] ?? '')) first--;
  return { given: words.slice(0, first).join(' '), family: words.slice(first).join(' ') };
}

/** Year, month and day of a date that begins as ISO dates do; nothing of any other. */
function dateParts(date: string | null): number[] {
  const [, year, month, day] = date?.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/) ?? [];
  return [year, month, day].filter((part) => part !== undefined).map(Number);
}

function uniqueKey(
  author: Name | undefined,
  outlet: string | null,
  year: number | undefined,
  taken: Set<string>,
): string {
  const name = author ? ('family' in author ? author.family : author.literal) : (outlet ?? 'page');
  const plain =
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '') || 'page';
  const base = `${plain.slice(0, 20)}${year ?? ''}`;
  let key = base;
  for (let count = 2; taken.has(key); count++) key = `${base}n${count}`;
  taken.add(key);
  return key;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
