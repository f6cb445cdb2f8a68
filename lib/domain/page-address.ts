/** Which addresses are one page: what only tells where a reader came from is left out. */

/** Names of parameters that campaigns, feeds and networks add to an article's address. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|ns_\w+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|yclid|cmp|cmpid|ito|ref_src|ref_url|smid|ocid)$/i;

/** Scheme, host, path, query and fragment. */
const ADDRESS = /^https?:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

/**
 * A key that is the same for every address of one page: without scheme, `www.`, tracking parameters and fragment. A
 * fragment that is a route (`#/`, `#!`) stays. What is not a web address is its own key.
 */
export function pageKey(url: string): string {
  const [, host, path = '', query = '', fragment = ''] = ADDRESS.exec(url) ?? [];
  if (host === undefined) return url.replace(/#.*$/s, '');
  const kept = query.split('&').filter((part) => part && !TRACKING.test(part.split('=')[0] ?? ''));
  const route = /^[/!]/.test(fragment) ? `#${fragment.split(':~:')[0]}` : '';
  return `${host.toLowerCase().replace(/^www\./, '')}${path.replace(/\/$/, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}${route}`;
}

/** Whether two hosts serve one site, `www.`, `amp.` and `m.` apart: another host's page is somebody else's. */
export function areOneSite(a: string, b: string): boolean {
  const bare = (host: string) => host.replace(/^(?:www|amp|m)\./, '');
  return bare(a) === bare(b);
}
