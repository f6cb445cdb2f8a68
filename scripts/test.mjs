/**
 * `npm test`: every check of the project, one after the other, and their sum as the last line. It goes on after a failure.
 * `npm test -- --only=types,unit` runs just those.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countPlaywright, countVitest, judgeRun } from './counts.mjs';
import { BUILDS, buildExtension, copyWithHostAccess } from './extension.mjs';
import { lintForFirefox } from './lint-firefox.mjs';
import { judgeRecord } from './network-record.mjs';
import { ROOT, runTool } from './tools.mjs';

/** In this order: types need what `wxt prepare` writes, and the tests need the builds. */
const CHECKS = {
  types: () => tools(['wxt', 'prepare'], ['tsc', '--noEmit'], ['tsc', '--noEmit', '-p', 'lib/domain']),
  lint: () => tools(['biome', 'check', '--error-on-warnings']),
  builds: () => {
    build();
    return PASSED;
  },
  'web-ext': () => {
    const problems = lintForFirefox('.output/firefox-mv3');
    return problems.length > 0 ? failed(problems.join('\n')) : PASSED;
  },
  unit: () => {
    // Some of them read the builds, and `--only=unit` must not judge those of yesterday.
    if (!isBuilt()) build();
    return vitest('unit', 'components');
  },
  commands: () => vitest('commands'),
  browser: () => vitest('browser'),
  chromium: () => playwright('chromium'),
  firefox: () => playwright('firefox'),
  privacy: () => {
    const { counts, strays } = judgeRecord(networkRecord);
    console.log(
      `asked of the network: ${counts.page} by pages, ${counts.feed} of the feed’s host, ${counts.browser} by the browsers`,
    );
    return strays.length > 0 ? failed(`asked by nobody who may:\n${strays.join('\n')}`) : PASSED;
  },
};

const PASSED = { passed: 1, failed: 0 };
const failed = (reason) => ({ passed: 0, failed: 1, reason });

const reports = mkdtempSync(join(tmpdir(), 'time-to-talk-'));
const networkRecord = join(reports, 'network.jsonl');
const results = wantedChecks().map((name) => {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const result = outcomeOf(CHECKS[name]);
  if (result.reason) console.log(result.reason);
  console.log(`${name}: ${sum(result)} (${Math.round((Date.now() - started) / 1000)} s)`);
  return { name, ...result };
});
rmSync(reports, { recursive: true });

const failures = results.filter((result) => result.failed > 0).map(({ name }) => name);
console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '');
const total = {
  passed: results.reduce((count, { passed }) => count + passed, 0),
  failed: results.reduce((count, { failed }) => count + failed, 0),
};
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(sum(total));

function sum({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

function wantedChecks() {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  const names = only?.split(',') ?? Object.keys(CHECKS);
  const unknown = names.find((name) => !CHECKS[name]);
  if (unknown === undefined) return names;
  console.error(`No check is called ${unknown}; there are ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(1);
}

/** A check that throws has failed, and the others still run. */
function outcomeOf(check) {
  try {
    return check();
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** Runs tools that pass or fail as a whole; says what they wrote only where they fail. */
function tools(...commands) {
  for (const [name, ...args] of commands) {
    const { status, stdout, stderr } = runTool(name, args);
    if (status !== 0) return failed(`${[name, ...args].join(' ')} failed:\n${stdout}${stderr}`);
  }
  return PASSED;
}

function build() {
  for (const browser of BUILDS) {
    buildExtension(browser);
    copyWithHostAccess(browser);
  }
}

/** Whether the last build is newer than everything that it was made from. */
function isBuilt() {
  const manifests = BUILDS.map((browser) => join(ROOT, '.output', `${browser}-mv3-e2e`, 'manifest.json'));
  if (!manifests.every(existsSync)) return false;
  const built = Math.min(...manifests.map((path) => statSync(path).mtimeMs));
  return globSync('{entrypoints,components,lib,public,locales}/**/*', { cwd: ROOT })
    .concat('wxt.config.ts', 'package.json', 'package-lock.json')
    .every((path) => statSync(join(ROOT, path)).mtimeMs < built);
}

function vitest(...projects) {
  const report = join(reports, `vitest-${projects[0]}.json`);
  const { status } = runTool(
    'vitest',
    [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true },
  );
  return judgeRun(countsOf(report, countVitest), status);
}

function playwright(project) {
  const report = join(reports, `playwright-${project}.json`);
  const { status } = runTool('playwright', ['test', `--project=${project}`, '--reporter=dot,json'], {
    show: true,
    // Playwright decides on colours itself, and Node warns where it is told twice.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, NETWORK_RECORD: networkRecord, NO_COLOR: undefined },
  });
  return judgeRun(countsOf(report, countPlaywright), status);
}

function countsOf(report, count) {
  return existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
}
