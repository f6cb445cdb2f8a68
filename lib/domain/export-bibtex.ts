/** Sources as BibTeX. */
import type { Annotation } from './annotation';
import { listSources, type Name } from './quote-source';

/** An entry for each article, with its quotes as its note. */
export function writeBibtex(annotations: readonly Annotation[]): string {
  return listSources(annotations)
    .map(({ key, title, authors, outlet, published, accessed, url, language, notes }) => {
      const fields: [name: string, value: string | null][] = [
        // Braces inside keep the capitals that a style would take away.
        ['title', `{${bibtexText(title)}}`],
        ['author', authors.map(writeName).join(' and ') || null],
        ['journal', outlet && bibtexText(outlet)],
        ['year', published[0] ? String(published[0]) : null],
        ['date', published.length > 0 ? writeDate(published) : null],
        ['url', bibtexAddress(url)],
        ['urldate', writeDate(accessed)],
        ['language', language && bibtexText(language)],
        ['note', bibtexText(notes.join(' '))],
      ];
      const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`);
      return `@${outlet ? 'article' : 'misc'}{${key},\n${lines.join('')}}\n`;
    })
    .join('\n');
}

function writeName(name: Name): string {
  return 'family' in name ? `${bibtexText(name.family)}, ${bibtexText(name.given)}` : `{${bibtexText(name.literal)}}`;
}

function writeDate(parts: readonly number[]): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Braces are counted even where they are escaped: one without its other half would end the field, or never end it. */
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text in which nothing is a command. */
function bibtexText(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
}

/** Addresses are read as they are, so that what would end the field is percent-encoded. */
function bibtexAddress(url: string): string {
  return url.replace(/[{}\\\s]/g, encodeURIComponent);
}
