/** What the pointer does over marks: it shows the control of the passage it is on, and a click opens its card. */
import { rangeAt } from '../../lib/dom/highlighter';
import type { PageLayer } from '../../lib/dom/page-layer';

interface Watched {
  layer: PageLayer;
  /** The marked ranges, as they are now. */
  ranges: () => readonly Range[];
  open: (index: number) => void;
}

/** What a click on it is meant for, rather than for the mark around it. */
const INTERACTIVE = 'a[href],button,input,select,textarea,label,summary,[role="button"],[role="link"]';

/** How long the control stays once the pointer has left the passage, so that it can be reached (WCAG 1.4.13); milliseconds. */
const LINGER = 400;

/** Watches the pointer; returns its undo. Only what the reader does counts: a page can make events, but not trusted ones. */
export function watchPointer({ layer, ranges, open }: Watched): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let pointed = -1;
  let frame = 0;
  let timer = 0;
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY, isTrusted, target }) => {
      if (!isTrusted || frame || layer.owns(target)) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const index = rangeAt(ranges(), clientX, clientY);
        if (index === pointed) return;
        pointed = index;
        clearTimeout(timer);
        if (index >= 0) layer.showControl(index);
        else timer = window.setTimeout(() => layer.showControl(-1), LINGER);
      });
    },
    { signal, passive: true },
  );
  document.addEventListener(
    'click',
    (event) => {
      // A link inside a claim is the article's; a click that ends a selection is the reader's.
      if (!event.isTrusted || event.button !== 0 || !getSelection()?.isCollapsed) return;
      if (layer.owns(event.target)) return;
      if (event.target instanceof Element && event.target.closest(INTERACTIVE)) return;
      const index = rangeAt(ranges(), event.clientX, event.clientY);
      if (index < 0) return;
      // The pointer is on it now: its control is not shown again over the card.
      cancelAnimationFrame(frame);
      frame = 0;
      pointed = index;
      open(index);
    },
    { signal },
  );
  // What a pointer brought up goes without moving the pointer, too (WCAG 1.4.13).
  document.addEventListener(
    'keydown',
    ({ key, isTrusted }) => {
      if (isTrusted && key === 'Escape') layer.showControl(-1);
    },
    { signal, capture: true },
  );
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
