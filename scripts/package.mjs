/**
 * `npm run package`: what the stores take, under .output/packages: a zip each for Chrome, Edge and Firefox, the sources
 * that Mozilla's reviewers build from, the list of what it was built with (SBOM), and the hashes of them all. Fails where
 * Mozilla's linter finds something, or where the sources, built in another folder, do not give the same bytes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { BUILDS, buildExtension } from './extension.mjs';
import { ALLOWED_WARNINGS, lintForFirefox } from './lint-firefox.mjs';
import { ROOT } from './tools.mjs';
import { sha256, zipFolder } from './zip.mjs';

const FOLDER = join(ROOT, '.output', 'packages');
/** Which build each store gets. */
const STORES = { chrome: 'chrome', edge: 'chrome', firefox: 'firefox' };
/** Not needed to build it: pictures and pages for people, and what runs on the project's own server. */
const NOT_SOURCES = /^(?:\.ci\/|docs\/.*\.png$)/;

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const hashes = [];

try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const builds = Object.fromEntries(BUILDS.map((browser) => [browser, zipFolder(buildExtension(browser))]));
  for (const [store, browser] of Object.entries(STORES)) save(`${name}-${version}-${store}.zip`, builds[browser]);
  requireCleanLint();
  const sources = zipFolder(ROOT, trackedFiles());
  save(`${name}-${version}-sources.zip`, sources);
  requireSameBytes(sources, builds);
  save(`${name}-${version}-sbom.cdx.json`, billOfMaterials());
  writeFileSync(join(FOLDER, 'SHA256SUMS'), `${hashes.join('\n')}\n`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function save(file, content) {
  const path = join(FOLDER, file);
  writeFileSync(path, content);
  hashes.push(`${sha256(content)}  ${file}`);
  console.log(`${relative(ROOT, path)}  ${(content.length / 1000).toFixed(0)} KB  sha256 ${sha256(content)}`);
}

function requireCleanLint() {
  const problems = lintForFirefox('.output/firefox-mv3');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const explained = Object.entries(ALLOWED_WARNINGS).map(([code, reason]) => `  ${code}: ${reason}`);
  console.log(`web-ext lint: no errors, and no warnings but these, which may stay:\n${explained.join('\n')}`);
}

/** What git knows; in the unpacked sources themselves, where there is no git, the list is not needed. */
function trackedFiles() {
  return execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && !NOT_SOURCES.test(file));
}

/** Builds once more from the unpacked sources, in a folder of another name, with the same packages. */
function requireSameBytes(sources, builds) {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  try {
    for (const [file, content] of Object.entries(unzipSync(sources))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', 'build.mjs')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CI: '1', NO_COLOR: '1' },
    });
    if (status !== 0) throw new Error(`The packed sources do not build:\n${stderr}`);
    for (const browser of BUILDS) {
      const again = sha256(zipFolder(join(folder, '.output', `${browser}-mv3`)));
      if (again !== sha256(builds[browser])) throw new Error(`Built from the sources, the ${browser} package differs.`);
    }
    console.log('Built again from the packed sources in another folder: every byte is the same.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CycloneDX, of the lock file: https://docs.npmjs.com/cli/commands/npm-sbom */
function billOfMaterials() {
  const npm = process.env.npm_execpath;
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--loglevel=error'];
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 100_000_000 };
  const text = npm ? execFileSync(process.execPath, [npm, ...args], options) : execFileSync('npm', args, options);
  const { components } = JSON.parse(text);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = Object.entries(packages).filter(
    ([path, { version }]) => path && !listed.has(`${path.split('node_modules/').at(-1)}@${version}`),
  );
  if (missing.length > 0)
    throw new Error(`Missing in the list of materials: ${missing.map(([path]) => path).join(', ')}`);
  console.log(`SBOM: ${components.length} packages, all of the lock file`);
  return text;
}
