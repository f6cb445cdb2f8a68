/** Saves all quotes as one file, before they are deleted: in the format that the library can import again. */
import { saveFile } from '../../lib/dom/save-file';
import { byNewest } from '../../lib/domain/annotation';
import { exportAnnotations } from '../../lib/domain/export';
import { readAllQuotes } from '../../lib/platform/all-quotes';
import type { PageToBackground, Remote } from '../../lib/platform/messages';

/** Resolves to the file's name. */
export async function exportAllQuotes(background: Remote<PageToBackground>): Promise<string> {
  const [annotations, { statistics }] = await Promise.all([readAllQuotes(background), background.getFeed()]);
  const file = exportAnnotations(annotations.sort(byNewest), statistics, 'jsonld', {
    exportedAt: new Date().toISOString(),
  });
  saveFile(file);
  await background.markExported(annotations.map(({ id }) => id));
  return file.name;
}
