/** Notices that the extension was updated or removed under the page, of which no browser tells a content script. */
import { pageRuntime } from '../../lib/platform/page-browser';

/** What a reader does who is back at the page, or still on it. */
const SIGNS = ['visibilitychange', 'pointermove', 'keydown', 'scroll'];

/** Calls back once; returns its undo. */
export function watchRuntime(onGone: () => void): () => void {
  const stop = new AbortController();
  const look = () => {
    if (pageRuntime()) return;
    stop.abort();
    onGone();
  };
  for (const sign of SIGNS) {
    document.addEventListener(sign, look, { signal: stop.signal, passive: true, capture: true });
  }
  return () => stop.abort();
}
