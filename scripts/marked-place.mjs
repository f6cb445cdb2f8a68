/** Parts of documents that are written by scripts, between two marks that a reader doesn't see. */

/**
 * The text with what stands between the marks `begin` and `end` replaced, and a line break on either side of it. Throws
 * Error that names the document where it has no such place.
 */
export function fillPlace(text, { begin, end, document }, content) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${document} has no place between ${begin} and ${end}.`);
  return `${text.slice(0, from)}${begin}\n${content}\n${text.slice(to)}`;
}
