/** Text from outside as Markdown that shows as it is. */

/**
 * One line of text. Every mark with a meaning is escaped, wherever it stands, and so is what only has one at the start
 * of a line. https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|$#]|&(?=[#\w])/g, '\\$&')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A text of any number of lines as a block quotation. */
export function markdownQuotation(text: string): string {
  return splitLines(text)
    .map((line) => `> ${markdownText(line)}`.trimEnd())
    .join('\n');
}

/** A link; its address stands between angle brackets, which only the characters encoded here could end or change. */
export function markdownLink(text: string, url: string): string {
  return `[${markdownText(text)}](<${url.replace(/[\s<>\\]/g, encodeURIComponent).replace(/&(?=[#\w]+;)/g, '&amp;')}>)`;
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}
