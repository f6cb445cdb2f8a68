/** `feed check`: what must be put right before an edition is signed. */
import { pathOf, readJson, requireArguments } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- check FEED.json [--published OLD.json]

Holds a document to the format and to itself: every disclosure is there or null ("not known"), percentages agree with
their counts, every link is https, every example goes through the matcher as it should, and the edition is newer than
OLD.json; without --published, than the edition that the extension comes with.

Exit codes: 0 nothing is wrong, 1 something is, 2 the command was not understood.`;

export const options = { published: { type: 'string' } };

export async function run({ published }, given) {
  const [path] = requireArguments(given, 'FEED.json');
  const { problems, notes, document } = await check(path, published);
  for (const problem of problems) console.error(`feed check: ${path}: ${problem}`);
  if (problems.length > 0) return 1;
  for (const note of notes) console.log(`Note: ${note}.`);
  console.log(
    `${path}: edition ${document.edition} of ${document.published} with ${document.statistics.length} questions. Nothing is wrong with it.`,
  );
}

/** Checks the document at a path. Returns what was found, and the document as it was read. */
export async function check(path, published) {
  const document = readJson(path);
  const [{ checkDocument }, { embeddedDocument }] = await loadSources(
    'lib/domain/feed-check.ts',
    'lib/domain/embedded-feed.ts',
  );
  return {
    ...checkDocument(document, published === undefined ? embeddedDocument : readJson(pathOf(published))),
    document,
  };
}
