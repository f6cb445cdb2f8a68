/** The content script: small, as every page pays for it. It tells whether a page names IAPT, and only then loads the rest. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadable, readBody } from '../../lib/dom/body-text';
import { nextTask } from '../../lib/dom/slices';
import { watchPage } from '../../lib/dom/watch-page';
import { watchSelection } from '../../lib/dom/watch-selection';
import { mentionsIapt } from '../../lib/domain/page-topic';
import type { BackgroundToContent, ClaimData, PageCheck } from '../../lib/platform/messages';
import { pageRuntime } from '../../lib/platform/page-browser';
import { serve } from '../../lib/platform/transport';
import type { Marks } from '../marks/index';
import { claimPage } from './claim-page';
import { removeLeftovers } from './leftovers';
import { Pacer } from './pacer';
import { connect, loadMarks, loadMatcher } from './page-parts';
import { isQuotedPage, SavedQuotes } from './saved-quotes';

// An unlisted script and not a WXT content script: that one announces itself to the page, which could then stop it.
export default defineUnlistedScript(beginWhenShown);

/**
 * A page that is made ready behind another is not yet the tab's: nothing is done there until it is shown, whenever a browser
 * runs our script. It draws no frame of such a page, and unlike an event a page can't keep a frame from us.
 */
function beginWhenShown(): void {
  if ((document as { prerendering?: boolean }).prerendering) requestAnimationFrame(beginWhenShown);
  else begin();
}

