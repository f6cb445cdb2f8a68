/** Reads where a quote comes from: the page's address, title, outlet, authors and dates, as the page itself states them. */
import type { PageSource } from '../domain/annotation';

/** Longest value taken from a page, in characters. */
const MAX_LENGTH = 500;
const MAX_AUTHORS = 20;

/** The schema.org types whose properties describe an article. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

/**
 * Reads the source of a page at `address`: JSON-LD first, then citation, Open Graph and other meta tags. What the page
 * doesn't say is null.
 */
export function readSource(document: Document, address: { href: string; hostname: string }): PageSource {
  const article = readJsonLd(document);
  const meta = (...names: string[]) => readMeta(document, names);
  const authors = names(article?.author);
  const metaAuthors = [meta('citation_author', 'author', 'parsely-author', 'article:author')].filter(isName);
  return {
    url: address.href,
    canonicalUrl: readCanonical(document, address.hostname),
    title: text(article?.headline) ?? meta('citation_title', 'og:title') ?? (text(document.title) || address.hostname),
    outlet: names(article?.publisher)[0] ?? meta('og:site_name', 'citation_journal_title', 'application-name'),
    authors: (authors.length > 0 ? authors : metaAuthors).slice(0, MAX_AUTHORS),
    published:
      text(article?.datePublished) ?? meta('article:published_time', 'citation_publication_date', 'date', 'DC.date'),
    modified: text(article?.dateModified) ?? meta('article:modified_time', 'og:updated_time'),
    language: text(document.documentElement.lang),
  };
}

type Json = Record<string, unknown>;

/** The first article among the page's JSON-LD, in whichever of the usual shapes: one object, a list, or a graph. */
function readJsonLd(document: Document): Json | undefined {
  const queue: unknown[] = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => {
    try {
      return JSON.parse(script.textContent ?? '') as unknown;
    } catch {
      return null; // Broken JSON-LD is common and not ours to mend: the meta tags serve.
    }
  });
  for (const item of queue) {
    if (Array.isArray(item)) queue.push(...item.slice(0, 100));
    else if (isObject(item)) {
      if ([item['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return item;
      if (Array.isArray(item['@graph'])) queue.push(...item['@graph'].slice(0, 100));
    }
  }
  return undefined;
}

/** The names in a schema.org person or organisation, a list of them, or a plain string. */
function names(value: unknown): string[] {
  return [value]
    .flat()
    .map((entry) => text(isObject(entry) ? entry.name : entry))
    .filter(isName);
}

/** Open Graph has authors as links to profiles, which are no names. */
function isName(value: string | null): value is string {
  return value !== null && !/^https?:/i.test(value);
}

function readMeta(document: Document, names: string[]): string | null {
  for (const name of names) {
    const element = document.querySelector(`meta[name="${name}" i],meta[property="${name}" i]`);
    const content = text(element?.getAttribute('content'));
    if (content) return content;
  }
  return null;
}

/** The canonical address, only where it lies on the page's own site: elsewhere it would name somebody else's page. */
function readCanonical(document: Document, hostname: string): string | null {
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  if (!href || !URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  return /^https?:$/.test(url.protocol) && sameSite(url.hostname, hostname) ? url.href : null;
}

/** Whether two hosts are one or the other's subdomain: `www.` and `amp.` in practice. */
function sameSite(a: string, b: string): boolean {
  const bare = (host: string) => host.replace(/^(?:www|amp|m)\./, '');
  return bare(a) === bare(b);
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return value.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH) || null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
