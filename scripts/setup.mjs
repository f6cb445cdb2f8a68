/**
 * Brings a bare clone to where the other scripts run: packages, Node 24 where the machine's own is too old, browsers.
 * Plain Node 18, no packages: npm runs it before there are any. Says one line for each thing it does.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath } from './browsers.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** A package of its own that holds nothing but Node 24, so that a machine with a newer Node never downloads it. */
const OWN_NODE = join(ROOT, 'scripts', 'node');
/** What the test runners ask for. */
const OLDEST_NODE = [22, 12];

const BROWSERS = {
  chromium: { name: 'Chromium', path: chromiumPath, variable: 'CHROMIUM_PATH', debianPackage: 'chromium' },
  firefox: { name: 'Firefox', path: firefoxPath, variable: 'FIREFOX_PATH', debianPackage: 'firefox-esr' },
};

const say = (line) => console.log(`setup: ${line}`);

function stop(...lines) {
  console.error(lines.map((line) => `setup: ${line}`).join('\n'));
  process.exit(1);
}

const ownNodePackage = join(OWN_NODE, 'node_modules', `node-${process.platform}-${process.arch}`);
const ownNode = join(ownNodePackage, 'bin', 'node');
const needsOwnNode = runsOnOwnNode() || isTooOld(process.versions.node);
if (needsOwnNode) requireOwnNodePackage();
install(ROOT, 'the packages');
if (needsOwnNode) {
  install(OWN_NODE, 'Node 24, as the machine’s own is too old');
  linkOwnNode();
}
requireBrowsers(wantedBrowsers());

/** npm puts node_modules/.bin first on PATH, so from the second run on this script itself runs on the linked Node. */
function runsOnOwnNode() {
  return existsSync(ownNode) && realpathSync(process.execPath) === realpathSync(ownNode);
}

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

function requireOwnNodePackage() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(OWN_NODE, 'package.json'), 'utf8'));
  if (optionalDependencies[`node-${process.platform}-${process.arch}`]) return;
  stop(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}.`,
    'Install a newer one from https://nodejs.org and run the same command again.',
  );
}

/** `npm ci` in a folder, unless what is installed there is what the lock file asks for. */
function install(folder, what) {
  const stamp = join(folder, 'node_modules', '.setup-stamp');
  // No Node version in it: no package of the tree compiles anything, and the version changes when Node 24 is linked.
  const state = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(readFileSync(join(folder, '.npmrc')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say(`installing ${what}`);
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) stop(`npm could not be started: ${error.message}`);
  if (status !== 0) stop(`npm could not install ${what}; its reason is above.`);
  // Written last: an interrupted run installs again.
  writeFileSync(stamp, state);
  say(`done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Makes npm's scripts run on Node 24: `npm ci` removed the link if it was there. */
function linkOwnNode() {
  const { status } = spawnSync(ownNode, ['--version']);
  if (status !== 0) {
    stop(
      `Node 24 does not run on this system, and ${process.versions.node} is too old.`,
      `Install Node ${OLDEST_NODE.join('.')} or newer and run the same command again.`,
    );
  }
  const bin = join(ROOT, 'node_modules', '.bin');
  const link = join(bin, 'node');
  const target = relative(bin, ownNode);
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === target) return;
  rmSync(link, { force: true });
  mkdirSync(bin, { recursive: true });
  symlinkSync(target, link);
}

function wantedBrowsers() {
  const names = process.argv.find((argument) => argument.startsWith('--browsers='))?.split('=')[1];
  return (names?.split(',') ?? []).map((name) => BROWSERS[name] ?? stop(`no browser is called ${name}`));
}

function requireBrowsers(browsers) {
  const missing = browsers.filter(({ path }) => !path());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installFromDebian(missing);
  const stillMissing = missing.filter(({ path }) => !path());
  if (stillMissing.length === 0) return;
  stop(
    ...stillMissing.map(
      ({ name, variable, debianPackage }) =>
        `${name} was not found. Install it (Debian: apt-get install ${debianPackage}), or set ${variable} to its program.`,
    ),
  );
}

/** Debian's Chromium and Firefox bring a font with them (fontconfig depends on one), so pages have letters. */
function installFromDebian(browsers) {
  const packages = browsers.map(({ debianPackage }) => debianPackage);
  say(`installing ${packages.join(' and ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    // What is missing afterwards is named by the caller; this is the reason.
    if (status !== 0) console.error(`${stdout}${stderr}`.trim());
  }
}
