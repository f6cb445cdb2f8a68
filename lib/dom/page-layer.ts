/** Our one element on the page: a closed shadow root at the end of the document, for controls, card and notices. */
import { makeElement } from './make-element';
import css from './page-layer.css?inline';
import { addPageNotice, type PageNotice } from './page-notice';

export interface Control {
  /** The accessible name. */
  label: string;
  range: Range;
  /** The same for the same passage, so that its control stays the one it was. */
  key: string;
}

export interface PageLayer {
  /** Where the card is rendered. */
  card: HTMLElement;
  root: ShadowRoot;
  /** Puts one focusable control for each marked passage in the tab order, in the article's order. */
  setControls(controls: readonly Control[], open: (index: number) => void): void;
  /** Shows the control of a passage that the pointer is on; -1 hides it. */
  showControl(index: number): void;
  focusControl(index: number): void;
  /** Places the card beside a range, inside the viewport; call again when its size changes. */
  placeCard(range: Range): void;
  /** Draws all that is in the layer for a light or a dark ground, or as the system has it. */
  setScheme(scheme: 'light' | 'dark' | 'light dark'): void;
  notify: PageNotice['notify'];
  announce: PageNotice['announce'];
  /** Puts the focus on what can be done about the notice that is shown. */
  focusNotice(): void;
  /** Whether an event of the page met this layer and not the page. */
  owns(target: EventTarget | null): boolean;
  /** Takes the layer away, at once or, where there is a last thing to say, once that line is closed. */
  leave(message?: string): void;
}

/** CSS pixels kept between the card and the viewport's edges, and between the card and the passage. */
const MARGIN = 8;

/** The card gets at least this height, in CSS pixels, even where it has to cover the passage. */
const LEAST_CARD = 320;

/** How often the layer is put into the page. */
const MAX_ATTACHMENTS = 3;

/** The layer's own words: what a control shows, what all of them are called, what closes a notice, and in which language. */
export interface LayerTexts {
  /** BCP 47: the page's own may be another. */
  language: string;
  control: string;
  controls: string;
  close: string;
}

