/** `feed embedded`: the edition that the extension comes with, as a document. */
import { documentText } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run --silent feed -- embedded > FEED.json

Prints the edition that the extension comes with, to start the next one from.`;

export async function run() {
  const [{ embeddedDocument }] = await loadSources('lib/domain/embedded-feed.ts');
  process.stdout.write(documentText(embeddedDocument));
}
