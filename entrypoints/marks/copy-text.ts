/** Copies a text from the page. */
import { i18n } from '#i18n';
import { writeClipboard } from '../../lib/dom/clipboard';
import type { PageLayer } from '../../lib/dom/page-layer';

/** Copies and says so; where the browser wants a press for it, shows the text with a button to press. */
export async function copyText(text: string, layer: PageLayer): Promise<void> {
  const copied = () => layer.notify(i18n.t('page.copied', { text }));
  const copyAtPress = () => {
    // Where a press isn't enough either, the text can be selected where it is shown.
    writeClipboard(text, layer.root).then(copied, () => layer.notify(text));
  };
  await writeClipboard(text, layer.root).then(copied, () =>
    layer.notify(text, { label: i18n.t('page.copy'), run: copyAtPress }),
  );
}
