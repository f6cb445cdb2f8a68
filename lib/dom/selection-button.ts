/** The button beside a selection, in our layer on the page: it says what it does, and how to be rid of it. */
import { rememberFocus } from './focus-return';
import { makeElement } from './make-element';
import css from './selection-button.css?inline';

export interface SelectionButton {
  show(range: Range): void;
  hide(): void;
  remove(): void;
}

interface Actions {
  save: () => void;
  dismiss: () => void;
}

/** What saves, and what sends the button away; both in `language` (BCP 47). */
export interface SelectionTexts {
  language: string;
  save: string;
  dismiss: string;
}

/** CSS pixels between the selection and the button, and between the button and the viewport's edges. */
const GAP = 8;

export function addSelectionButton(
  root: ShadowRoot,
  { save, dismiss }: Actions,
  texts: SelectionTexts,
): SelectionButton {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const bar = makeElement('div', 'selection-bar');
  bar.lang = texts.language;
  bar.hidden = true;
  const returnFocus = rememberFocus(bar);
  bar.append(makeButton(texts.save, save), makeButton('×', dismiss, texts.dismiss));
  // A press would take the selection away before it could be saved.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  root.append(bar);
  return { show, hide, remove: () => bar.remove() };

  function makeButton(text: string, run: () => void, name = text): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.ariaLabel = name;
    button.title = name === text ? '' : name;
    button.addEventListener('click', (event) => {
      // A page can make events, but not trusted ones.
      if (!event.isTrusted) return;
      hide();
      run();
    });
    return button;
  }

  /** Below the end of the selection, or above its start where there is no room; the layer scrolls with the page. */
  function show(range: Range): void {
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (!first || !last) {
      hide();
      return;
    }
    bar.hidden = false;
    const { width, height } = bar.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const origin = root.host.getBoundingClientRect();
    const isRoomBelow = last.bottom + GAP + height <= clientHeight;
    const top = isRoomBelow ? last.bottom + GAP : Math.max(GAP, first.top - GAP - height);
    const left = Math.max(GAP, Math.min(last.right - width / 2, clientWidth - GAP - width));
    bar.style.left = `${left - origin.left}px`;
    bar.style.top = `${top - origin.top}px`;
  }

  function hide(): void {
    returnFocus();
    bar.hidden = true;
  }
}
