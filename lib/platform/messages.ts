/** The protocol: every call between the extension's parts, who may make it, and the one way it is sent and served. */
import type { Runtime } from 'webextension-polyfill';
import type { ClaimPatterns } from '../domain/claim-patterns';
import type { Evidence, Feed, Survey } from '../domain/feed';
import type { HideScope } from '../domain/hidden-figure';
import type { PageMatch } from '../domain/page-match';
import type { Statistic, StatisticId } from '../domain/statistic';
import type { ContentQuoteCalls, PageQuoteCalls } from './quote-calls';

/** What a content script needs to find, mark and explain matches: no evidence, which is asked for when it is shown. */
export interface ClaimData {
  patterns: ClaimPatterns;
  statistics: Statistic[];
  survey: Survey;
  /** Of the feed that all of this is from. */
  edition: number;
  /** The figures that the person hid on the sender's page or site. */
  hidden: Record<StatisticId, 'page' | 'site'>;
  /** Whether comments are read, and marks printed, as the person's settings have it. */
  readComments: boolean;
  printMarks: boolean;
  /** Whether passages are marked, and whether nothing is read for now. */
  showMarks: boolean;
  paused: boolean;
}

/** Whether a page was assessed, and how many passages matched, hidden ones left out. */
export interface PageCheck {
  /**
   * Why nothing was assessed, where nothing was: `not-checked` (no script there), `unsupported` (no script may run there).
   * `paused`: the person paused the marking.
   * `stopped`: assessed, but the page then changed without end and is no longer watched until it is checked again.
   */
  state: 'assessed' | 'stopped' | 'paused' | 'not-checked' | 'unsupported';
  passages: number;
}

/** Whether quotes are kept, or why they can't be. */
export type Keeping = { kept: true } | { kept: false; reason: string };

/** One request to an outside address. */
export interface RequestRecord {
  /** ISO instant. */
  at: string;
  url: string;
  outcome: string;
}

/** What is loaded into a page only when it is needed: on pages that name IAPT, that have a match, that show a card. */
export const PAGE_PARTS = ['matcher', 'marks', 'card'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** What content scripts may ask of the background. They are trusted with little, and what they send is parsed. */
export interface ContentToBackground extends ContentQuoteCalls {
  /** Asked only by a page that names IAPT. */
  getClaimData(): ClaimData;
  /** Injects one more of our scripts into the sender's frame. */
  loadPart(part: PagePart): void;
  getEvidence(statistic: StatisticId): Evidence[];
  /** Tells how many passages matched, for the badge, whenever the list of matches changed. */
  reportPassages(count: number): void;
  /** Hides a figure on the sender's page or site, or shows it there again. Refused in private windows. */
  hideFigure(statistic: StatisticId, scope: 'page' | 'site'): void;
  unhideFigure(statistic: StatisticId, scope: 'page' | 'site'): void;
  openLibrary(): void;
}

/** What only the extension's own pages may ask of the background. */
export interface PageToBackground extends PageQuoteCalls {
  getFeed(): Feed;
  getKeeping(): Keeping;
  /** The last ten, newest first. */
  listRequests(): RequestRecord[];
  /** Runs the content script in a tab (under activeTab or a grant) and tells what it found. */
  checkPage(tabId: number): PageCheck;
  /** What is known of a tab without running anything new in it. */
  getPageCheck(tabId: number): PageCheck;
  /** These five reach a tab's content script, and reject where none runs there; see BackgroundToContent. */
  listMatches(tabId: number): PageMatch[];
  showMatch(tabId: number, index: number): void;
  hideMatches(tabId: number, index: number, scope: HideScope): void;
  unhideMatches(tabId: number, index: number, scope: HideScope): void;
  toggleMarks(tabId: number): void;
  /** Deletes quotes, settings, feed and log, and gives back every site. */
  deleteEverything(): void;
}

/** What the background may ask of a content script. */
export interface BackgroundToContent {
  checkPage(): PageCheck;
  getPageCheck(): PageCheck;
  /** Like checkPage, and says the outcome on the page. */
  announceCheck(): void;
  /** Opens the card of the next marked passage. */
  showNextMatch(): void;
  /** All matches in the article's order, hidden and unmarked ones included. */
  listMatches(): PageMatch[];
  /** Scrolls to a match and opens its card. */
  showMatch(index: number): void;
  /** Hides this mark until the page is left, or the figure on this page or site; the list keeps them. */
  hideMatches(index: number, scope: HideScope): void;
  /** Takes that back. */
  unhideMatches(index: number, scope: HideScope): void;
  /** Switches marks off, or on again, until the page is left; says so. */
  toggleMarks(): void;
  /** Reads the page again, as a setting was changed that decides what is marked. */
  followSettings(): void;
  /** Saves the selected text as a quote and says what became of it. */
  saveSelection(): void;
  /** Copies a text, or shows it with a button where the browser wants a press for that. */
  copyText(text: string): void;
}

/** Broadcast to the extension's own pages: something changed, ask again; of quotes, with the `ids` that it concerns. */
export type ChangeEvent = 'annotationsChanged' | 'pageChecked' | 'matchesChanged';

export type Calls = ContentToBackground & PageToBackground;
type AnyCalls = { [name: string]: (...args: never[]) => unknown };

/** The part of a sender that the protocol trusts: the browser filled it in, not the message. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?:
    | { id?: number | undefined; url?: string | undefined; incognito?: boolean | undefined; title?: string | undefined }
    | undefined;
}

/** Handlers get the call's arguments, unparsed and so `unknown`, and the sender. */
export type Handlers<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => infer R
    ? (args: { [I in keyof A]: unknown }, sender: Sender) => R | Promise<R>
    : never;
};

