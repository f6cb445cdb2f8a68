/** Copies a text from the page. */
import { i18n } from '#i18n';
import type { PageLayer } from '../../lib/dom/page-layer';

/** Copies and says so; where the browser wants a press for it, shows the text with a button to press. */
export async function copyText(text: string, layer: PageLayer): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    layer.notify(i18n.t('page.copied', { text }));
  } catch {
    // A page without https has no clipboard at all: then the text can be selected where it is shown.
    const action = { label: i18n.t('page.copy'), run: () => void navigator.clipboard.writeText(text) };
    layer.notify(text, 'clipboard' in navigator ? action : undefined);
  }
}
