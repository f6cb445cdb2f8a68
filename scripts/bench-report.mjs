/** The benches' results as documents: BENCHMARKS.md whole, and README.md's tables, from the same numbers. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { cellsOf, tableOf, toMarkdown } from '../bench/measure/table.mjs';
import { chromiumPath } from './browsers.mjs';
import { fillPlace } from './marked-place.mjs';
import { ROOT } from './tools.mjs';

/** README's tables: its mark, then for each line what it is called there, the bench's title and the row's name. */
const TABLES = {
  bench: [
    ['Script on a page of 10,000 words that never names IAPT', 'Loading a page', '10k, 0: script'],
    ['The same, of 100,000 words', 'Loading a page', '100k, 0: script'],
    [
      'Script on an article of 10,000 words, 10 sentences about IAPT in each 1,000',
      'Loading a page',
      '10k, 10: script',
    ],
    ['Finding its claims alone', 'Finding claims', '10,000 words, 10 claims in 1,000'],
    ['Longest task of loading it', 'Loading a page', '10k, 10: longest task'],
    ['Elements added to the article', 'Loading a page', '10k, 10: nodes added to the article'],
    ['Layout shift', 'Loading a page', '10k, 10: layout shift'],
    ['Memory of a page that never names IAPT', 'Loading a page', '10k, 0: heap more than without'],
    ['500 later changes of such a page: script', 'A page that is open', '500 later mutations, no mention: script'],
    ['A click, answered later than without', 'A page that is open', 'click to next frame, more than without'],
    ['The popup, opened to the first figure', 'The popup', 'popup opened to first figure'],
    ['The library with 50,000 quotes: first rows', 'Library', 'first rows'],
    ['The same: the slowest letter of a search', 'Library', 'a search, slowest letter'],
    ['Content script, gzipped', 'Size', 'content script'],
    ['Popup, gzipped', 'Size', 'popup'],
  ],
  'bench:anchor': [
    ['Wrong places in 10,000 edited articles', 'Finding quotes again', /^wrong anchors in /],
    ['Found after an ordinary edit', 'Finding quotes again', /^found after an ordinary edit/],
    [
      '100 quotes on 100,000 words, as they were saved',
      'Finding quotes again',
      '100 quotes, 100,000 words, same: time',
    ],
    ['100 quotes, each with a word changed', 'Finding quotes again', '100 quotes, 100,000 words, edited: time'],
    ['Found of them', 'Finding quotes again', '100 quotes, 100,000 words, edited: right'],
    ['100 quotes, all gone', 'Finding quotes again', '100 quotes, 100,000 words, gone: time'],
    ['Wrongly found of them', 'Finding quotes again', '100 quotes, 100,000 words, gone: wrong'],
    ['The longest task of all that', 'Finding quotes again', '100 quotes, 100,000 words, edited: longest task'],
  ],
};

/** Writes both documents. Throws Error where README.md asks for a row that no bench has. */
export function writeReports(sections) {
  const readme = Object.keys(TABLES).reduce(
    (text, mark) => fillPlace(text, placeOf(mark), readmeTable(TABLES[mark], sections)),
    readFileSync(join(ROOT, 'README.md'), 'utf8'),
  );
  writeFileSync(join(ROOT, 'BENCHMARKS.md'), benchmarks(sections));
  writeFileSync(join(ROOT, 'README.md'), readme);
}

function placeOf(mark) {
  return { begin: `<!-- ${mark} -->`, end: `<!-- /${mark} -->`, document: 'README.md' };
}

/** What is limited, and what of it misses its hold. */
export function judge(sections) {
  const rows = sections.flatMap(({ title, rows }) => rows.map((row) => ({ title, ...row })));
  const limited = rows.filter(({ pass }) => pass !== null);
  return { limited, missed: limited.filter(({ pass }) => !pass) };
}

function readmeTable(lines, sections) {
  const cells = lines.map(([label, title, name]) => {
    const rows = sections.find((section) => section.title === title)?.rows ?? [];
    const row = rows.find((row) => (name instanceof RegExp ? name.test(row.name) : row.name === name));
    if (!row) throw new Error(`README.md asks for “${name}”, which is no row of “${title}”.`);
    const { ours, peer, hold } = cellsOf(row);
    return [label, ours, peer, hold];
  });
  return tableOf(['', 'Ours', 'Beside it', 'Limit'], cells);
}

function benchmarks(sections) {
  const { limited, missed } = judge(sections);
  const verdict =
    missed.length === 0
      ? `All ${limited.length} limits hold.`
      : `${limited.length - missed.length} of ${limited.length} limits hold. Missed:\n\n${missed.map(({ title, name }) => `- ${title}: ${name}`).join('\n')}`;
  return `# Benchmarks

Written by \`npm run bench\`, which is also the way to run it again; \`npm run bench -- page\` runs one of the benches.
It fails where a row misses its hold. Lower is better, unless a limit begins with ≥.

- Machine: ${machine()}
- ${chromiumVersion()}, headless; Node ${process.versions.node}
- Load average at the end: ${loadavg()[1].toFixed(1)} (above the number of cores, times are too high)

${verdict}

Each figure is the median of several rounds, in which ours and the peer take turns on identical input; the spread is the
lower and the upper quartile. Times depend on the machine; ratios much less.

${sections.map(toMarkdown).join('\n\n')}
`;
}

function machine() {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`;
}

function chromiumVersion() {
  const said = execFileSync(chromiumPath(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return said.trim().split('\n').at(-1).trim();
}
