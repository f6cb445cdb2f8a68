/**
 * `npm run bench`: every bench of bench/, one after the other, and their tables in BENCHMARKS.md. Fails where a row
 * misses its hold. `-- page anchor` runs just those; `-- --quick` is a smoke run. Neither writes the file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { basename, join } from 'node:path';
import { toMarkdown } from '../bench/measure/table.mjs';
import { chromiumPath } from './browsers.mjs';
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
  writeFileSync(join(ROOT, 'BENCHMARKS.md'), report(sections));
  console.log('\nWritten to BENCHMARKS.md.');
}
const rows = sections.flatMap(({ rows }) => rows).filter(({ pass }) => pass !== null);
const missed = rows.filter(({ pass }) => !pass);
for (const { name } of missed) console.log(`Missed: ${name}`);
for (const name of failed) console.log(`Failed: bench ${name}`);
console.log(`${rows.length - missed.length} of ${rows.length} limits hold (${seconds(started)} s)`);
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

function report(sections) {
  const [cpu] = cpus();
  const chromium = execFileSync(chromiumPath(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const machine = `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`;
  return `# Benchmarks

Written by \`npm run bench\`, which is also the way to run it again; \`npm run bench -- page\` runs one of the benches.
It fails where a row misses its hold. Lower is better, unless a limit begins with ≥.

- Machine: ${machine}; load average ${loadavg()[2].toFixed(1)} (times of a busy machine are too high)
- ${chromium.trim().split('\n').at(-1).trim()}, headless; Node ${process.versions.node}

Each figure is the median of several rounds, in which ours and the peer take turns on identical input; the spread is the
lower and the upper quartile. Times depend on the machine; ratios much less.

${sections.map(toMarkdown).join('\n\n')}
`;
}
