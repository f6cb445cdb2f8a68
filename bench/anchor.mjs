/** Finding quotes again: how surely, over edited articles; and how fast on a long page, beside the way of Hypothesis. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../scripts/tools.mjs';
import { openChromium } from './measure/chromium.mjs';
import { row, runBench } from './measure/table.mjs';

const SEED = 20_191_113;
const HYPOTHESIS = 'Hypothesis’ way';

await runBench({
  title: 'Finding quotes again',
  about: `Articles are made of the test corpus's sentences, a quote is saved, and the article is edited; the seeds are ${SEED} and
on. A wrong anchor is one at a place that is not the quote's own. Then 100 quotes on a page of 100,000 words: all as they were saved,
each with a word changed, and all gone. *${HYPOTHESIS}* is the published algorithm of its client (match-quote: exact copies, else
approx-string-match over the whole text with up to half of the quote's letters wrong; quote, prefix, suffix and position weighted
50, 20, 20 and 2), on the same text. Ours pauses after each 8 ms.`,
  async measure({ quick }) {
    const { context, close } = await openChromium();
    try {
      const page = await context.newPage();
      await page.goto('about:blank');
      await page.addScriptTag({ content: await bundle() });
      const sentences = readSentences();
      const edits = await page.evaluate(
        ([sentences, seed, count]) => anchorBench.anchorEdited(sentences, seed, count),
        [sentences, SEED, quick ? 500 : 10_000],
      );
      const rounds = { same: [], edited: [], gone: [] };
      for (let round = 0; round < (quick ? 1 : 5); round++) {
        for (const kind of Object.keys(rounds)) {
          rounds[kind].push(
            await page.evaluate(
              ([sentences, kind, seed, words]) => anchorBench.raceOnLongPage(sentences, kind, seed, words),
              [sentences, kind, SEED + round, quick ? 10_000 : 100_000],
            ),
          );
        }
      }
      return {
        rows: [...describeEdits(edits), ...Object.entries(rounds).flatMap(describeRace)],
        notes: describeKinds(edits),
      };
    } finally {
      await close();
    }
  },
});

function describeEdits({ wrong, edits, ordinary, anchored }) {
  const found = (100 * anchored) / ordinary;
  return [
    row({ name: `wrong anchors in ${edits.toLocaleString('en-GB')} edits`, unit: '', ours: wrong, hold: 0, aim: 0 }),
    row({
      name: `found after an ordinary edit (${ordinary.toLocaleString('en-GB')})`,
      unit: '%',
      ours: found,
      better: 'higher',
      hold: 95,
      aim: 98,
    }),
  ];
}

function describeKinds({ kinds }) {
  return Object.entries(kinds).map(
    ([kind, { count, anchored, wrong }]) => `${kind}: ${anchored} of ${count} anchored, ${wrong} wrong`,
  );
}

function describeRace([kind, races]) {
  const name = `100 quotes, 100,000 words, ${kind}`;
  const of = (measure) => races.map((race) => race[measure]);
  return [
    row({
      name: `${name}: time`,
      unit: 'ms',
      ours: of('ours'),
      peer: { name: HYPOTHESIS, values: of('peer') },
      judged: 'ratio',
      hold: 1,
      aim: 0.5,
    }),
    row({ name: `${name}: longest task`, unit: 'ms', ours: of('longestTask'), hold: 50, aim: 16 }),
    row({
      name: `${name}: wrong`,
      unit: '',
      ours: of('wrong'),
      peer: { name: HYPOTHESIS, values: of('peerWrong') },
      hold: 0,
    }),
    row({ name: `${name}: right`, unit: '', ours: of('right'), peer: { name: HYPOTHESIS, values: of('peerRight') } }),
  ];
}

function readSentences() {
  const lines = readFileSync(join(ROOT, 'tests/corpus/articles.jsonl'), 'utf8').trim().split('\n');
  return [...new Set(lines.flatMap((line) => JSON.parse(line).sentences.map(({ text }) => text)))];
}

/** The anchoring code as it ships, the generator of edits and the peer, as one script. */
async function bundle() {
  const { output } = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(ROOT, 'bench/measure/anchor-page.ts'), name: 'anchorBench', formats: ['iife'] },
    },
  }).then(([result]) => result);
  return output[0].code;
}
