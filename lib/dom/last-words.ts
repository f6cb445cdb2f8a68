/** What a page shows once Firefox has ended our scripts in it: style and markup alone, as nothing can run any more. */
import css from './last-words.css?inline';

/** Puts the line into the layer, unseen until then; its button closes it as forms do, without a script. */
export function leaveLastWords(root: ShadowRoot, message: string, close: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const status = document.createElement('div');
  status.className = 'last-words';
  status.setAttribute('role', 'status');
  const dialog = document.createElement('dialog');
  dialog.className = 'page-notice';
  dialog.open = true;
  dialog.ariaLabel = message;
  const line = document.createElement('span');
  line.className = 'page-notice-text';
  line.textContent = message;
  const form = document.createElement('form');
  form.method = 'dialog';
  const button = document.createElement('button');
  button.className = 'page-notice-button';
  button.textContent = close;
  form.append(button);
  dialog.append(line, form);
  status.append(dialog);
  root.append(status);
}
