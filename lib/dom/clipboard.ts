/** Puts a text on the clipboard from within a page. */
import { i18n } from '#i18n';

/**
 * Copies in answer to a press. The clipboard's own interface is missing on pages without https and may be forbidden by a
 * page; the older command works there, on a field of ours inside `root`. Rejects where neither is allowed.
 */
export async function writeClipboard(text: string, root: ShadowRoot): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copySelected(text, root)) throw new Error(i18n.t('error.noCopying'));
  }
}

function copySelected(text: string, root: ShadowRoot): boolean {
  const before = root.activeElement ?? root.ownerDocument.activeElement;
  const field = root.ownerDocument.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // Out of sight, and not out of the layout: what has no box can't be selected.
  field.style.cssText = 'position: fixed; inset: 0 auto auto 0; opacity: 0';
  root.append(field);
  field.select();
  const isCopied = root.ownerDocument.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}
