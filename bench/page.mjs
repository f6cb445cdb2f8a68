/** What loading a page costs with the extension, with peers that mark text, and with neither. */
import { openChromium } from './measure/chromium.mjs';
import { measureLoad } from './measure/page-load.mjs';
import { makePage, servePages } from './measure/pages.mjs';
import { bundlePeers, PEERS } from './measure/peers.mjs';
import { median } from './measure/statistics.mjs';
import { row, runBench } from './measure/table.mjs';

const SIZES = { '1k': 1_000, '10k': 10_000, '100k': 100_000 };
const DENSITIES = [0, 1, 10];
const VARIANTS = ['none', 'ours', ...PEERS];
/** What ours is judged beside, round by round; the others only stand in the table, where two rounds do, or one. */
const JUDGED = ['none', 'ours', 'floor', 'mark.js'];

/** Script in ms on a page that never names IAPT: hold and aim. */
const SCRIPT = { '1k': [10, 5], '10k': [20, 10], '100k': [60, 30] };
/** The same on an article about IAPT, for all but the matcher, whose own bench judges it. */
const BESIDE_MATCHING = { '1k': [30, 15], '10k': [30, 15], '100k': [60, 30] };

await runBench({
  title: 'Loading a page',
  about: `Articles of 1,000 to 100,000 words with 0, 1 or 10 sentences about IAPT in each 1,000, loaded in a fresh tab, by
turns, without any extension, with ours (the production build, the site turned on), and with each peer as a plain script in
a world of its own that finds and marks the programme's three names. *Script* is CPU time in the script itself, *task* the
longest task in which it ran, read from traces of the renderer's main thread; *CPU* is that thread's time for all it did.
The *matcher*, which is loaded only into articles about IAPT, reads and judges each sentence; its limit is in *Finding claims*.`,
  async measure({ quick }) {
    const sizes = quick ? ['1k'] : Object.keys(SIZES);
    const loads = new Map();
    const pages = new Map(
      sizes.flatMap((size) => DENSITIES.map((density) => [`/${size}-${density}.html`, makePage(SIZES[size], density)])),
    );
    const peers = await bundlePeers();
    const [server, plain, extended] = await Promise.all([
      servePages(pages),
      openChromium(),
      openChromium({ withExtension: true }),
    ]);
    try {
      for (const size of sizes) {
        for (const density of DENSITIES) {
          const rounds = quick ? 1 : size === '100k' ? 3 : 5;
          for (let round = 0; round < rounds; round++) {
            const variants = round < rounds - 3 || round === 0 ? VARIANTS : JUDGED;
            for (const variant of rotate(variants, round)) {
              const browser = variant === 'ours' ? extended : plain;
              const load = await measureLoad(browser, {
                address: `${server.origin}/${size}-${density}.html`,
                peer: peers[variant],
                marks: variant === 'ours' && density > 0,
              });
              const key = `${size}, ${density}, ${variant}`;
              loads.set(key, [...(loads.get(key) ?? []), load]);
            }
          }
        }
      }
    } finally {
      server.close();
      await Promise.all([plain.close(), extended.close()]);
    }
    return describeLoads(loads, sizes);
  },
});

function rotate(list, by) {
  return list.map((_, index) => list[(index + by) % list.length]);
}

function describeLoads(loads, sizes) {
  const rows = [];
  const tables = [];
  for (const size of sizes) {
    for (const density of DENSITIES) {
      const page = `${size}, ${density}`;
      const of = (variant, measure) => loads.get(`${page}, ${variant}`).map((load) => load[measure]);
      const more = (variant, measure) => of(variant, measure).map((value, round) => value - of('none', measure)[round]);
      const [hold, aim] = (density === 0 ? SCRIPT : BESIDE_MATCHING)[size];
      const floor = { name: 'floor', values: of('floor', 'script') };
      const beside = of('ours', 'script').map((value, round) => value - of('ours', 'matching')[round]);
      rows.push(
        ...(density === 0
          ? [
              row({
                name: `${page}: script`,
                unit: 'ms',
                ours: of('ours', 'script'),
                peer: floor,
                judged: 'ours',
                hold,
                aim,
              }),
            ]
          : [
              row({ name: `${page}: script but for the matcher`, unit: 'ms', ours: beside, hold, aim }),
              row({ name: `${page}: matcher`, unit: 'ms', ours: of('ours', 'matching'), peer: floor }),
            ]),
        row({
          name: `${page}: script`,
          unit: 'ms',
          ours: of('ours', 'script'),
          peer: { name: 'mark.js', values: of('mark.js', 'script') },
        }),
        row({ name: `${page}: longest task`, unit: 'ms', ours: of('ours', 'longestTask'), hold: 50, aim: 16 }),
        row({
          name: `${page}: nodes added to the article`,
          unit: '',
          ours: more('ours', 'nodes'),
          peer: { name: 'mark.js', values: more('mark.js', 'nodes') },
          hold: 0,
          aim: 0,
        }),
        row({ name: `${page}: layout shift`, unit: '', ours: of('ours', 'shift'), hold: 0, aim: 0 }),
      );
      if (density === 0) {
        rows.push(
          row({
            name: `${page}: layouts and style recalculations forced`,
            unit: '',
            ours: of('ours', 'forced'),
            hold: 0,
            aim: 0,
          }),
          row({ name: `${page}: heap more than without`, unit: 'KB', ours: more('ours', 'heap'), hold: 300, aim: 220 }),
        );
      }
      tables.push({
        caption: `${SIZES[size].toLocaleString('en-GB')} words, ${density} sentences about IAPT in each 1,000`,
        header: ['', 'CPU, ms', 'script, ms', 'task, ms', 'layouts and styles', 'nodes in the article', 'heap, KB'],
        cells: VARIANTS.map((variant) => [
          variant === 'none' ? 'no extension' : variant,
          ...['cpu', 'script', 'longestTask', 'layouts', 'nodes', 'heap'].map((measure) =>
            median(of(variant, measure)),
          ),
        ]),
      });
    }
  }
  return { rows, tables };
}
