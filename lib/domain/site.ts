/** Sites: the unit in which access is asked for, granted and named, and the match patterns that stand for it. */
import newsHosts from './news-hosts.json';
import { Refusal } from './refusal';

/** A domain with its subdomains, for example `theguardian.com`, or one machine: `localhost`, an IPv4 address. */
export type Site = string;

export interface NewsSite {
  site: Site;
  name: string;
}

/** What kind of site a group holds: the surface has a name for each. */
export type NewsGroupId =
  | 'nationalNews'
  | 'regionalNews'
  | 'tradePress'
  | 'professionalBodies'
  | 'charities'
  | 'official'
  | 'campaigns';

export interface NewsGroup {
  id: NewsGroupId;
  /** Whether these are news sites in the common sense of the word. */
  isNews: boolean;
  sites: NewsSite[];
}

export type SiteRefusal = 'empty' | 'not-web' | 'not-a-site' | 'shared-ending';

/** What a person granted: a site, or null for every site, and the match patterns that were granted for it. */
export interface Grant {
  site: Site | null;
  name: string;
  origins: string[];
}

const KINDS: [id: NewsGroupId, isNews: boolean, ...kinds: string[]][] = [
  ['nationalNews', true, 'national-news'],
  ['regionalNews', true, 'regional-news'],
  ['tradePress', true, 'trade-press'],
  ['professionalBodies', false, 'professional-body'],
  ['charities', false, 'think-tank-or-charity'],
  ['official', false, 'official'],
  ['campaigns', false, 'campaign', 'blog', 'forum-or-library'],
];

/** The UK sites that write about IAPT, by kind. */
export const NEWS_GROUPS: NewsGroup[] = KINDS.map(([id, isNews, ...kinds]) => ({
  id,
  isNews,
  sites: newsHosts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ domain, name }) => ({ site: domain, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
}));

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** Endings such as `co.uk`, under which unrelated sites live: granting one would grant them all. */
const SHARED_ENDING = /^(?:ac|co|com|edu|gov|ltd|me|mod|net|nhs|org|parliament|plc|police|sch)\.[a-z]{2}$/;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//;

/** https://url.spec.whatwg.org/: every browser and Node have it, though the language itself does not. */
declare const URL: {
  canParse(address: string): boolean;
  new (address: string): { username: string; password: string; hostname: string };
};

/**
 * Parses what a person typed, or a page's host, as a site: the path, the port and `www.` are left out, and a name in
 * other letters than ASCII becomes the one that browsers ask for, `xn--…`. Throws a Refusal: `empty`, `not-web`, or
 * `not-a-site` and `shared-ending` of what was given.
 */
export function parseSite(input: string): Site {
  const typed = input.trim().toLowerCase();
  if (typed === '') throw new Refusal<SiteRefusal>('empty');
  const [, scheme] = SCHEME.exec(typed) ?? [];
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    throw new Refusal<SiteRefusal>('not-web');
  }
  const host = hostOf(scheme ? typed.slice(scheme.length + '://'.length) : typed);
  if (host === null) {
    throw new Refusal<SiteRefusal>('not-a-site', shorten(input.trim()));
  }
  const bare = host.replace(/^www\./, '');
  if (SHARED_ENDING.test(host)) throw new Refusal<SiteRefusal>('shared-ending', host);
  return isHost(bare) && !SHARED_ENDING.test(bare) ? bare : host;
}

/** The host of an address without its scheme, or null where it has a name and password or is no host of the web. */
function hostOf(address: string): string | null {
  const whole = `https://${address}`;
  if (/\s/.test(address) || !URL.canParse(whole)) return null;
  const { username, password, hostname } = new URL(whole);
  const host = hostname.replace(/\.$/, '');
  if (username || password || !isHost(host)) return null;
  // An IPv4 address is taken only as it is commonly written: URLs know more ways, such as one number.
  return IPV4.test(host) && !address.startsWith(host) ? null : host;
}

function isHost(host: string): boolean {
  if (host === 'localhost') return true;
  if (IPV4.test(host)) return host.split('.').every((part) => Number(part) <= 255);
  const labels = host.split('.');
  return host.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/\d$/.test(host);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The match patterns to ask for: the site and, where it is a domain, its subdomains. */
export function originsOf(site: Site): string[] {
  const host = site === 'localhost' || IPV4.test(site) ? site : `*.${site}`;
  return [`https://${host}/*`, `http://${host}/*`];
}

/** The name of a site as readers know it, or the site itself. */
export function nameOf(site: Site): string {
  return newsHosts.find(({ domain }) => domain === site)?.name ?? site;
}

/** Granted match patterns by site, every site first, then by name. What is no pattern for web pages is left out. */
export function groupOrigins(origins: string[]): Grant[] {
  const grants = new Map<Site | null, Grant>();
  for (const origin of origins) {
    const host = origin === '<all_urls>' ? '*' : /^(?:https?|\*):\/\/([^/]+)\/\*$/.exec(origin)?.[1];
    if (host === undefined) continue;
    const site = host === '*' ? null : host.replace(/^\*\./, '');
    const grant = grants.get(site) ?? { site, name: site === null ? 'Every site' : nameOf(site), origins: [] };
    grant.origins.push(origin);
    grants.set(site, grant);
  }
  return [...grants.values()].sort(
    (a, b) => Number(b.site === null) - Number(a.site === null) || a.name.localeCompare(b.name, 'en-GB'),
  );
}
