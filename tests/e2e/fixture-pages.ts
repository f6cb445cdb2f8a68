/** The articles that tests read: invented text in realistic markup, served under the names of real news sites. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerEvening, EVENING_ARTICLES } from './evening-articles';
import { answerLive, LIVE_HOST } from './live-pages';

const FOLDER = join(import.meta.dirname, '../fixtures/pages');

export interface FixturePage {
  slug: string;
  address: string;
  headers: Record<string, string>;
  body: string;
  /** Sentences that must be marked, in the page's order, and the statistic whose card they open. */
  marked: { statistic: string; sentence: string }[];
  /** Passages that look like claims and aren't, or aren't the article's. */
  unmarked: string[];
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const fixturePages = readdirSync(FOLDER).map(readFixturePage);

export function fixturePage(slug: string): FixturePage {
  const page = fixturePages.find((candidate) => candidate.slug === slug);
  if (!page) throw new Error(`There is no fixture page ${slug}`);
  return page;
}

function readFixturePage(slug: string): FixturePage {
  const folder = join(FOLDER, slug);
  const source = ['source.html', 'source.svg', 'source.txt'].map((name) => join(folder, name)).find(existsSync);
  if (!source) throw new Error(`The fixture page ${slug} has no source`);
  const { address, contentType, headers, marked, unmarked } = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  ) as Omit<FixturePage, 'slug' | 'body'> & { contentType?: string };
  return {
    slug,
    address,
    headers: { 'content-type': contentType ?? 'text/html; charset=utf-8', ...headers },
    body: readFileSync(source, 'utf8'),
    marked,
    unmarked,
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const picture = { 'content-type': 'image/svg+xml' };

/** A server that a test names as the person's own. */
export const MASTODON_SERVER = 'mastodon.example';

const origins = new Set([
  ...[...fixturePages, ...EVENING_ARTICLES].map(({ address }) => new URL(address).origin),
  ...[MASTODON_SERVER, LIVE_HOST].map((host) => `https://${host}`),
]);

/** The names under which the fixtures' sites answer. */
export const fixtureHosts: ReadonlySet<string> = new Set([...origins].map((origin) => new URL(origin).hostname));

/** What the network answers, or null for an address that belongs to no fixture's site. */
export function answer(url: string): Answer | null {
  const { origin, pathname } = new URL(url);
  const evening = answerEvening(url);
  if (evening) return evening;
  const page = fixturePages.find(({ address }) => address === origin + pathname);
  if (page) return { status: 200, headers: page.headers, body: page.body };
  const live = answerLive(url);
  if (live) return live;
  if (!origins.has(origin)) return null;
  if (pathname === '/favicon.ico') return { status: 204, headers: picture, body: '' };
  if (pathname.startsWith('/media/')) {
    const body =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 3"><path fill="#b8c4cf" d="M0 0h8v3H0z"/></svg>';
    return { status: 200, headers: picture, body };
  }
  return {
    status: 200,
    headers: html,
    body: '<!doctype html><title>Another page</title><p>Another page of the site.</p>',
  };
}
