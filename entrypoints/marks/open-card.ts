/** Opens the card beside a passage: its script comes only now, and its place, focus and ways out are kept here. */

import { i18n } from '#i18n';
import type { ClaimCardProps } from '../../components/ClaimCard';
import { writeClipboard } from '../../lib/dom/clipboard';
import { type PageLayer, revealRange } from '../../lib/dom/page-layer';
import type { HideScope } from '../../lib/domain/hidden-figure';
import type { StatisticId } from '../../lib/domain/statistic';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { savePassage } from './capture-quote';

/** What card.js leaves in our isolated world: renders the card into its place and returns the undo. */
export type MountCard = (root: ShadowRoot, place: HTMLElement, props: ClaimCardProps) => () => void;

interface CardWorld {
  timeToTalkIaptCard?: MountCard;
}

interface CardContext {
  passage: Passage;
  page: ScannedPage;
  layer: PageLayer;
  background: Remote<ContentToBackground>;
  hide(statistic: StatisticId, scope: HideScope): Promise<void>;
  /** Told once the card is closed, whichever way. */
  onClose(): void;
}

export interface OpenCard {
  /** The control that it was opened from, where it was. */
  opener: Element | null;
  close(): void;
  /** Follows its passage to where it is now. */
  move(range: Range): void;
}

/** Opens the card. Focus moves into it, and back to where it was when it closes. */
export function openCard({ passage, page, layer, background, hide, onClose }: CardContext): OpenCard {
  let { range } = passage;
  // What led here lies over the line above the passage.
  layer.showControl(-1);
  const stop = new AbortController();
  const focused = document.activeElement;
  const fromLayer = layer.root.activeElement;
  let unmount: () => void = () => undefined;
  mount().catch((error: unknown) => {
    close();
    layer.notify(i18n.t('page.cardFailed', { reason: error instanceof Error ? error.message : '' }));
  });
  return {
    opener: fromLayer,
    close,
    move(moved) {
      range = moved;
      if (!stop.signal.aborted) layer.placeCard(range);
    },
  };

  async function mount(): Promise<void> {
    const mountCard = await loadCard(background);
    if (stop.signal.aborted) return;
    unmount = mountCard(layer.root, layer.card, {
      figures: passage.matches.flatMap((match) => {
        const statistic = page.data.statistics.find(({ id }) => id === match.statistic);
        return statistic ? [{ statistic, match }] : [];
      }),
      feed: page.data,
      edition: page.data.edition,
      host: location.hostname.replace(/^www\./, ''),
      loadEvidence: (statistic) => background.getEvidence(statistic),
      save: () => savePassage(page, passage, background),
      copy: (text) => writeClipboard(text, layer.root),
      openPanel: (statistic) => background.openPanel(statistic),
      openAddress: (address) => void window.open(address, '_blank', 'noopener'),
      openSheet:
        'share' in navigator ? ({ title, text }) => void navigator.share({ title, text }).catch(() => undefined) : null,
      openLibrary: () => void background.openLibrary(),
      hide,
      close,
    });
    revealRange(range);
    const place = () => layer.placeCard(range);
    const size = new ResizeObserver(place);
    size.observe(layer.card);
    stop.signal.addEventListener('abort', () => size.disconnect());
    window.addEventListener('resize', place, { signal: stop.signal });
    // The layer scrolls with the page, and not with a part of it that scrolls by itself.
    const onScroll = ({ target }: Event) => {
      if (target !== document && target instanceof Node && target.contains(range.startContainer)) place();
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal: stop.signal });
    place();
    layer.card.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
    document.addEventListener('keydown', closeOnEscape, { capture: true, signal: stop.signal });
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }

  function close(): void {
    if (stop.signal.aborted) return;
    stop.abort();
    const hadFocus = layer.card.contains(layer.root.activeElement);
    unmount();
    onClose();
    if (!hadFocus) return;
    const target = fromLayer ?? focused;
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
  }
}

async function loadCard(background: Remote<ContentToBackground>): Promise<MountCard> {
  const world = globalThis as CardWorld;
  if (!world.timeToTalkIaptCard) await background.loadPart('card');
  if (!world.timeToTalkIaptCard) throw new Error(i18n.t('page.reload'));
  return world.timeToTalkIaptCard;
}
