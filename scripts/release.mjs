/**
 * `npm run release -- patch` (or minor, major, 1.2.3): the version in package.json, its place in CHANGELOG.md, a commit and
 * a tag. `--dry-run` says what it would do and changes nothing. It pushes nothing and sends nothing to a store.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextVersion, releaseNotes } from './release-notes.mjs';
import { ROOT } from './tools.mjs';

const dryRun = process.argv.includes('--dry-run');
const [step = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

try {
  const { version: current } = JSON.parse(read('package.json'));
  const version = nextVersion(current, step);
  const tag = `v${version}`;
  const { notes, changelog } = releaseNotes(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  if (git('tag', '--list', tag)) throw new Error(`The tag ${tag} is there already.`);
  const uncommitted = git('status', '--porcelain');
  if (uncommitted && !dryRun) throw new Error(`Commit or put away first:\n${uncommitted}`);

  console.log(`${current} → ${version}\n\n${notes}\n`);
  if (dryRun)
    console.log(`Would change package.json, package-lock.json and CHANGELOG.md, commit them, and tag ${tag}.`);
  else release(version, tag, changelog, notes);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function release(version, tag, changelog, notes) {
  for (const file of ['package.json', 'package-lock.json']) write(file, withVersion(read(file), version));
  write('CHANGELOG.md', changelog);
  git('commit', '--all', '--message', `Release ${version}`);
  git('tag', '--annotate', tag, '--message', `${version}\n\n${notes}`);
  console.log(
    `Committed, and tagged ${tag}. Next: npm test, npm run package, and the release guide (docs/store/releasing.md).`,
  );
}

/** The project's own version stands first in both files; the lock file has it a second time, under "packages". */
function withVersion(text, version) {
  const document = JSON.parse(text);
  document.version = version;
  if (document.packages) document.packages[''].version = version;
  return `${JSON.stringify(document, null, 2)}\n`;
}

function git(...args) {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}

function read(file) {
  return readFileSync(join(ROOT, file), 'utf8');
}

function write(file, text) {
  writeFileSync(join(ROOT, file), text);
}
