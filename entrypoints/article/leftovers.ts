/** What an earlier script of ours left on a page: Firefox ends scripts at an update without a word, Chrome cuts them off. */
import { STYLE_NAMES } from '../../lib/dom/highlighter';
import { clearQuotes } from '../../lib/dom/quote-painter';

/** How an extension's script, and no page, sees into a closed shadow root: Firefox's way and Chrome's. */
interface Openable extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface World {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** Takes away the marks, the painted quotes and the layer of a script that is gone. */
export function removeLeftovers(document: Document): void {
  for (const name of STYLE_NAMES) CSS.highlights?.delete(name);
  clearQuotes();
  const { dom } = (globalThis as World).chrome ?? {};
  // Asked so, a page without any has no element touched: the first is dear.
  for (const child of document.querySelectorAll<Openable>(':root > div')) {
    const root = child.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(child);
    if (root?.querySelector('section.controls')) child.remove();
  }
}
