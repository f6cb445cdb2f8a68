/** Zip files whose bytes depend on nothing but the names and contents of what is in them. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Zip keeps local time, so a date that is the same everywhere is made of local parts: the first one that zip knows. */
const DATE = new Date(1980, 0, 1);

/** Zips files of a folder, named from it with forward slashes; all of them where none are named. Returns the bytes. */
export function zipFolder(folder, files = filesIn(folder)) {
  const entries = [...files].sort().map((file) => [file, readFileSync(join(folder, file))]);
  return zipSync(Object.fromEntries(entries), { mtime: DATE, level: 9 });
}

/** In hexadecimal. */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function filesIn(folder) {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'));
}
