/** An open card stays beside its passage, whichever part of the page scrolls. */
import { expect, it, vi } from 'vitest';
import { type MountCard, openCard } from '../../entrypoints/marks/open-card';
import { addPageLayer } from '../../lib/dom/page-layer';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';

/** Stands in for card.js. */
const mountCard: MountCard = (_, place) => {
  const dialog = document.createElement('div');
  dialog.role = 'dialog';
  dialog.style.height = '60px';
  place.append(dialog);
  return () => dialog.remove();
};

it('the card follows its passage in a part of the page that scrolls by itself', async () => {
  Object.assign(globalThis, { timeToTalkIaptCard: mountCard });
  document.body.innerHTML =
    '<div style="height: 300px; overflow: auto"><p style="margin: 200px 0 900px">A claim.</p></div>';
  const scroller = document.body.firstElementChild as HTMLElement;
  const range = document.createRange();
  range.selectNodeContents(scroller.firstElementChild as Element);
  const layer = addPageLayer(document, { language: 'en-GB', control: 'Figure', controls: 'Figures', close: 'Close' });
  const card = openCard({
    passage: { range, matches: [] as never },
    page: { passages: [], text: '', data: { statistics: [] } as never },
    layer,
    background: {} as Remote<ContentToBackground>,
    hide: async () => undefined,
    onClose: () => undefined,
  });
  const distance = () => Math.round(layer.card.getBoundingClientRect().top - range.getBoundingClientRect().bottom);
  await vi.waitFor(() => expect(distance()).toBe(8));
  scroller.scrollTop = 100;
  await vi.waitFor(() => expect(distance()).toBe(8));
  card.close();
  layer.leave();
  document.body.replaceChildren();
});
