/** A note of the Obsidian Web Clipper: properties between two lines of dashes, then Markdown with `==highlights==`. */
import { type ImportContext, type ImportedEntry, toInstant } from './imported-entry';
import { describeQuote } from './selector';

const MARK = '==';

/** The highlights of a note as quotes, or null where it is no note with a source. A note without any gives none. */
export function readClipper(text: string, { importedAt, newId }: ImportContext): ImportedEntry[] | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return null;
  const properties = readProperties(lines.slice(1, end));
  const [url] = properties.get('source') ?? properties.get('url') ?? [];
  if (!url) return null;
  const [created] = properties.get('created') ?? [];
  const savedAt = toInstant(created) ?? importedAt;
  const marked = plainText(lines.slice(end + 1).join('\n'));
  const source = {
    url,
    canonicalUrl: null,
    title: properties.get('title')?.[0] ?? '',
    outlet: properties.get('site')?.[0] ?? null,
    authors: (properties.get('author') ?? []).map((name) => name.replace(/^\[\[|\]\]$/g, '')).filter(Boolean),
    published: properties.get('published')?.[0] || null,
    modified: null,
    language: null,
    seenAt: savedAt,
  };
  // Between two marks, every second part is a highlight; an odd mark at the end opens none.
  const parts = marked.split(MARK);
  const highlights = parts.map((_, index) => index).filter((index) => index % 2 === 1 && index < parts.length - 1);
  return highlights.map((index) => {
    const words = parts[index] ?? '';
    // What stands around it is context too, without its own marks.
    const before = parts.slice(0, index).join('');
    const context = before + parts.slice(index).join('');
    const [quote] = words.trim()
      ? describeQuote(context, { start: before.length, end: before.length + words.length })
      : [undefined];
    return {
      label: words.trim().slice(0, 80) || `Highlight ${(index + 1) / 2}`,
      quote: {
        id: newId(),
        created: savedAt,
        modified: savedAt,
        quote,
        // Characters of the note are not those of the page.
        position: null,
        source,
        statistics: [],
        speaker: null,
        speakerRole: null,
        note: '',
        tags: (properties.get('tags') ?? []).filter((tag) => tag !== 'clippings'),
        stance: null,
        followUp: [],
        anchors: [],
      },
    };
  });
}

/** The kinds of YAML that the clipper writes: `name: value`, `name: "value"`, and lists with a dash before each entry. */
function readProperties(lines: readonly string[]): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of lines) {
    const [, entry] = line.match(/^\s+-\s(.*)$/) ?? [];
    if (entry !== undefined) {
      list.push(unquote(entry));
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const value = unquote(line.slice(colon + 1));
    list = value ? [value] : [];
    properties.set(line.slice(0, colon).trim(), list);
  }
  return properties;
}

function unquote(value: string): string {
  const bare = value.trim();
  return /^".*"$/.test(bare) ? bare.slice(1, -1).replace(/\\(["\\])/g, '$1') : bare;
}

/** The words of a note's Markdown as the page had them: links by their text, no pictures, no marks but the highlights'. */
function plainText(markdown: string): string {
  return withoutLinks(markdown)
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}\.)[ \t]/gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}

/** Links as their text, and pictures as nothing. */
function withoutLinks(markdown: string): string {
  let [text = '', ...rest] = markdown.split('](');
  for (const piece of rest) {
    const [opens, closes] = [text.lastIndexOf('['), piece.indexOf(')')];
    if (opens < 0 || closes < 0) text += `](${piece}`;
    else {
      const isPicture = text[opens - 1] === '!';
      text =
        (isPicture ? text.slice(0, opens - 1) : text.slice(0, opens) + text.slice(opens + 1)) + piece.slice(closes + 1);
    }
  }
  return text;
}
