/** Saves the records that were no quotes as a file, as they were found: whoever can read them may mend them. */
import { saveFile } from '../../lib/dom/save-file';
import type { PageToBackground, Remote } from '../../lib/platform/messages';

export async function exportSetAside(background: Pick<Remote<PageToBackground>, 'listSetAside'>): Promise<void> {
  const text = JSON.stringify(await background.listSetAside(), null, 1);
  const day = new Date().toISOString().slice(0, 10);
  saveFile({ name: `iapt-quotes-set-aside-${day}.json`, type: 'application/json', text });
}
