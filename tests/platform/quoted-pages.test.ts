/** The browser is told the addresses that quotes were saved from, and only when they changed. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteAnnotations, restoreAnnotations } from '../../lib/platform/annotation-store';
import { createConnection } from '../../lib/platform/database';
import { followQuotedPages } from '../../lib/platform/quoted-pages';
import { makeQuote } from '../make-quote';

const connect = createConnection(Date.now);
let registered: { id: string; matches: string[] }[];
let writes: number;

beforeEach(() => {
  registered = [];
  writes = 0;
  const write = vi.fn(async (scripts: typeof registered) => {
    writes++;
    registered = scripts;
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: vi.fn(async () => registered),
    registerContentScripts: write,
    updateContentScripts: write,
    unregisterContentScripts: vi.fn(async () => {
      writes++;
      registered = [];
    }),
  });
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function keep(urls: string[]): Promise<void> {
  await restoreAnnotations(
    await connect(),
    urls.map((url, n) => makeQuote({ id: id(n), source: { url } })),
  );
}

it('names each page once, follows its quotes, and goes with the last', async () => {
  await keep(['https://news.example/a', 'https://www.news.example/a?utm_source=mail', 'https://news.example/b']);
  await followQuotedPages(connect);
  expect(registered).toEqual([
    {
      id: 'quoted',
      js: ['quoted.js'],
      matches: ['*://*.news.example/a*', '*://*.news.example/b*'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
  await followQuotedPages(connect);
  expect(writes).toBe(1);
  await deleteAnnotations(await connect(), [id(0), id(1)]);
  await followQuotedPages(connect);
  expect(registered[0]?.matches).toEqual(['*://*.news.example/b*']);
  await deleteAnnotations(await connect(), [id(2)]);
  await followQuotedPages(connect);
  expect(registered).toEqual([]);
});

it('names the hosts where there are more pages than a browser should compare, and no host twice', async () => {
  const pages = Array.from({ length: 501 }, (_, n) => `https://news.example/story-${n}`);
  await keep([...pages, 'https://news.example.org/', 'https://news-two.example/7']);
  await followQuotedPages(connect);
  expect(registered[0]?.matches).toEqual([
    '*://*.news-two.example/*',
    '*://*.news.example.org/*',
    '*://*.news.example/*',
  ]);
});
