/** Reads where a quote comes from: the page's address, title, outlet, authors and dates, as the page itself states them. */
import type { PageSource } from '../domain/annotation';
import { areOneSite } from '../domain/page-address';
import { isObject, readArticle } from './json-ld';
import { readMicrodata } from './microdata';

/** Longest value taken from a page, in characters. */
const MAX_LENGTH = 500;
const MAX_AUTHORS = 20;

/** Names of meta tags, the surest first: those of scholarly pages, Open Graph, Dublin Core, and what large sites use. */
const TITLE = ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title'];
const OUTLET = ['citation_journal_title', 'og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name'];
const AUTHOR = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'byl',
];
const PUBLISHED = [
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'article:published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'pubdate',
  'date',
];
const MODIFIED = ['article:modified_time', 'og:updated_time', 'dcterms.modified', 'dc.date.modified', 'last-modified'];
const LANGUAGE = ['citation_language', 'dc.language', 'dcterms.language', 'og:locale'];

/**
 * Reads the source of a page at `address`: JSON-LD first, then microdata, then citation, Open Graph and other meta tags.
 * What the page doesn't say is null.
 */
export function readSource(document: Document, address: { href: string; hostname: string }): PageSource {
  const canonicalUrl = readCanonical(document, address.hostname);
  const bare = address.href.split(/[?#]/)[0] ?? '';
  const article = readArticle(document, [address.href, bare, ...(canonicalUrl ? [canonicalUrl] : [])]);
  const micro = readMicrodata(document);
  const meta = (names: string[]) => readMeta(document, names)[0] ?? null;
  const authors = [
    names(article?.author),
    names(article?.creator),
    names(micro.author),
    names(readMeta(document, AUTHOR)),
  ];
  return {
    url: address.href,
    canonicalUrl,
    title:
      text(article?.headline) ??
      text(article?.name) ??
      text(micro.headline) ??
      meta(TITLE) ??
      (text(document.title) || address.hostname),
    outlet: names(article?.publisher)[0] ?? names(article?.isPartOf)[0] ?? names(micro.publisher)[0] ?? meta(OUTLET),
    authors: (authors.find((list) => list.length > 0) ?? []).slice(0, MAX_AUTHORS),
    published: date(text(article?.datePublished) ?? text(micro.datePublished) ?? meta(PUBLISHED)),
    modified: date(text(article?.dateModified) ?? text(micro.dateModified) ?? meta(MODIFIED)),
    language:
      text(document.documentElement.lang) ?? text(article?.inLanguage) ?? meta(LANGUAGE)?.replaceAll('_', '-') ?? null,
  };
}

/** The names in a schema.org person or organisation, a list of them, or plain strings; each once. */
function names(value: unknown): string[] {
  const found = [value]
    .flat()
    .map((entry) => text(isObject(entry) ? entry.name : entry)?.replace(/^by\s+/i, '') ?? null)
    .filter(isName);
  return [...new Set(found)];
}

/** Open Graph has authors as links to profiles, and some sites as handles: these are no names. */
function isName(value: string | null): value is string {
  return value !== null && !/^(?:https?:|www\.|@)/i.test(value);
}

/** The contents of the first of these tags that the page has: of several authors there are several. */
function readMeta(document: Document, wanted: string[]): string[] {
  for (const name of wanted) {
    const contents = [...document.querySelectorAll(`meta[name="${name}" i],meta[property="${name}" i]`)]
      .map((element) => text(element.getAttribute('content')))
      .filter((content) => content !== null);
    if (contents.length > 0) return contents;
  }
  return [];
}

/** Dates as scholarly pages and compact formats have them, as ISO days; all others as the page gives them. */
function date(value: string | null): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[/.-]?(\d{2})[/.-]?(\d{2})$/.exec(value ?? '') ?? [];
  return year ? `${year}-${month}-${day}` : value;
}

/** The canonical address, only where it lies on the page's own site: elsewhere it would name somebody else's page. */
function readCanonical(document: Document, hostname: string): string | null {
  const href =
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? readMeta(document, ['og:url'])[0];
  if (!href || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  return /^https?:$/.test(url.protocol) && areOneSite(url.hostname, hostname) ? url.href : null;
}

/** The entities that sites leave in JSON-LD and in meta tags, where they were encoded twice. */
const ENTITIES: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = value.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,4}));/gi, (entity, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return ENTITIES[String(name).toLowerCase()] ?? (code > 31 && code < 0x110000 ? String.fromCodePoint(code) : entity);
  });
  return plain.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH) || null;
}
