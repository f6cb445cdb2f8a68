/**
 * The table of faults and attacks in SECURITY.md, from tests/faults.json: what happens in each case, and the tests that
 * show it, found by their names. `node scripts/faults.mjs` writes it; a test says whether it is current.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillPlace } from './marked-place.mjs';
import { ROOT } from './tools.mjs';

const DOCUMENT = join(ROOT, 'SECURITY.md');
/** The reason of a case that waits for its test: what it says is an intention. */
const UNTESTED = 'not tested yet';
const PLACE = { begin: '<!-- faults: begin -->', end: '<!-- faults: end -->', document: 'SECURITY.md' };

/** SECURITY.md as it should be. Throws Error that names each test that is listed and isn't there, and each case without one. */
export function securityDocument() {
  return fillPlace(readFileSync(DOCUMENT, 'utf8'), PLACE, faultTable());
}

function faultTable() {
  const faults = JSON.parse(readFileSync(join(ROOT, 'tests/faults.json'), 'utf8'));
  const files = globSync('tests/**/*.{test,spec}.{ts,tsx}', { cwd: ROOT })
    .concat('tests/e2e/harness.ts')
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(ROOT, path), 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path));
  const problems = [];
  const lines = faults.map(({ number, fault, happens, tests, open }) => {
    if (tests.length === 0 && !open) problems.push(`case ${number} (${fault}) has no test and no reason for that`);
    const shown = tests.map((name) => {
      const found = files.filter(({ text }) => text.includes(name));
      if (found.length === 0) problems.push(`case ${number}: no test is called “${name}”`);
      return `${found.map(({ path }) => `[${groundOf(path)}](${path})`).join(', ')}: ${name}`;
    });
    const isShown = tests.length > 0 || open !== UNTESTED;
    return `| ${number} | ${fault} | ${isShown ? happens : `Meant: ${happens}`} | ${[...shown, ...(open ? [`*${open}*`] : [])].join('<br>')} |`;
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return ['| | Fault or attack | What happens | How it is tested |', '|--:|---|---|---|', ...lines].join('\n');
}

/** Where a test runs. */
function groundOf(path) {
  if (path.endsWith('.chromium.spec.ts')) return 'Chromium';
  if (path.endsWith('.firefox.spec.ts')) return 'Firefox';
  if (path.startsWith('tests/e2e/')) return 'both browsers';
  return path.startsWith('tests/dom/') ? 'Chromium page' : 'unit';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    writeFileSync(DOCUMENT, securityDocument());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
