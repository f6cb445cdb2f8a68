/** The line that our layer on a page says: seen for a while, read out politely, with at most one thing to do about it. */
import { rememberFocus } from './focus-return';
import { makeElement } from './make-element';

export interface PageNotice {
  /** Says one line, seen and read out, with at most one thing to do about it. */
  notify(message: string, action?: { label: string; run: () => void }): void;
  /** Reads one line out politely without showing it. */
  announce(message: string): void;
  /** Puts the focus on the first thing that can be done about it. */
  focus(): void;
  /** Lets the line stay until it is closed, and calls back then. */
  keep(onClose: () => void): void;
}

/** How long a notice stays, in milliseconds: long enough to read a line twice, and it waits while it is used. */
const TIME = 8_000;

/** Adds the notice and its live region to the layer; `close` is what its button is called. */
export function addPageNotice(root: ShadowRoot, close: string): PageNotice {
  const status = makeElement('div', 'status');
  status.setAttribute('role', 'status');
  const notice = makeElement('div', 'page-notice');
  notice.hidden = true;
  root.append(status, notice);
  let timer = 0;
  let isKept = false;
  let onHide: () => void = () => undefined;
  const returnFocus = rememberFocus(notice);

  return {
    notify(message, action) {
      clearTimeout(timer);
      status.textContent = message;
      const line = makeElement('span', 'page-notice-text');
      line.textContent = message;
      // The live region reads it out; read twice it would be a nuisance.
      line.ariaHidden = 'true';
      const act = action && button(action.label, action.run);
      // Laid out without it for a moment, the new notice is no shift of the old one.
      notice.hidden = true;
      notice.getBoundingClientRect();
      notice.replaceChildren(line, ...(act ? [act] : []), button(close));
      notice.hidden = false;
      timer = window.setTimeout(hideUnlessUsed, TIME);
    },
    announce(message) {
      status.textContent = message;
    },
    focus() {
      notice.querySelector('button')?.focus({ preventScroll: true });
    },
    keep(onClose) {
      isKept = true;
      clearTimeout(timer);
      onHide = onClose;
    },
  };

  /** A button that does something, and then sends the notice away. A page can make events, but not trusted ones. */
  function button(label: string, run?: () => void): HTMLButtonElement {
    const made = makeElement('button', 'page-notice-button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', ({ isTrusted }) => {
      if (!isTrusted) return;
      // What is done may say another line, which is not to be sent away.
      hide();
      run?.();
    });
    return made;
  }

  function hide(): void {
    returnFocus();
    notice.hidden = true;
    status.textContent = '';
    onHide();
  }

  function hideUnlessUsed(): void {
    if (isKept) return;
    if (notice.matches(':hover, :focus-within')) timer = window.setTimeout(hideUnlessUsed, TIME);
    else hide();
  }
}
