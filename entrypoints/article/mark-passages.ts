/** Journey 2 on the page: marks the passages, and opens the card of the one that is pointed at, entered or asked for. */
import { paint, rangeAt } from '../../lib/dom/highlighter';
import type { PageLayer } from '../../lib/dom/page-layer';
import { openCard } from './open-card';
import type { ScannedPage } from './scan-page';

export interface MarkedPage {
  count: number;
  /** Opens the card of the passage after the one shown last, and around again. */
  showNext(): void;
  /** Takes away marks, controls, card and listeners. */
  remove(): void;
}

/** Longest part of a passage that names its control, in characters. */
const LABEL_LENGTH = 90;

/** What a click on it is meant for, rather than for the mark around it. */
const INTERACTIVE = 'a[href],button,input,select,textarea,label,summary,[role="button"],[role="link"]';

/** How long the control stays once the pointer has left the passage, so that it can be reached (WCAG 1.4.13); milliseconds. */
const LINGER = 400;

/** Marks a scanned page. */
export function markPassages(page: ScannedPage, layer: PageLayer): MarkedPage {
  const { passages } = page;
  const ranges = passages.map(({ range }) => range);
  const stop = new AbortController();
  const unpaint = paint(ranges);
  let closeCard: () => void = () => undefined;
  let shown = -1;
  layer.setControls(
    passages.map(({ range, matches: [match] }) => ({
      range,
      label: `Survey figure for: “${shorten(match.claim.text)}”`,
    })),
    open,
  );
  layer.announce(`${countPassages(passages.length)} on this page can be read beside a survey figure.`);
  watchPointer();
  return {
    count: passages.length,
    showNext() {
      const next = (shown + 1) % passages.length;
      layer.focusControl(next);
      open(next);
    },
    remove() {
      stop.abort();
      closeCard();
      unpaint();
      layer.setControls([], () => undefined);
    },
  };

  function open(index: number): void {
    const passage = passages[index];
    if (!passage) return;
    shown = index;
    closeCard();
    closeCard = openCard({ passage, page, layer });
  }

  function watchPointer(): void {
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
          const index = rangeAt(ranges, clientX, clientY);
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
        const index = rangeAt(ranges, event.clientX, event.clientY);
        if (index >= 0) open(index);
      },
      { signal },
    );
  }
}

/** "1 passage", "3 passages". */
export function countPassages(count: number): string {
  return count === 1 ? '1 passage' : `${count} passages`;
}

function shorten(text: string): string {
  return text.length <= LABEL_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', LABEL_LENGTH))}…`;
}
