/** The load that a million installed extensions put on the host of the feed, simulated with the schedule that they follow. */
import { loadSources } from '../scripts/feed/sources.mjs';
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
    ];
  },
});

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
