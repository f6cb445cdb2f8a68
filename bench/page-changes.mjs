/** What the extension costs on a page that is already open: one that changes, that grows, that is clicked on, on a slow machine. */
import { openChromium } from './measure/chromium.mjs';
import { makePage, paragraphs, servePages } from './measure/pages.mjs';
import { row, runBench } from './measure/table.mjs';
import { costOf, startTrace } from './measure/trace.mjs';

const MUTATIONS = 500;
const SCREENS = 10;
const CLICKS = 30;
/** Milliseconds in which nothing more may happen, before the page counts as done. */
const SETTLED = 500;
/** Milliseconds until a page must be done, on a slow machine. */
const PATIENCE = 120_000;

await runBench({
  title: 'A page that is open',
  about: `An article of 10,000 words with a sentence about IAPT in each 1,000, with the extension on. Paragraphs are added one by
one (${MUTATIONS} without a mention), and by screens of 1,000 words as in infinite scroll; a click is timed from the event to the next
frame. Script and tasks are the renderer's CPU time, as above; *four times slower* is the protocol's CPU throttling.`,
  async measure({ quick }) {
    const rounds = quick ? 1 : 5;
    const pages = new Map([
      ['/changing.html', makePage(10_000, 1)],
      ['/silent.html', makePage(10_000, 0)],
      ['/large.html', makePage(quick ? 10_000 : 100_000, 1)],
    ]);
    const [server, plain, extended] = await Promise.all([
      servePages(pages),
      openChromium(),
      openChromium({ withExtension: true }),
    ]);
    const address = (name) => `${server.origin}/${name}.html`;
    const measured = { mutations: [], screens: [], slow: [], clicks: [], clicksWithout: [] };
    try {
      for (let round = 0; round < rounds; round++) {
        measured.mutations.push(
          await costOfChange(
            extended,
            address('changing'),
            addParagraphs,
            paragraphs(MUTATIONS * 60, 0, 2).slice(0, MUTATIONS),
          ),
        );
        measured.screens.push(await costOfChange(extended, address('changing'), addParagraphs, screens(), true));
        measured.slow.push(await costOfSlowLoad(extended, address('large')));
        measured.clicks.push(await clickLatency(extended, address('changing'), true));
        measured.clicksWithout.push(await clickLatency(plain, address('changing'), false));
      }
      const messages = await countMessages(extended, address('silent'));
      return describe(measured, messages);
    } finally {
      server.close();
      await Promise.all([plain.close(), extended.close()]);
    }
  },
});

function describe({ mutations, screens, slow, clicks, clicksWithout }, messages) {
  const of = (costs, measure) => costs.map((cost) => cost[measure]);
  return [
    row({ name: `${MUTATIONS} later mutations: script`, unit: 'ms', ours: of(mutations, 'script'), hold: 30, aim: 15 }),
    row({
      name: `${MUTATIONS} later mutations: longest task`,
      unit: 'ms',
      ours: of(mutations, 'longestTask'),
      hold: 50,
    }),
    row({ name: `${SCREENS} screens of infinite scroll: script`, unit: 'ms', ours: of(screens, 'script') }),
    row({
      name: `${SCREENS} screens of infinite scroll: longest task`,
      unit: 'ms',
      ours: of(screens, 'longestTask'),
      hold: 50,
    }),
    row({
      name: '100k, 1, four times slower: tasks over 50 ms',
      unit: '',
      ours: of(slow, 'longTasks'),
      hold: 0,
      aim: 0,
    }),
    row({ name: '100k, 1, four times slower: longest task', unit: 'ms', ours: of(slow, 'longestTask') }),
    row({
      name: 'click to next frame, more than without',
      unit: 'ms',
      ours: clicks.map((latency, round) => latency - clicksWithout[round]),
      hold: 8,
      aim: 0,
    }),
    row({ name: 'messages to the worker from a page without a mention', unit: '', ours: messages, hold: 0, aim: 0 }),
  ];
}

/** One string of paragraphs for each screen. */
function screens() {
  return Array.from({ length: SCREENS }, (_, screen) => paragraphs(1_000, 1, screen + 10).join(''));
}

/** Costs of what happens after a marked page is changed by `change(parts)`, which runs in the page; waits for new marks where it `grows` by some. */
async function costOfChange({ context, pages }, address, change, parts, grows = false) {
  const page = await context.newPage();
  try {
    await page.goto(address);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    page.setDefaultTimeout(PATIENCE);
    const protocol = await context.newCDPSession(page);
    const stopTrace = await startTrace(protocol);
    const marks = await page.evaluate(countMarks);
    await page.evaluate(change, parts);
    if (grows) await page.waitForFunction(`(${countMarks})() > ${marks}`);
    await page.waitForTimeout(SETTLED);
    return costOf(await stopTrace(), (url) => url.startsWith(pages));
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
function countMarks() {
  return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Runs in the page: each part is added in a task of its own. */
async function addParagraphs(parts) {
  const article = document.querySelector('article');
  for (const part of parts) {
    await new Promise((resolve) => setTimeout(resolve));
    article.insertAdjacentHTML('beforeend', part);
  }
}

async function costOfSlowLoad({ context, pages }, address) {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(PATIENCE);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const stopTrace = await startTrace(protocol);
    await page.goto(address);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.waitForTimeout(SETTLED);
    return costOf(await stopTrace(), (url) => url.startsWith(pages));
  } finally {
    await page.close();
  }
}

/** Median of the milliseconds from a click to the frame that follows it. */
async function clickLatency({ context }, address, marks) {
  const page = await context.newPage();
  try {
    await page.goto(address);
    if (marks) await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.evaluate(() => {
      window.latencies = [];
      addEventListener('click', ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => window.latencies.push(performance.now() - timeStamp))),
      );
    });
    for (let click = 1; click <= CLICKS; click++) {
      await page.mouse.click(300, 300);
      await page.waitForFunction((count) => window.latencies.length === count, click);
    }
    const latencies = await page.evaluate(() => window.latencies);
    return latencies.sort((a, b) => a - b)[CLICKS / 2];
  } finally {
    await page.close();
  }
}

async function countMessages({ context, worker }, address) {
  await worker.evaluate(() => {
    globalThis.messages = 0;
    chrome.runtime.onMessage.addListener(() => {
      globalThis.messages++;
    });
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(SETTLED);
  await page.close();
  return worker.evaluate(() => globalThis.messages);
}