interface Request {
  call: string;
  args: unknown[];
}
type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** The two functions of `browser.runtime` and `browser.tabs` that the protocol stands on. */
type Send = (request: Request) => Promise<unknown>;

/** A callable proxy of the other side: `await background.getFeed()`. A refusal or failure there is thrown here as an Error. */
export type Remote<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** Makes a remote from one sending function. */
export function remote<C>(send: Send): Remote<C> {
  return new Proxy({} as Remote<C>, {
    get:
      (_, call) =>
      async (...args: unknown[]) => {
        const reply = (await send({ call: String(call), args })) as Reply | undefined;
        if (!reply) throw new Error('No answer came. Reload the page and try again.');
        if (!reply.ok) throw new Error(reply.error);
        return reply.value;
      },
  });
}

/** `runtime.onMessage`, of which only this is needed. */
interface MessageSource {
  addListener(listener: Runtime.OnMessageListener): void;
}

/**
 * Serves calls: adds one listener, synchronously. A call with no handler here is left to other listeners.
 * `mayCall` decides by the sender, never by the message; a refusal is answered, so that the caller learns of it.
 * `sendResponse` with `return true` is the one form that every browser, the polyfill and the test double accept.
 */
export function serve<C>(
  source: MessageSource,
  handlers: Handlers<C>,
  mayCall: (call: string, sender: Sender) => boolean,
): void {
  const table = new Map(Object.entries(handlers as AnyCalls)) as unknown as Map<
    string,
    (args: unknown[], sender: Sender) => unknown
  >;
  const listen = (message: unknown, sender: Sender, sendResponse: (reply: Reply) => void): true | undefined => {
    const request = parseRequest(message);
    const handler = request && table.get(request.call);
    if (!handler) return undefined;
    if (!mayCall(request.call, sender)) {
      sendResponse({ ok: false, error: 'This page may not ask for that.' });
      return undefined;
    }
    Promise.resolve()
      .then(() => handler(request.args, sender))
      .then(
        (value) => sendResponse({ ok: true, value: value ?? null }),
        (error: unknown) => sendResponse({ ok: false, error: error instanceof Error ? error.message : String(error) }),
      );
    return true;
  };
  // The types know listeners that always answer and ones that never do; this one answers what is its own.
  source.addListener(listen as Runtime.OnMessageListener);
}

function parseRequest(message: unknown): Request | null {
  if (typeof message !== 'object' || message === null) return null;
  const { call, args } = message as Partial<Request>;
  return typeof call === 'string' && Array.isArray(args) ? { call, args } : null;
}
