/** The quotes that were saved from this page: sought when it opens and whenever its text changes, and told of. */
import { holdPaintedQuotes } from '../../lib/dom/quote-painter';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { FoundQuote, PageQuote } from '../../lib/platform/quote-calls';
import type { QuotedWorld } from '../quoted';
import { loadQuotes } from './page-parts';

/** Milliseconds that a page gets to bring the text of a quote that isn't there before that is written down. */
const PATIENCE = 4_000;

export class SavedQuotes {
  #quotes: PageQuote[] | null = null;
  #told = new Map<string, string>();
  #missing: FoundQuote[] = [];
  #timer = 0;
  #isStopped = false;
  /** Takes away what the last seek painted. */
  #unpaint: () => void = () => undefined;
  /** The seek under way, the one that waits for it, and whether that one is to ask anew. */
  #running: Promise<unknown> = Promise.resolve();
  #waiting: Promise<void> | null = null;
  #isFresh = false;

  constructor(private readonly background: Remote<ContentToBackground>) {}

  /** Whether the page has any, as far as is known. */
  get areThere(): boolean {
    return this.#quotes !== null && this.#quotes.length > 0;
  }

  /**
   * Seeks them on the page as it is; asks anew which there are if `isFresh`. One seek follows the other, as they may take
   * long, and what was asked for last has to be painted last.
   */
  seek(isFresh: boolean): Promise<void> {
    this.#isFresh ||= isFresh;
    this.#waiting ??= this.#running.then(() => {
      const asksAnew = this.#isFresh;
      this.#waiting = null;
      this.#isFresh = false;
      return this.#seek(asksAnew);
    });
    this.#running = this.#waiting.catch(() => undefined);
    return this.#waiting;
  }

  /** Seeks no more, and takes away what was painted. */
  stop(): void {
    this.#isStopped = true;
    this.#stopWaiting();
    this.#unpaint();
  }

  async #seek(isFresh: boolean): Promise<void> {
    if (this.#isStopped) return;
    const hadSome = this.areThere;
    // Another address may have other quotes, and these get the whole time to appear.
    if (isFresh) this.#stopWaiting();
    if (isFresh || !this.#quotes) this.#quotes = await this.background.listOwnQuotes(canonicalAddress());
    if (!this.areThere && !hadSome) return;
    const found = await (await loadQuotes(this.background))(this.#quotes);
    this.#unpaint = holdPaintedQuotes();
    if (this.#isStopped) {
      this.#unpaint();
      return;
    }
    const isHere = ({ outcome }: FoundQuote) => outcome === 'found' || outcome === 'changed';
    await this.#tell(found.filter(isHere));
    // What is not there may be on its way: only what stays away is news.
    this.#missing = found.filter((quote) => !isHere(quote));
    if (this.#missing.length > 0 && this.#timer === 0) {
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.#tell(this.#missing).catch(() => {
          // The next visit tells of it.
        });
      }, PATIENCE);
    }
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** Each outcome once a visit. */
  async #tell(found: FoundQuote[]): Promise<void> {
    const news = found.filter(({ id, outcome, text }) => this.#told.get(id) !== `${outcome} ${text ?? ''}`);
    if (news.length === 0) return;
    await this.background.reportOutcomes(news, canonicalAddress());
    for (const { id, outcome, text } of news) this.#told.set(id, `${outcome} ${text ?? ''}`);
  }
}

/** Whether the browser, which was told the addresses, ran quoted.js here: quotes were saved from this page, or near it. */
export function isQuotedPage(): boolean {
  return (globalThis as QuotedWorld).timeToTalkIaptQuoted === true;
}

/** What the page says its address is; the background takes it only where it lies on the page's own site. */
function canonicalAddress(): string | null {
  const link = document.querySelector('link[rel~="canonical" i]');
  return link instanceof HTMLLinkElement ? link.href.slice(0, 2_000) : null;
}
