/** Tells the extension's own open pages to ask again, about these quotes where some are named. */
import { browser } from './browser';
import type { ChangeEvent } from './messages';

export function announce(event: ChangeEvent, ids?: string[]): void {
  browser.runtime.sendMessage({ event, ids }).catch(() => {
    // No page of ours is open: nobody needs to know.
  });
}
