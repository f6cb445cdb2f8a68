/** The protocol: every call between the extension's parts, and who may make it. */
import type { Annotation, AnnotationDraft, PageSource } from '../domain/annotation';
import type { CompiledPatterns } from '../domain/compiled-patterns';
import type { Evidence, Feed, Survey } from '../domain/feed';
import type { HideScope } from '../domain/hidden-figure';
import type { PageMatch } from '../domain/page-match';
import type { Appearance } from '../domain/settings';
import type { Statistic, StatisticId } from '../domain/statistic';
import type { PageFeedCalls } from './feed-calls';
import type { ContentQuoteCalls, PageQuoteCalls } from './quote-calls';

/** What a content script needs to find, mark and explain matches: no evidence, which is asked for when it is shown. */
export interface ClaimData {
  patterns: CompiledPatterns;
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
  /** Whether saving is offered beside a selection. */
  captureButton: boolean;
  /** The look of what is shown on the page. */
  appearance: Appearance;
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

/** What is loaded into a page only when it is needed: it names IAPT, has a match, shows a card, was quoted from. */
export const PAGE_PARTS = ['matcher', 'marks', 'card', 'quotes'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** What content scripts may ask of the background. They are trusted with little, and what they send is parsed. */
export interface ContentToBackground extends ContentQuoteCalls {
  /** Asked only by a page that names IAPT, or on which the person asks for something. */
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
  /** Opens the panel beside the sender's page, at a figure where one is given. Has to come straight from a press. */
  openPanel(statistic: StatisticId | null): void;
}

/** What only the extension's own pages may ask of the background. */
export interface PageToBackground extends PageQuoteCalls, PageFeedCalls {
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
  /** The quotes that were saved from a tab's page, newest first; none where the browser doesn't tell its address. */
  listPageQuotes(tabId: number): Annotation[];
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
  readSource(): PageSource;
  /** A text on the page, with its place and figures; null where it doesn't stand there, or more than once. */
  describeText(text: string): AnnotationDraft | null;
  /** Saves the selected text as a quote and says what became of it. */
  saveSelection(): void;
  /** Copies a text, or shows it with a button where the browser wants a press for that. */
  copyText(text: string): void;
}

/** Broadcast to the extension's own pages: something changed, ask again; of quotes, with the `ids` that it concerns. */
export type ChangeEvent = 'annotationsChanged' | 'pageChecked' | 'matchesChanged' | 'feedChanged' | 'feedChecked';

export type Calls = ContentToBackground & PageToBackground;

/** The part of a sender that the protocol trusts: the browser filled it in, not the message. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?:
    | {
        id?: number | undefined;
        windowId?: number | undefined;
        url?: string | undefined;
        incognito?: boolean | undefined;
        title?: string | undefined;
      }
    | undefined;
}

/** Handlers get the call's arguments, unparsed and so `unknown`, and the sender. */
export type Handlers<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => infer R
    ? (args: { [I in keyof A]: unknown }, sender: Sender) => R | Promise<R>
    : never;
};

/** A callable proxy of the other side: `await background.getFeed()`. A refusal or failure there is thrown here as an Error. */
export type Remote<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};
