/** Every call that the background answers. */
import { embeddedFeed } from '../domain/embedded-feed';
import { evidenceFor, type Feed } from '../domain/feed';
import { announce } from './announce';
import { browser } from './browser';
import type { Database } from './database';
import { deleteEverything } from './delete-everything';
import { readFeed } from './feed-cache';
import type { Calls, ContentToBackground, Handlers, Sender } from './messages';
import { createPageHandlers, readPageSettings } from './page-handlers';
import { createPanelHandlers } from './panel-handlers';
import { createQuoteHandlers } from './quote-handlers';
import { listRequests } from './request-log';

/** All that a content script may ask; everything else is for our own pages. */
const FOR_CONTENT: ReadonlySet<string> = new Set<keyof ContentToBackground>([
  'getClaimData',
  'loadPart',
  'getEvidence',
  'reportPassages',
  'hideFigure',
  'unhideFigure',
  'saveQuote',
  'openLibrary',
  'openPanel',
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
    ...createPageHandlers(),
    ...createPanelHandlers(connect),
    ...createQuoteHandlers({ connect, now, newId, isOurPage, announce }),
    getFeed: currentFeed,
    async getClaimData(_, sender) {
      const [{ patterns, statistics, survey, edition }, settings] = await Promise.all([
        currentFeed(),
        readPageSettings(sender),
      ]);
      return { patterns, statistics, survey, edition, ...settings };
    },
    async getEvidence([id]) {
      const current = await currentFeed();
      const statistic = current.statistics.find((statistic) => statistic.id === id);
      return statistic ? evidenceFor(current, statistic) : [];
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
    async deleteEverything() {
      await deleteEverything(await connect());
      announce('annotationsChanged');
    },
  };
}
