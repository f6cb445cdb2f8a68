/** What a page shows once Firefox has ended our scripts in it: style and markup alone, as nothing can run any more. */
import css from './last-words.css?inline';
import { makeElement } from './make-element';

/** What the line says, what closes it, and the language of both (BCP 47). */
interface LastWords {
  message: string;
  close: string;
  language: string;
}

/** Puts the line into the layer, unseen until then; its button closes it as forms do, without a script. */
export function leaveLastWords(root: ShadowRoot, { message, close, language }: LastWords): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const status = makeElement('div', 'last-words');
  status.setAttribute('role', 'status');
  status.lang = language;
  const dialog = makeElement('dialog', 'page-notice');
  dialog.open = true;
  dialog.ariaLabel = message;
  const line = makeElement('span', 'page-notice-text');
  line.textContent = message;
  const form = document.createElement('form');
  form.method = 'dialog';
  const button = makeElement('button', 'page-notice-button');
  button.textContent = close;
  form.append(button);
  dialog.append(line, form);
  status.append(dialog);
  root.append(status);
}
