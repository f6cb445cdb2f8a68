/** Which tab the panel stands beside: the active one of its window, or one that it was opened for. */
import { browser } from '../../lib/platform/browser';

export interface Shown {
  /** Null where that tab was closed. */
  tabId: number | null;
  /** Null where the browser doesn't tell it. */
  title: string | null;
}

interface Watcher {
  /** Another tab is in view, or the tab has come to another page. */
  onPage(shown: Shown): void;
  /** The page in view is loaded: more may be known of it now. */
  onLoaded(shown: Shown): void;
}

/** Watches the active tab of the window, or the tab `fixed` alone; for as long as the panel is open. */
export function watchTab(fixed: number | null, { onPage, onLoaded }: Watcher): void {
  let current: number | null = fixed;
  const followPage = () => follow(onPage);
  followPage();
  browser.tabs.onActivated.addListener(followPage);
  browser.tabs.onRemoved.addListener((tabId) => {
    if (tabId === fixed) onPage({ tabId: null, title: null });
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (tabId !== current) return;
    if (status === 'loading' || url !== undefined) followPage();
    else if (status === 'complete') follow(onLoaded);
  });

  function follow(tell: (shown: Shown) => void): void {
    find().then(
      (tab) => {
        current = tab?.id ?? null;
        tell({ tabId: current, title: tab?.title ?? null });
      },
      () => onPage({ tabId: null, title: null }),
    );
  }

  async function find() {
    if (fixed !== null) return browser.tabs.get(fixed);
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active;
  }
}
