/** Finds out which packages really are in what was built, and writes their licences beside it. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'third-party-licences.txt';
const PACKAGE = /^(?:.*[\\/])node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** A Vite plugin that notes the packages that code was taken from, and what writes their licences into a folder. */
export function licences() {
  const folders = new Set();
  return {
    plugin: {
      name: 'licences',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
            const [folder] = (renderedLength > 0 && PACKAGE.exec(id.replace(/^\0/, ''))) || [];
            if (folder) folders.add(folder);
          }
        }
      },
    },
    write(outDir) {
      const texts = [...folders].map(describePackage).sort();
      const opening = 'Time to Talk IAPT holds code of the packages below, under their licences.';
      writeFileSync(join(outDir, FILE), `${[opening, ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
    },
  };
}

/** Name, version and licence text. Throws Error where a package has no licence: then it may not be shipped. */
function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [file] = globSync('{LICEN[CS]E,licen[cs]e}*', { cwd: folder }).sort();
  if (!license) throw new Error(`${name} has no licence`);
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})${text ? `\n\n${text.replaceAll('\r\n', '\n')}` : ''}`;
}
