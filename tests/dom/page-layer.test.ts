/** What our layer says on a page is read as English, fits the window, and takes nobody's focus away with it. */
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addPageLayer, type PageLayer } from '../../lib/dom/page-layer';
import { addSelectionButton } from '../../lib/dom/selection-button';

const TEXTS = { language: 'en-GB', control: 'Figure', controls: 'Figures', close: 'Close' };

let layer: PageLayer | undefined;

function addLayer(): PageLayer {
  layer = addPageLayer(document, TEXTS);
  return layer;
}

afterEach(() => {
  layer?.leave();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('lang');
});

/** A field of the page, with the focus in it. */
function focusField(): HTMLInputElement {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  return field;
}

const noticeOf = ({ root }: PageLayer) => root.querySelector<HTMLElement>('.page-notice') as HTMLElement;
const buttonOf = ({ root }: PageLayer, name: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name) as HTMLButtonElement;

it('on a page in another language and direction, all of it is English and runs from left to right', () => {
  document.documentElement.dir = 'rtl';
  document.documentElement.lang = 'ar';
  const layer = addLayer();
  addSelectionButton(
    layer.root,
    { save: () => undefined, dismiss: () => undefined },
    { language: 'en-GB', save: 'Save', dismiss: 'No' },
  );
  layer.notify('Copied.');
  for (const part of layer.root.children) {
    expect(getComputedStyle(part).direction, part.className).toBe('ltr');
    expect((part as HTMLElement).lang, part.className).toBe('en-GB');
  }
});

it('a control that was brought up before the layer stood in the page lies above its passage, not over it', () => {
  const passage = document.createElement('p');
  passage.textContent = 'Most of the IAPT therapists are burnt out.';
  passage.style.marginTop = '100px';
  document.body.append(passage);
  const range = document.createRange();
  range.selectNodeContents(passage);
  const layer = addLayer();
  layer.setControls([{ key: 'one', range, label: 'Figure' }], () => undefined);
  layer.showControl(0);
  expect(document.documentElement.lastElementChild, 'the layer came too early').toBe(document.body);
  layer.notify('It is in the page now.');
  const control = buttonOf(layer, 'Figure').getBoundingClientRect();
  expect(control.height).toBeGreaterThan(0);
  expect(control.bottom).toBeLessThanOrEqual(range.getBoundingClientRect().top + 1);
});

describe('a notice', () => {
  it.each([
    ['a word without an end', 'x'.repeat(2_000)],
    ['more lines than the window has', 'word '.repeat(5_000)],
  ])('of %s stays inside the window', (_, message) => {
    const layer = addLayer();
    layer.notify(message);
    const notice = noticeOf(layer);
    const { left, top, right, bottom } = notice.getBoundingClientRect();
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(innerWidth);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    expect(notice.scrollWidth).toBeLessThanOrEqual(notice.clientWidth);
  });

  it('that is sent away gives the focus back to what had it', async () => {
    const layer = addLayer();
    const field = focusField();
    let undone = 0;
    layer.notify('Hidden.', { label: 'Undo', run: () => (undone += 1) });
    layer.focusNotice();
    expect(layer.root.activeElement).toBe(buttonOf(layer, 'Undo'));
    await userEvent.keyboard('{Enter}');
    expect(undone).toBe(1);
    expect(noticeOf(layer).hidden).toBe(true);
    expect(document.activeElement).toBe(field);
  });

  it('that comes of what was done about another one stays', async () => {
    const layer = addLayer();
    layer.notify('Not saved.', { label: 'Copy', run: () => layer.notify('Copied.') });
    layer.focusNotice();
    await userEvent.keyboard('{Enter}');
    expect(noticeOf(layer).hidden).toBe(false);
    expect(noticeOf(layer).textContent).toContain('Copied.');
  });

  it('that is the last stays until it is closed, and the layer goes with it', async () => {
    const layer = addLayer();
    layer.notify('First.');
    const host = layer.root.host;
    layer.leave('Reload the page.');
    expect(host.isConnected).toBe(true);
    buttonOf(layer, 'Close').focus();
    await userEvent.keyboard('{Enter}');
    expect(host.isConnected).toBe(false);
  });
});

it('the button beside a selection, used by keyboard, gives the focus back', async () => {
  const layer = addLayer();
  const field = focusField();
  let saved = 0;
  const button = addSelectionButton(
    layer.root,
    { save: () => (saved += 1), dismiss: () => undefined },
    { language: 'en-GB', save: 'Save', dismiss: 'No' },
  );
  layer.notify('Puts the layer on the page.');
  const paragraph = document.body.appendChild(document.createElement('p'));
  paragraph.textContent = 'Words to keep.';
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  button.show(range);
  buttonOf(layer, 'Save').focus();
  await userEvent.keyboard('{Enter}');
  expect(saved).toBe(1);
  expect(document.activeElement).toBe(field);
});
