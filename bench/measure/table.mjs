/**
 * The form of a bench: what it measured, as rows that stand beside what a peer needs and what must hold.
 *
 * Every file of bench/ is one, and runs alone: `node bench/NAME.mjs [--quick]` prints its table and fails where a row
 * misses its hold. `npm run bench` runs them all and writes BENCHMARKS.md.
 */
import { writeFileSync } from 'node:fs';
import { median, quartiles } from './statistics.mjs';

/**
 * @typedef {object} Row
 * @property {string} name what was measured, and on what: "50 edited quotes, 100,000 words: longest task"
 * @property {string} unit "ms", "KB", "" for a count
 * @property {number} ours median of the rounds
 * @property {number | null} peer median of the peer's, null where it has none
 * @property {string | null} peerName
 * @property {number | null} ratio median of ours / peer, round by round
 * @property {[number, number]} spread lower and upper quartile of what is judged
 * @property {'ours' | 'ratio'} judged which of the two hold and aim speak of
 * @property {'lower' | 'higher'} better
 * @property {number | null} hold what must be met: missing it fails the bench; null for a row that only informs
 * @property {number | null} aim what would be better still
 * @property {boolean | null} pass null where there is no hold
 */

/**
 * @typedef {object} Table side-by-side figures that no limit belongs to
 * @property {string} caption
 * @property {string[]} header
 * @property {(string | number)[][]} cells a line for each thing compared, its name first
 */

/**
 * Makes a row from the rounds' figures. `ours` and `peer.values` are numbers of one unit, the same round at the same
 * index (so take turns); a single number is one round. `judged` is 'ratio' where hold and aim are multiples of the peer.
 * @returns {Row}
 */
export function row({ name, unit, ours, peer, judged = 'ours', better = 'lower', hold = null, aim = null }) {
  const own = [ours].flat();
  const other = peer ? [peer.values].flat() : [];
  const ratios = own.flatMap((value, round) => (other[round] > 0 ? [value / other[round]] : []));
  const judgedValues = judged === 'ratio' ? ratios : own;
  if (judgedValues.length === 0) throw new Error(`${name}: nothing was measured`);
  const value = median(judgedValues);
  return {
    name,
    unit,
    ours: median(own),
    peer: other.length > 0 ? median(other) : null,
    peerName: peer?.name ?? null,
    ratio: ratios.length > 0 ? median(ratios) : null,
    spread: quartiles(judgedValues),
    judged,
    better,
    hold,
    aim,
    pass: hold === null ? null : meets(value, hold, better),
  };
}

function meets(value, limit, better) {
  return better === 'higher' ? value >= limit : value <= limit;
}

/**
 * Runs a bench, prints its table, and leaves it as JSON for `npm run bench` where BENCH_JSON names a file.
 * `measure({ quick })` resolves to rows, or to `{ rows, tables, notes }` with tables that only inform and sentences to print below.
 * With `quick` it takes as few rounds and as small inputs as show that it works; a miss then doesn't fail it.
 * @param {{ title: string, about: string, measure(options: { quick: boolean }): Promise<Row[] | { rows: Row[], tables?: Table[], notes?: string[] }> }} bench
 */
export async function runBench({ title, about, measure }) {
  const quick = process.argv.includes('--quick');
  const measured = await measure({ quick });
  const { rows, tables = [], notes = [] } = Array.isArray(measured) ? { rows: measured } : measured;
  const result = { title, about, rows, tables, notes };
  console.log(`\n${toMarkdown(result)}`);
  if (process.env.BENCH_JSON) writeFileSync(process.env.BENCH_JSON, JSON.stringify(result));
  if (!quick && rows.some(({ pass }) => pass === false)) process.exitCode = 1;
}

/** A bench's section in Markdown. */
export function toMarkdown({ title, about, rows, tables, notes }) {
  const header = ['', 'Ours', 'Peer', 'Ratio', 'Spread', 'Hold', 'Aim', 'Met'];
  const cells = rows.map((row) => [row.name, ...Object.values(cellsOf(row))]);
  return [
    `## ${title}\n\n${about}\n`,
    tableOf(header, cells),
    ...tables.map(
      ({ caption, header, cells }) =>
        `\n${caption}\n\n${tableOf(
          header,
          cells.map((line) => line.map((cell) => (typeof cell === 'number' ? number(cell) : cell))),
        )}`,
    ),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
  ].join('\n');
}

/** A row's figures as they are printed, in the order of the columns. */
export function cellsOf(row) {
  return {
    ours: withUnit(row.ours, row.unit),
    peer: row.peer === null ? '' : `${withUnit(row.peer, row.unit)} (${row.peerName})`,
    ratio: row.ratio === null ? '' : times(row.ratio),
    spread: row.spread.map((value) => (row.judged === 'ratio' ? times(value) : number(value))).join(' – '),
    hold: limit(row, row.hold),
    aim: limit(row, row.aim),
    met: verdict(row),
  };
}

/** A table in Markdown: numbers to the right, what they are of to the left. */
export function tableOf(header, cells) {
  const lines = [header, header.map((_, column) => (column === 0 ? '---' : '--:')), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function verdict({ pass, aim, judged, ours, ratio, better }) {
  if (pass === null) return '';
  if (!pass) return '**missed**';
  return aim !== null && meets(judged === 'ratio' ? ratio : ours, aim, better) ? 'aim' : 'hold';
}

function limit({ judged, unit, better }, value) {
  if (value === null) return '';
  const shown = judged === 'ratio' ? times(value) : withUnit(value, unit);
  return `${better === 'higher' ? '≥' : '≤'} ${shown}`;
}

function withUnit(value, unit) {
  return unit === '%' ? `${number(value)}%` : `${number(value)} ${unit}`.trim();
}

function times(value) {
  return `${number(value)} ×`;
}

/** Three digits that count, with separators: 0.412, 7.3, 128, 50,000. */
function number(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}
