/** The rows of the library: of tens of thousands of quotes only those in view are on the page. */
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

export interface QuoteRowsProps {
  /** All that the list holds, in order. */
  ids: readonly string[];
  /** How many rows there will be, where more are still being read; null where that is not known. */
  size: number | null;
  /** The row that the keyboard is on. */
  active: string | null;
  /** A row to bring into view and focus, once for each new object. */
  focus: { id: string } | null;
  onActivate(id: string): void;
  /** Keys pressed on a row itself, but for those that move between rows. */
  onRowKey(event: KeyboardEvent, id: string): void;
  /** The rows now on the page, whenever they change. */
  onShow(ids: string[]): void;
  children(id: string, textId: string): ComponentChildren;
}

/** CSS pixels: what a row takes before it has been measured. */
const ESTIMATE = 190;
/** CSS pixels at the top of the window that the actions for selected rows may cover. */
const BAR = 128;
/** Rows kept above and below the view, where a screen reader reads on. */
const OVERSCAN = 6;

export function QuoteRows({ ids, size, active, focus, onActivate, onRowKey, onShow, children }: QuoteRowsProps) {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const [top, setTop] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const pending = useRef<string | null>(null);
  const shown = useRef('');
  const lastFocus = useRef(focus);
  const virtualizer = useRef<Virtualizer<Window, HTMLLIElement> | null>(null);
  const activeIndex = useMemo(() => (active === null ? -1 : ids.indexOf(active)), [ids, active]);
  // The same function for the same rows: another one has the virtualiser lay out all of them anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);

  const options: Virtualizer<Window, HTMLLIElement>['options'] | object = {
    count: ids.length,
    getScrollElement: () => window,
    estimateSize: () => ESTIMATE,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: BAR,
    initialRect: { width: 800, height: 800 },
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => render(null as never),
    // The row that has the focus stays on the page, or the focus would be lost when it scrolls away.
    rangeExtractor: (range: { startIndex: number; endIndex: number; overscan: number; count: number }) =>
      extractRange(range, activeIndex),
  };
  virtualizer.current ??= new Virtualizer(options as never);
  virtualizer.current.setOptions(options as never);
  const virtual = virtualizer.current;

  const measure = useCallback((row: HTMLLIElement | null) => virtual.measureElement(row), [virtual]);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => {
    virtual._willUpdate();
    const at = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (Math.abs(at - top) > 1) setTop(at);
    if (focus && focus !== lastFocus.current) goTo(focus.id);
    lastFocus.current = focus;
    const row = pending.current && list.current?.querySelector<HTMLElement>(`[data-id="${pending.current}"]`);
    if (row) {
      pending.current = null;
      row.focus({ preventScroll: true });
    }
  });

  function goTo(id: string): void {
    const index = ids.indexOf(id);
    if (index < 0) return;
    pending.current = id;
    onActivate(id);
    virtual.scrollToIndex(index, { align: 'auto' });
    render(null as never);
  }

  function move(event: KeyboardEvent, id: string, index: number): void {
    if (event.target !== event.currentTarget) return;
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key];
    const next = target === undefined ? undefined : ids[target];
    if (next === undefined) {
      onRowKey(event, id);
      return;
    }
    event.preventDefault();
    goTo(next);
  }

  const items = virtual.getVirtualItems();
  const visible = items.flatMap(({ index }) => ids[index] ?? []);
  useLayoutEffect(() => {
    const key = visible.join();
    if (key === shown.current) return;
    shown.current = key;
    onShow(visible);
  });
  const tabStop = activeIndex >= 0 ? active : (ids[items[0]?.index ?? 0] ?? null);

  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the role of a list without bullets
      role="list"
      class="quotes-list"
      aria-label={i18n.t('library.list')}
      style={{ height: `${virtual.getTotalSize()}px` }}
    >
      {items.map(({ index, start }) => {
        const id = ids[index] ?? '';
        return (
          <li
            key={id}
            data-index={index}
            class="quote"
            tabIndex={id === tabStop ? 0 : -1}
            aria-setsize={size ?? -1}
            aria-posinset={index + 1}
            aria-labelledby={`text-${id}`}
            style={{ transform: `translateY(${start - top}px)` }}
            data-id={id}
            ref={measure}
            onFocusIn={() => onActivate(id)}
            onKeyDown={(event) => move(event, id, index)}
          >
            {children(id, `text-${id}`)}
          </li>
        );
      })}
    </ul>
  );
}

/** The rows in view and around it, and the active one wherever it is, in order. */
function extractRange(
  { startIndex, endIndex, overscan, count }: { startIndex: number; endIndex: number; overscan: number; count: number },
  active: number,
): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  if (active < 0 || active >= count || (active >= first && active <= last)) return range;
  return active < first ? [active, ...range] : [...range, active];
}
