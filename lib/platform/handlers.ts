/** Every call that the background answers. */
import { reasonOf } from '../domain/error-reason';
import { createAnchorHandlers } from './anchor-handlers';
import { announce as tellPages } from './announce';
import { browser } from './browser';
import type { Database } from './database';
import { deleteEverything } from './delete-everything';
import { createFeedHandlers } from './feed-handlers';
import type { Calls, ChangeEvent, ContentToBackground, Handlers, Sender } from './messages';
import { createPageHandlers } from './page-handlers';
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
  'listOwnQuotes',
  'reportOutcomes',
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
  /** From 0 to 1, 1 excluded. */
  chance: () => number;
  /** Told of every change, beside the pages of ours that are open. */
  onChange?: (event: ChangeEvent) => void;
}

export function createHandlers({ connect, now, newId, chance, onChange }: Dependencies): Handlers<Calls> {
  function announce(event: ChangeEvent, ids?: string[]): void {
    tellPages(event, ids);
    onChange?.(event);
  }
  const feed = createFeedHandlers({ connect, now, chance, announce });

  return {
    ...createPageHandlers(),
    ...createPanelHandlers(connect),
    ...feed,
    ...createAnchorHandlers({ connect, now, announce }),
    ...createQuoteHandlers({ connect, now, newId, isOurPage, announce }),
    async openLibrary() {
      await browser.tabs.create({ url: browser.runtime.getURL('library.html') });
    },
    async getKeeping() {
      try {
        await connect();
        return { kept: true };
      } catch (error) {
        return { kept: false, reason: reasonOf(error) };
      }
    },
    async listRequests() {
      return listRequests(await connect());
    },
    async deleteEverything(_, sender) {
      await deleteEverything(await connect());
      // The background itself still knows the edition that it had read.
      await feed.changeFeedPlace(['built-in'], sender);
      announce('annotationsChanged');
    },
  };
}
