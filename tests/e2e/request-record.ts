/** Who asked for what: every request that reaches the tests' network, judged by what the browser itself says of it. */
import { appendFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * `page`: a page that a test opened, or what its markup names. `feed`: a server of a test's own, as the feed's host is.
 * `browser`: the browser on its own account, with any extension and none. `stray`: anything else.
 */
export type Asker = 'page' | 'feed' | 'browser' | 'stray';

/** Whom the browsers ask on their own account: their makers, and the search that Debian's Chromium is set to. */
const BROWSERS_OWN = [
  'google.com',
  'googleapis.com',
  'gvt1.com',
  'mozilla.com',
  'mozilla.net',
  'mozilla.org',
  'duckduckgo.com',
];

/** What pages load by their markup (https://fetch.spec.whatwg.org/#concept-request-destination): never by a script's fetch or beacon. */
const LOADED_BY_MARKUP = ['document', 'image', 'script', 'style', 'iframe', 'frame'];

/** Who asked for an address that belongs to no fixture. */
export function judgeUnknown(address: string): Asker {
  const [host = ''] = address.replace(/^https?:\/\//, '').split(/[/:]/);
  return BROWSERS_OWN.some((own) => host === own || host.endsWith(`.${own}`)) ? 'browser' : 'stray';
}

/** Who asked a fixture's site for something: an extension names itself as the origin, or asks without a page that loads it. */
export function judgeFixture(address: string, headers: IncomingHttpHeaders): Asker {
  const { protocol, search } = new URL(address);
  if (/^(?:chrome|moz)-extension:/.test(headers.origin ?? '')) return 'stray';
  const destination = headers['sec-fetch-dest'];
  // Browsers say nothing of it to a site without https.
  if (destination === undefined) return protocol === 'http:' ? 'page' : 'stray';
  if (!LOADED_BY_MARKUP.includes(String(destination))) return 'stray';
  // No fixture's markup names a part with a query, which could carry something away.
  return destination === 'document' || search === '' ? 'page' : 'stray';
}

/** Writes a request to the file that NETWORK_RECORD names, which the whole run is judged by at its end. */
export function record(address: string, asker: Asker): void {
  const { NETWORK_RECORD } = process.env;
  if (NETWORK_RECORD) appendFileSync(NETWORK_RECORD, `${JSON.stringify({ asker, address })}\n`);
}