/** Adds the layer. It belongs to no part of the page that a framework renders. */
export function addPageLayer(document: Document, texts: LayerTexts): PageLayer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // An attribute of the host would be the page's to see.
  const scheme = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet, scheme];

  const controls = makeElement('section', 'controls');
  controls.ariaLabel = texts.controls;
  const card = makeElement('div', 'card-place');
  root.append(controls, card);
  const notice = addPageNotice(root, texts.close);
  for (const part of root.children) if (part instanceof HTMLElement) part.lang = texts.language;
  let attachments = 0;
  let hasLeft = false;
  attachWhenSettled();

  let ranges: readonly Range[] = [];
  let open: (index: number) => void = () => undefined;
  const buttons = new Map<string, HTMLButtonElement>();
  let isRestoring = false;
  const indexOf = ({ target }: Event) => [...controls.children].indexOf(target as Element);
  controls.addEventListener('focusin', (event) => {
    if (isRestoring) return;
    const index = indexOf(event);
    revealRange(ranges[index]);
    place(event.target as HTMLElement, index);
  });
  // A page can make events, but not trusted ones.
  controls.addEventListener('click', (event) => event.isTrusted && open(indexOf(event)));

  return {
    card,
    root,
    setControls(list, onOpen) {
      ranges = list.map(({ range }) => range);
      open = onOpen;
      if (attachments > 0) attach();
      const focused = root.activeElement;
      const wanted = list.map((control) => buttons.get(control.key) ?? makeControl(control));
      buttons.clear();
      for (const [index, { key }] of list.entries()) buttons.set(key, wanted[index] as HTMLButtonElement);
      // Moving an element takes the focus from it: the controls stay where they are unless their order is another.
      if (wanted.length === controls.children.length && wanted.every((button, at) => controls.children[at] === button))
        return;
      controls.replaceChildren(...wanted);
      if (focused instanceof HTMLElement && controls.contains(focused)) {
        isRestoring = true;
        focused.focus({ preventScroll: true });
        isRestoring = false;
      }
    },
    showControl(index) {
      for (const [at, button] of [...controls.children].entries()) button.classList.toggle('shown', at === index);
      placeShown();
    },
    focusControl(index) {
      attach();
      const button = controls.children[index];
      if (button instanceof HTMLElement) button.focus();
    },
    placeCard(range) {
      attach();
      const passage = range.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      const roomBelow = clientHeight - passage.bottom - 2 * MARGIN;
      const roomAbove = passage.top - 2 * MARGIN;
      const wanted = card.scrollHeight;
      const below = roomBelow >= Math.min(wanted, LEAST_CARD) || roomBelow >= roomAbove;
      const room = Math.max(below ? roomBelow : roomAbove, Math.min(LEAST_CARD, clientHeight - 2 * MARGIN));
      card.style.setProperty('--card-height', `${room}px`);
      const { width, height } = card.getBoundingClientRect();
      const top = below
        ? Math.min(passage.bottom + MARGIN, clientHeight - MARGIN - height)
        : passage.top - MARGIN - height;
      moveTo(card, clamp(passage.left, clientWidth - MARGIN - width), Math.max(MARGIN, top));
    },
    notify(message, action) {
      attach();
      notice.notify(message, action);
    },
    announce: notice.announce,
    focusNotice: notice.focus,
    setScheme(wanted) {
      scheme.replaceSync(`:host { color-scheme: ${wanted} !important; }`);
    },
    owns: (target) => target === host,
    leave(message) {
      // Where a new script of ours has taken the layer away, there is nothing to be said.
      const isSaid = message !== undefined && (attachments === 0 || host.isConnected);
      if (isSaid) {
        this.notify(message);
        notice.keep(() => host.remove());
      } else host.remove();
      hasLeft = true;
    },
  };

  /** A page that draws its own document takes up what the server sent before it is loaded, and wants nothing else there. */
  function attachWhenSettled(): void {
    if (document.readyState === 'complete') requestIdleCallback(attach, { timeout: 2_000 });
    else window.addEventListener('load', attachWhenSettled, { once: true });
  }

  /** Puts the layer where it belongs; a page that throws it out again and again has its way. */
  function attach(): void {
    if (host.isConnected || hasLeft || attachments >= MAX_ATTACHMENTS) return;
    attachments += 1;
    document.documentElement.append(host);
    // Outside the page it had no size to be placed by, and would lie over the words that the pointer is on.
    placeShown();
  }

  function placeShown(): void {
    const index = [...controls.children].findIndex(({ classList }) => classList.contains('shown'));
    const button = controls.children[index];
    if (button instanceof HTMLElement) place(button, index);
  }

  function makeControl({ label }: Control): HTMLButtonElement {
    const made = makeElement('button', 'control');
    made.type = 'button';
    made.textContent = texts.control;
    made.ariaLabel = label;
    return made;
  }

  function place(control: HTMLElement, index: number): void {
    const first = ranges[index]?.getClientRects()[0];
    if (!first) return;
    const { width, height } = control.getBoundingClientRect();
    moveTo(
      control,
      clamp(first.left, document.documentElement.clientWidth - MARGIN - width),
      Math.max(0, first.top - height),
    );
  }

  /** Moves to a point of the viewport; the layer's own origin scrolls with the page. */
  function moveTo(target: HTMLElement, left: number, top: number): void {
    const origin = host.getBoundingClientRect();
    // Unlike its place, a translation is no shift of the page's layout.
    target.style.translate = `${left - origin.left}px ${top - origin.top}px`;
  }
}

function clamp(value: number, max: number): number {
  return Math.max(MARGIN, Math.min(value, max));
}

/** Scrolls a passage into view, only if it is not, and without motion for those who asked for none. */
export function revealRange(range: Range | undefined): void {
  const box = range?.getBoundingClientRect();
  if (!range || !box || (box.top >= 0 && box.bottom <= innerHeight)) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'auto' });
}
