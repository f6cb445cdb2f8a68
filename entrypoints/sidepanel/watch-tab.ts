/** Which tab the panel stands beside: the active one of its window, or one that it was opened for. */
import { browser } from '../../lib/platform/browser';

export interface Shown {
  /** Null where that tab was closed. */
  tabId: number | null;
  /** Null where the browser doesn't tell it. */
  title: string | null;
}

/** Calls back with the tab, and again when another one is activated or the tab comes to another page. */
export function watchTab(fixed: number | null, onTab: (shown: Shown) => void): void {
  let current: number | null = fixed;
  follow();
  browser.tabs.onActivated.addListener(follow);
  browser.tabs.onRemoved.addListener((tabId) => {
    if (tabId === fixed) onTab({ tabId: null, title: null });
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (tabId === current && (status !== undefined || url !== undefined)) follow();
  });

  function follow(): void {
    find().then(
      (tab) => {
        current = tab?.id ?? null;
        onTab({ tabId: current, title: tab?.title ?? null });
      },
      () => onTab({ tabId: null, title: null }),
    );
  }

  async function find() {
    if (fixed !== null) return browser.tabs.get(fixed);
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active;
  }
}
