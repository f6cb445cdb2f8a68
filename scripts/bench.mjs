/**
 * `npm run bench`: every bench of bench/, one after the other, and their tables in BENCHMARKS.md and README.md. Fails where a row
 * misses its hold. `-- page anchor` runs just those; `-- --quick` is a smoke run. Neither writes the file.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { judge, writeReports } from './bench-report.mjs';
import { buildExtension, copyWithHostAccess } from './extension.mjs';
import { ROOT } from './tools.mjs';

const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const benches = globSync('*.mjs', { cwd: join(ROOT, 'bench') })
  .map((file) => basename(file, '.mjs'))
  .sort();
const unknown = wanted.find((name) => !benches.includes(name));
if (unknown) {
  console.error(`No bench is called ${unknown}; there are ${benches.join(', ')}.`);
  process.exit(2);
}

const started = Date.now();
buildExtension('chrome');
copyWithHostAccess('chrome');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const results = (wanted.length > 0 ? wanted : benches).map(runBench);
rmSync(folder, { recursive: true });

const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
const sections = results.flatMap(({ result }) => (result ? [result] : []));
if (!quick && wanted.length === 0 && sections.length === results.length) {
  writeReports(sections);
  console.log('\nWritten to BENCHMARKS.md and README.md.');
}
const { limited, missed } = judge(sections);
for (const { title, name } of missed) console.log(`Missed: ${title}: ${name}`);
for (const name of failed) console.log(`Failed: bench ${name}`);
console.log(`${limited.length - missed.length} of ${limited.length} limits hold (${seconds(started)} s)`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** In a process of its own, so that one bench's heap is not the next one's. */
function runBench(name) {
  console.log(`\n== ${name}`);
  const from = Date.now();
  const json = join(folder, `${name}.json`);
  const { status } = spawnSync(process.execPath, [join(ROOT, 'bench', `${name}.mjs`), ...(quick ? ['--quick'] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, BENCH_JSON: json },
  });
  console.log(`${name}: ${seconds(from)} s`);
  return { name, ok: status === 0, result: existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : null };
}

function seconds(from) {
  return Math.round((Date.now() - from) / 1000);
}
