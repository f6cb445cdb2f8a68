/** `feed diff`: what changes from one edition to another, in words. */
import { readJson, requireArguments } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- diff OLD.json NEW.json

Says what changes for people, in the words that the extension uses, and then what else does.

Exit codes: 0 said, 1 one of them is no feed, 2 the command was not understood.`;

export async function run(_, given) {
  const [before, after] = requireArguments(given, 'OLD.json', 'NEW.json');
  const [{ parseFeed }, { describeChanges }] = await loadSources('lib/domain/feed.ts', 'lib/domain/feed-changes.ts');
  const read = (path) => {
    try {
      return parseFeed(readJson(path));
    } catch (error) {
      throw new Error(error.message.startsWith(path) ? error.message : `${path}: ${error.message}`);
    }
  };
  const [old, fresh] = [read(before), read(after)];
  const changes = describeChanges(old, fresh);
  console.log(`Edition ${old.edition} → edition ${fresh.edition}: ${changes.length === 0 ? 'nothing changes' : ''}`);
  for (const { kind, text } of changes)
    console.log(`${kind === 'background' ? '  (not told to readers) ' : '  '}${text}`);
}
