/** The load that a million installed extensions put on the host of the feed, simulated with the schedule that they follow. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources } from '../scripts/feed/sources.mjs';
import { ROOT } from '../scripts/tools.mjs';
import { row, runBench } from './measure/table.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

await runBench({
  title: 'The feed’s host',
  about: `A simulation: every client follows lib/domain/feed-schedule.ts, with a chance of its own. A peak is the busiest
second; a check is one request, or two where there is a new edition. Evenly spread, a million checks a day are 11.6 a second.`,
  async measure({ quick }) {
    const [schedule] = await loadSources('lib/domain/feed-schedule.ts');
    const clients = quick ? 100_000 : 1_000_000;
    const name = clients.toLocaleString('en-GB');
    const limit = (most) => (quick ? null : most);
    return [
      row({
        name: `${name} clients, no fault: peak requests in a second`,
        unit: '',
        ours: simulate(schedule, clients, { days: 3 }),
        hold: limit(60),
      }),
      row({
        name: `${name} clients, the host down for an hour: peak after it, in a second`,
        unit: '',
        ours: simulate(schedule, clients, { days: 3, down: [DAY + 12 * HOUR, DAY + 13 * HOUR] }),
        hold: limit(60),
      }),
      row({
        name: `${name} clients, browsers started between 8 and 10 after a night: peak requests in a second`,
        unit: '',
        ours: simulate(schedule, clients, { days: 2, start: [8 * HOUR, 10 * HOUR] }),
        hold: limit(300),
      }),
      row({ name: '`feed import` of 100,000 responses', unit: 'ms', ours: importMany(), hold: 5_000 }),
    ];
  },
});

/** Milliseconds that the publisher's command takes from an export of the example's responses, over and over. */
function importMany() {
  const example = join(ROOT, 'scripts/feed/example');
  const [headings, labels, ...rows] = readFileSync(join(example, 'responses.csv'), 'utf8').split('\r\n');
  const people = rows.filter((row) => /^\d/.test(row));
  const many = Array.from({ length: 100_000 }, (_, n) =>
    people[n % people.length].replace(/^\d+/, String(200_000_000_000 + n)),
  );
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(folder, 'many.csv'), [headings, labels, ...many].join('\r\n'));
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'scripts/feed.mjs'),
        'import',
        'many.csv',
        '--mapping',
        join(example, 'mapping.json'),
        '--out',
        'feed.json',
      ],
      { cwd: ROOT, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return performance.now() - started;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The requests of the busiest second. Checks are due at any time of the day, as installations are; with `start`, every
 * browser was off and is started in that span, with its check overdue. `down` is when the host answers nothing.
 */
function simulate({ nextCheck, spreadCheck }, clients, { days, start, down = [0, 0] }) {
  const end = days * DAY;
  const requests = new Uint32Array(end / 1_000);
  let peak = 0;
  for (let client = 0; client < clients; client++) {
    let at = start
      ? spreadCheck(start[0] + Math.random() * (start[1] - start[0]), 0, Math.random())
      : Math.random() * DAY;
    let failures = 0;
    while (at < end) {
      const second = Math.floor(at / 1_000);
      const isDown = at >= down[0] && at < down[1];
      requests[second] += 1;
      // With a fault, what counts is the load that follows from it.
      if (at >= down[1] && requests[second] > peak) peak = requests[second];
      failures = isDown ? failures + 1 : 0;
      at = nextCheck(at, failures, Math.random());
    }
  }
  return peak;
}
