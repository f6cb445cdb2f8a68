/** Marks on a page: what was hidden and can't be brought back is said to be hidden still, and is. */
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PageMarks } from '../../entrypoints/marks/page-marks';
import { addPageLayer } from '../../lib/dom/page-layer';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';

const TEXT = 'Many IAPT therapists are burnt out.';

it('a figure whose hiding the background cannot undo stays hidden, and the reason is said', async () => {
  const paragraph = document.body.appendChild(document.createElement('p'));
  paragraph.textContent = TEXT;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const layer = addPageLayer(document, { language: 'en-GB', control: 'Figure', controls: 'Figures', close: 'Close' });
  const background = {
    hideFigure: async () => undefined,
    unhideFigure: () => Promise.reject(new Error('There is no room left.')),
  } as unknown as Remote<ContentToBackground>;
  const marks = new PageMarks({ layer, background, onChange: () => undefined });
  const span = { start: 0, end: TEXT.length };
  const claim = { span, text: TEXT, triggers: [] };
  const match = { claim, statistic: 'burnout', relation: 'same-question' as const, reasons: [], rule: '' };
  const data = { hidden: {}, showMarks: true, printMarks: false };
  await marks.show({ passages: [{ range, matches: [match] }], text: TEXT, data: data as never }, false);
  expect(CSS.highlights.size).toBe(1);
  await marks.hide(0, 'site');
  expect(CSS.highlights.size).toBe(0);
  layer.focusNotice();
  await userEvent.keyboard('{Enter}');
  const said = () => layer.root.querySelector('.page-notice')?.textContent ?? '';
  await vi.waitFor(() => expect(said()).toContain('It is still hidden. There is no room left.'));
  expect(marks.list()[0]?.hidden).toBe('site');
  expect(CSS.highlights.size).toBe(0);
  marks.remove();
  layer.leave();
  paragraph.remove();
});
