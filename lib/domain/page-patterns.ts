/** Match patterns, as browsers know them, that let in the pages with given keys: never fewer addresses, perhaps some more. */

/** A host as addresses write it, without user, port and brackets; and the start of the path that needs no encoding. */
const PAGE = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d+)?(?=$|[/?#])(\/[!->@-~]*)?/;

/**
 * One pattern for each page; `host/*` is all of a host. What is no web address has none. The scheme, subdomains such as
 * `www.` and what follows the path are left open, as the key leaves them out.
 */
export function patternsOf(pageKeys: readonly string[]): string[] {
  const patterns = pageKeys.flatMap((key) => {
    const [, host, path] = PAGE.exec(key) ?? [];
    if (host === undefined) return [];
    if (path === undefined) return [`*://*.${host}/`, `*://*.${host}/?*`];
    return [`*://*.${host}${path}${path.endsWith('*') ? '' : '*'}`];
  });
  return [...new Set(patterns)];
}