function begin(): void {
  const runtime = pageRuntime();
  if (!runtime || !isReadable(document) || window !== window.top || !claimPage(leave)) return;

  removeLeftovers(document);
  const background = connect(() => leave(true));
  const quotes = new SavedQuotes(background);
  const pacer = new Pacer();
  const left = new AbortController();
  let data: ClaimData | undefined;
  let marks: Marks | undefined;
  let loadingMarks: Promise<Marks> | undefined;
  /** Whether the page names IAPT, and whether something on it matched. */
  let isNamed = false;
  let hasMatched = false;
  let isAnnounced = false;
  let isRead = false;
  let isStopped = false;
  let checking: Promise<unknown> | undefined;

  const watch = watchPage(document, {
    onChange({ moved }) {
      if (!pageRuntime()) return leave(true);
      if (moved) isStopped = isAnnounced = false;
      pacer.schedule(() => read(moved), moved);
    },
    onStorm() {
      isStopped = true;
      pacer.stop();
      report();
    },
    isRelevant: (text) =>
      text === null ? hasMatched || quotes.areThere : isNamed || quotes.areThere ? /\S/.test(text) : mentionsIapt(text),
    owns: (node) => marks?.owns(node) ?? false,
  });

  serve<BackgroundToContent>(
    runtime.onMessage,
    {
      checkPage: checkAgain,
      async getPageCheck() {
        await begun();
        return describe();
      },
      async announceCheck() {
        await checkAgain();
        (await getMarks()).sayChecked(data?.paused ?? false);
      },
      showNextMatch: async () => (await getMarks()).showNextMatch(),
      async listMatches() {
        await begun();
        return marks?.listMatches() ?? [];
      },
      showMatch: async ([index]) => (await getMarks()).showMatch(index as number),
      hideMatches: async ([index, scope]) => (await getMarks()).hideMatches(index as number, scope as 'mark'),
      unhideMatches: async ([index, scope]) => (await getMarks()).unhideMatches(index as number, scope as 'mark'),
      toggleMarks: async () => (await getMarks()).toggleMarks(),
      async followSettings() {
        await read(true);
      },
      async saveSelection() {
        // What the selection bears on is known once the page was read.
        await begun();
        await (await getMarks()).saveSelection();
        seekQuotes(true);
      },
      readSource: async () => (await getMarks()).describePage(),
      async describeText([words]) {
        await begun();
        return (await getMarks()).describeText(String(words));
      },
      copyText: async ([text]) => (await getMarks()).copyText(String(text)),
    },
    // Only our own background can send here, and it has parsed what it sends; another part of ours has no business to.
    (_, sender) => sender.id === runtime.id && !sender.tab,
  );
  const stopSelections = watchSelection(document, (isEmpty) => {
    if (!isEmpty || marks) offer().catch(() => undefined); // It was only offered: the menu and the keys still save.
  });
  // Nobody asked for the first check: a page that can't be read is left alone, and a press will say why.
  pacer.schedule(() => read(true), true);

  /** The first check, at once where somebody waits for it: a tab in the background may be let idle for seconds. */
  async function begun(): Promise<void> {
    if (!isRead) {
      pacer.stop();
      await read(true);
    }
    // Another may have begun meanwhile, and what is told must not change right after.
    while (checking) await checking;
  }

  /** Reads the page because it is new or changed; resolves to whether the list of matches did. */
  function read(isFresh: boolean): Promise<boolean> {
    return check(isFresh).catch(() => false);
  }

  async function checkAgain(): Promise<PageCheck> {
    isStopped = false;
    watch.resume();
    await check(true);
    // Any page may have quotes that are too new for the browser to have told.
    if (!isNamed) seekQuotes(true);
    return describe();
  }

  /** Checks the page, one time after the other; `isFresh` asks for the feed and the settings as they are now. */
  function check(isFresh: boolean): Promise<boolean> {
    const next = (checking ?? Promise.resolve()).then(() => scan(isFresh));
    const settled = next
      .catch(() => undefined)
      .finally(() => {
        if (checking === settled) checking = undefined;
      });
    checking = settled;
    return next;
  }

  async function scan(isFresh: boolean): Promise<boolean> {
    // One native pass over the page's text: a page that never names IAPT pays for no more than this.
    isNamed = mentionsIapt(`${document.title}\n${readBody(document)}`);
    isRead = true;
    if ((isNamed || marks) && (isFresh || !data)) {
      data = await background.getClaimData();
      marks?.setAppearance(data.appearance);
    }
    const page = isNamed && data && !data.paused ? await (await loadMatcher(background))(data) : null;
    hasMatched = page !== null;
    // Making what shows marks takes time, and so does showing them.
    if (page && !marks) await getMarks().then(nextTask);
    const hasChanged = page || marks ? await (await getMarks()).show(page, !isAnnounced) : false;
    isAnnounced ||= hasMatched;
    if (isNamed || quotes.areThere || isQuotedPage()) seekQuotes(isFresh);
    if (hasChanged || (isFresh && marks)) report();
    return hasChanged;
  }

  /** Behind what else the page shows: nobody waits for it. */
  function seekQuotes(isFresh: boolean): void {
    quotes.seek(isFresh).catch(() => {
      // What was saved is not lost by that, and the next change or visit seeks again.
    });
  }

  async function getMarks(): Promise<Marks> {
    // A reading may end after all of ours was taken away: it has nothing to show any more.
    left.signal.throwIfAborted();
    loadingMarks ??= Promise.all([loadMarks(background), data ?? background.getClaimData()]).then(
      ([addMarks, known]) => {
        data ??= known;
        marks = addMarks({ background, onChange: report, onGone: () => leave(true) });
        marks.setAppearance(data.appearance);
        return marks;
      },
      (error: unknown) => {
        loadingMarks = undefined;
        throw error;
      },
    );
    return loadingMarks;
  }

  /** Offers to save what is selected; on pages that don't name IAPT nothing is loaded for it. */
  async function offer(): Promise<void> {
    await begun();
    if (isNamed && data?.captureButton) (await getMarks()).offerCapture();
  }

  function describe(): PageCheck {
    const state = isNamed && data?.paused ? 'paused' : isStopped ? 'stopped' : 'assessed';
    return { state, passages: marks?.count() ?? 0 };
  }

  function report(): void {
    background.reportPassages(marks?.count() ?? 0).catch(() => {
      // The toolbar shows an older count; the popup asks anew.
    });
  }

  /** Takes everything of ours away, and says why where there was something to see. */
  function leave(isUpdated = false): void {
    const leaving = marks;
    left.abort();
    quotes.stop();
    marks = undefined;
    watch.stop();
    stopSelections();
    pacer.stop();
    leaving?.leave(isUpdated);
  }
}
