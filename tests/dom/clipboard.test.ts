/** Copying on a page leaves the focus where the person has it. */
import { afterEach, expect, it, vi } from 'vitest';
import { writeClipboard } from '../../lib/dom/clipboard';
import { addPageLayer } from '../../lib/dom/page-layer';

afterEach(() => vi.restoreAllMocks());

it('where the page’s own way is forbidden, the field that is copied from gives the focus back to the page', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
  const layer = addPageLayer(document, { language: 'en-GB', control: 'Figure', controls: 'Figures', close: 'Close' });
  layer.notify('Puts the layer on the page.');
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await writeClipboard('Words.', layer.root).catch(() => undefined);
  expect(document.activeElement).toBe(field);
  expect(layer.root.querySelector('textarea')).toBe(null);
  field.remove();
  layer.leave();
});
