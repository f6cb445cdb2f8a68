/**
 * Lets pages that quotes were saved from know it, so that they are sought there on a visit. The browser itself tells such
 * pages apart, by a script registered for their addresses: other pages run nothing for it and ask nothing.
 */
import { patternsOf } from '../domain/page-patterns';
import { browser } from './browser';
import type { Database } from './database';
import { createSerialQueue } from './serial-queue';

const ID = 'quoted';
/** Addresses that are named one by one; beyond them their hosts are, which are far fewer. */
const MOST_PAGES = 500;
/** With more patterns than this, a browser's look at each of them would no longer cost nothing. */
const MOST_PATTERNS = 1_000;

const inTurn = createSerialQueue();
/** What waits to be done sees all that has changed until it is: one of it is enough. */
let waiting: Promise<void> | undefined;

/** Brings the registered script in step with the quotes that are kept. Rejects with the browser's or database's reason. */
export function followQuotedPages(connect: () => Promise<Database>): Promise<void> {
  waiting ??= inTurn(async () => {
    waiting = undefined;
    await register(patternsOf(await listPages(await connect())).slice(0, MOST_PATTERNS));
  });
  return waiting;
}

/** The keys of the pages that have quotes; of many pages, their hosts. */
async function listPages(db: Database): Promise<string[]> {
  const keys: string[] = [];
  let cursor = await db.transaction('annotations').store.index('pages').openKeyCursor(null, 'nextunique');
  while (cursor && keys.length <= MOST_PAGES) {
    keys.push(cursor.key);
    cursor = await cursor.continue();
  }
  if (keys.length <= MOST_PAGES) return keys;
  const hosts: string[] = [];
  let next = await db.transaction('annotations').store.index('pages').openKeyCursor();
  while (next) {
    const [host = ''] = next.key.split('/', 1);
    hosts.push(`${host}/*`);
    // "0" stands behind "/": the first key that does not begin with the host and a path.
    next = await (next.key.includes('/') ? next.continue(`${host}0`) : next.continue());
  }
  return hosts;
}

async function register(matches: string[]): Promise<void> {
  const ids = [ID];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids });
  if (registered && same(registered.matches ?? [], matches)) return;
  const script = { id: ID, js: ['quoted.js'], matches, runAt: 'document_start', persistAcrossSessions: true } as const;
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids });
  } else if (registered) {
    await browser.scripting.updateContentScripts([{ ...script, js: [...script.js] }]);
  } else {
    await browser.scripting.registerContentScripts([{ ...script, js: [...script.js] }]);
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b);
  return a.length === others.size && a.every((pattern) => others.has(pattern));
}
