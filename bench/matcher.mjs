/** What finding claims costs in the page: beside the least that any finder costs, and beside the peers that find and mark words. */
import { build } from 'vite';
import { ROOT } from '../scripts/tools.mjs';
import { openChromium } from './measure/chromium.mjs';
import { markFloor } from './measure/floor.mjs';
import { makePage, servePages } from './measure/pages.mjs';
import { bundlePeers, PEER_ADDRESS } from './measure/peers.mjs';
import { row, runBench } from './measure/table.mjs';
import { costOf, startTrace } from './measure/trace.mjs';

/** What runs in the page, by name. */
const RUNS = [runFloor, runTest, runMatcher, runSlices];
const SIDE_BY_SIDE = ['mark.js', 'Apache Annotator'];
/** The made-up address by which a trace knows our script. */
const ADDRESS = 'https://matcher.invalid/matcher.js';

await runBench({
  title: 'Finding claims',
  about: `CPU time of the page's main thread, each in a fresh tab, so that nothing is compiled before. The floor is one native
textContent, one regular expression over it, and where that hits a walk for the places and their painting. *Ours* is the
text and the whole matcher over it, with its patterns as the extension sends them; peers are counted with the start of their script. Densities: sentences about IAPT in each 1,000 words.`,
  async measure({ quick }) {
    const rounds = quick ? 1 : 9;
    const pages = new Map([
      ['/silent.html', makePage(10_000, 0)],
      ['/article.html', makePage(10_000, 1)],
      ['/dense.html', makePage(10_000, 10)],
      ['/extreme.html', makePage(10_000, 40)],
      ['/large.html', makePage(quick ? 20_000 : 100_000, 10)],
    ]);
    const [server, { context, close }, ours, peers] = await Promise.all([
      servePages(pages),
      openChromium(),
      bundleMatcher(),
      bundlePeers(),
    ]);
    const open = async (name) => {
      const page = await context.newPage();
      const protocol = await context.newCDPSession(page);
      await page.goto(`${server.origin}/${name}.html`);
      return { page, protocol };
    };
    /** CPU milliseconds of the task in which the page's main thread runs one of our functions. */
    const take = async (name, call, { rate = 1 } = {}) => {
      const { page, protocol } = await open(name);
      await page.evaluate(ours);
      await protocol.send('Emulation.setCPUThrottlingRate', { rate });
      const stopTrace = await startTrace(protocol);
      await page.evaluate(
        (call) => new Promise((resolve) => setTimeout(() => resolve(globalThis.bench[call]()))),
        call,
      );
      const { longestTask } = costOf(await stopTrace(), (url) => url.startsWith(ADDRESS));
      await page.close();
      // A task so short that the profiler took no sample in it is taken again.
      return longestTask > 0 ? longestTask : take(name, call, { rate });
    };
    const takePeer = async (name) => {
      const { page, protocol } = await open('article');
      const stopTrace = await startTrace(protocol);
      await page.evaluate(peers[name]);
      await page.waitForFunction(() => performance.getEntriesByName('peer-done').length > 0);
      const { script } = costOf(await stopTrace(), (url) => url.startsWith(PEER_ADDRESS));
      await page.close();
      return script;
    };
    const costs = {
      silent: [],
      article: [],
      dense: [],
      extreme: [],
      floors: { silent: [], article: [], dense: [], extreme: [] },
      slow: [],
      peers: {},
    };
    for (const name of SIDE_BY_SIDE) costs.peers[name] = [];
    try {
      for (let round = 0; round < rounds; round++) {
        for (const name of ['silent', 'article', 'dense', 'extreme']) {
          const both = [
            async () => costs.floors[name].push(await take(name, 'runFloor')),
            async () => costs[name].push(await take(name, name === 'silent' ? 'runTest' : 'runMatcher')),
          ];
          // Turns, so that neither always has the warmer machine.
          for (const one of round % 2 ? both.reverse() : both) await one();
        }
        for (const name of SIDE_BY_SIDE) costs.peers[name].push(await takePeer(name));
        costs.slow.push(await take('large', 'runSlices', { rate: 4 }));
      }
      return describe(costs);
    } finally {
      server.close();
      await close();
    }
  },
});

function describe({ silent, article, dense, extreme, floors, slow, peers }) {
  const beside = (values, name) => ({ name: 'floor', values: floors[name], ours: values });
  const ratio = (name, label, ours, hold, aim) => {
    const { values } = beside(ours, name);
    return row({ name: label, unit: 'ms', ours, peer: { name: 'floor', values }, judged: 'ratio', hold, aim });
  };
  return [
    ratio('silent', '10,000 words, no mention: is it about IAPT?', silent, 1.5, 1.2),
    ratio('article', '10,000 words, 1 claim in 1,000', article, 15, 8),
    ratio('dense', '10,000 words, 10 claims in 1,000', dense, 15, 8),
    // More than any article has, to see how the cost grows: it stands in the table alone.
    ratio('extreme', '10,000 words, 40 claims in 1,000', extreme),
    row({ name: '100,000 words, four times slower: longest slice', unit: 'ms', ours: slow, hold: 50, aim: 30 }),
    ...SIDE_BY_SIDE.map((name) =>
      row({
        name: `10,000 words, 1 in 1,000: beside ${name}`,
        unit: 'ms',
        ours: article,
        peer: { name, values: peers[name] },
      }),
    ),
  ];
}

/** Runs in the page. */
function runFloor() {
  globalThis.markFloor(document.body);
}

/** Runs in the page: what every page pays. */
function runTest() {
  if (globalThis.matcher.mentionsIapt(`${document.title}\n${document.body.textContent}`))
    throw new Error('It names IAPT');
}

/** Runs in the page. */
function runMatcher() {
  const { findMatches, mentionsIapt, patterns } = globalThis.matcher;
  if (!mentionsIapt(document.body.textContent)) throw new Error('The page names no IAPT');
  const text = [...document.querySelectorAll('article > *')].map((block) => block.textContent).join('\n\n');
  let found = 0;
  for (const matches of findMatches({ title: document.title, text }, patterns)) found += matches.length;
  if (found === 0) throw new Error('Nothing was found');
}

/** Runs in the page: with pauses, as the content script takes them. */
async function runSlices() {
  const { findMatches, patterns } = globalThis.matcher;
  const text = [...document.querySelectorAll('article > *')].map((block) => block.textContent).join('\n\n');
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  await pause();
  let until = performance.now() + 8;
  for (const _ of findMatches({ title: document.title, text }, patterns)) {
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + 8;
  }
}

/** The matcher and its patterns as one plain script, minified as in the product. */
async function bundleMatcher() {
  const entry = `${ROOT}/matcher-bench.mjs`;
  const source = `
    import { findMatches } from './lib/domain/find-matches';
    import { mentionsIapt } from './lib/domain/page-topic';
    import { compilePatterns } from './lib/domain/compiled-patterns';
    import { embeddedFeed } from './lib/domain/embedded-feed';
    globalThis.matcher = { findMatches, mentionsIapt, patterns: compilePatterns(embeddedFeed().patterns) };
    globalThis.markFloor = ${markFloor};
    globalThis.bench = { ${RUNS.map((run) => `${run.name}: ${run}`).join(', ')} };`;
  const [{ output }] = [
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' }, minify: true },
      plugins: [
        {
          name: 'matcher',
          enforce: 'pre',
          resolveId: (id) => (id === entry ? entry : null),
          load: (id) => (id === entry ? source : null),
        },
      ],
    }),
  ].flat();
  return `${output[0].code}\n//# sourceURL=${ADDRESS}`;
}
