/** The content script: marks the article's claims, opens their cards and saves quotes, when it is loaded or asked. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addPageLayer, type PageLayer } from '../../lib/dom/page-layer';
import { type BackgroundToContent, type PageCheck, serve } from '../../lib/platform/messages';
import { pageRuntime } from '../../lib/platform/page-browser';
import { background } from './background-remote';
import { saveSelection } from './capture-quote';
import { copyText } from './copy-text';
import { countPassages, type MarkedPage, markPassages } from './mark-passages';
import { scanPage } from './scan-page';

// An unlisted script and not a WXT content script: that one announces itself to the page, which could then stop it.
export default defineUnlistedScript(() => {
  const runtime = pageRuntime();
  const isHtml = document.documentElement instanceof HTMLElement && document.body instanceof HTMLElement;
  if (!runtime || !isHtml || window !== window.top || !claimPage(runtime.id)) return;

  let layer: PageLayer | undefined;
  let marked: MarkedPage | undefined;
  let checking: Promise<PageCheck> | undefined;

  serve<BackgroundToContent>(
    runtime.onMessage,
    {
      checkPage: () => check(),
      getPageCheck: () => checking ?? state(),
      async announceCheck() {
        await check();
        getLayer().notify(
          marked
            ? `Checked. ${countPassages(marked.count)} on this page can be read beside a survey figure.`
            : 'Checked. No claims about IAPT were found on this page.',
        );
      },
      showNextMatch() {
        if (marked) marked.showNext();
        else getLayer().notify('No passage is marked on this page.');
      },
      saveSelection: () => saveSelection(getLayer()),
      copyText: ([text]) => copyText(String(text), getLayer()),
    },
    // Only our own background can send here, but another part of ours has no business to.
    (_, sender) => sender.id === runtime.id && !sender.tab,
  );
  check().catch(() => {
    // Nobody asked for this first check: a page that can't be read is left alone, and a press will say why.
  });

  function getLayer(): PageLayer {
    layer ??= addPageLayer(document);
    return layer;
  }

  function state(): PageCheck {
    return { state: 'assessed', passages: marked?.count ?? 0 };
  }

  function check(): Promise<PageCheck> {
    checking ??= scan().finally(() => {
      checking = undefined;
    });
    return checking;
  }

  async function scan(): Promise<PageCheck> {
    const before = marked;
    const page = await scanPage();
    before?.remove();
    marked = page ? markPassages(page, getLayer()) : undefined;
    if (marked || before) await background.reportPassages(marked?.count ?? 0);
    return state();
  }
});

/** True once in each page: a press runs the script again, and so does an update in Firefox. */
function claimPage(id: string): boolean {
  const world = globalThis as { timeToTalkIapt?: string };
  if (world.timeToTalkIapt === id) return false;
  world.timeToTalkIapt = id;
  return true;
}
