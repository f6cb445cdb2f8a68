/** Sources as RIS, one of the formats that every reference manager reads. */
import type { Annotation } from './annotation';
import { listSources, type Name } from './quote-source';

/** A record for each article, its lines ended by CRLF, with a note for each quote. */
export function writeRis(annotations: readonly Annotation[]): string {
  return listSources(annotations)
    .map(({ outlet, title, authors, published, accessed, url, language, notes }) => {
      const fields: [tag: string, value: string | null][] = [
        ['TY', outlet ? 'NEWS' : 'ELEC'],
        ['TI', title],
        ...authors.map((name): [string, string] => ['AU', writeName(name)]),
        ['T2', outlet],
        ['PY', writeDate(published.slice(0, 1))],
        ['DA', writeDate(published)],
        ['Y2', writeDate(accessed)],
        ['UR', url],
        ['LA', language],
        ...notes.map((note): [string, string] => ['N1', note]),
      ];
      // A value is one line: what a line starts with would be read as a field.
      const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []));
      return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
    })
    .join('\r\n');
}

function writeName(name: Name): string {
  return 'family' in name ? `${name.family}, ${name.given}` : name.literal;
}

/** YYYY/MM/DD, as far as it is known. */
function writeDate(parts: readonly number[]): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('/');
}
