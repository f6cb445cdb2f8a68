/** Every call that the background answers. */
import * as v from 'valibot';
import { embeddedFeed } from '../domain/embedded-feed';
import { evidenceFor, type Feed } from '../domain/feed';
import { browser } from './browser';
import type { Database } from './database';
import { readFeed } from './feed-cache';
import type { Calls, ChangeEvent, ContentToBackground, Handlers, Sender } from './messages';
import { createQuoteHandlers } from './quote-handlers';
import { listRequests } from './request-log';
import { checkTab, lookAtTab, showCount } from './tabs';

const TabId = v.pipe(v.number(), v.integer());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** All that a content script may ask; everything else is for our own pages. */
const FOR_CONTENT: ReadonlySet<string> = new Set<keyof ContentToBackground>([
  'getClaimData',
  'loadCard',
  'getEvidence',
  'reportPassages',
  'saveQuote',
  'openLibrary',
]);

/** Decides by the sender's address, which the browser fills in: the library is a tab too, but one of ours. */
export function mayCall(call: string, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  return isOurPage(sender) || (FOR_CONTENT.has(call) && sender.tab !== undefined);
}

function isOurPage({ url }: Sender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}

interface Dependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  newId: () => string;
}

export function createHandlers({ connect, now, newId }: Dependencies): Handlers<Calls> {
  let feed: Promise<Feed> | undefined;

  /** The stored feed where it is newer, else the embedded one: without a database too. */
  function currentFeed(): Promise<Feed> {
    feed ??= connect()
      .then(readFeed)
      .catch(() => null)
      .then((stored) => {
        const embedded = embeddedFeed();
        return stored && stored.edition > embedded.edition ? stored : embedded;
      });
    return feed;
  }

  return {
    ...createQuoteHandlers({ connect, now, newId, isOurPage, announce }),
    getFeed: currentFeed,
    async getClaimData() {
      const { patterns, statistics, survey, edition } = await currentFeed();
      return { patterns, statistics, survey, edition };
    },
    async getEvidence([id]) {
      const current = await currentFeed();
      const statistic = current.statistics.find((statistic) => statistic.id === id);
      return statistic ? evidenceFor(current, statistic) : [];
    },
    async loadCard(_, { tab, frameId = 0 }) {
      if (tab?.id === undefined) throw new Error('Only a page can show the card.');
      await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['card.js'] });
    },
    async reportPassages([count], { tab }) {
      if (tab?.id === undefined) return;
      await showCount(tab.id, v.parse(Count, count));
      announce('pageChecked');
    },
    async openLibrary() {
      await browser.tabs.create({ url: browser.runtime.getURL('library.html') });
    },
    async getKeeping() {
      try {
        await connect();
        return { kept: true };
      } catch (error) {
        return { kept: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async listRequests() {
      return listRequests(await connect());
    },
    async checkPage([tabId]) {
      return checkTab(v.parse(TabId, tabId));
    },
    async getPageCheck([tabId]) {
      return lookAtTab(v.parse(TabId, tabId));
    },
  };
}

/** Tells our own open pages to ask again, about these quotes where some are named. */
function announce(event: ChangeEvent, ids?: string[]): void {
  browser.runtime.sendMessage({ event, ids }).catch(() => {
    // No page of ours is open: nobody needs to know.
  });
}
