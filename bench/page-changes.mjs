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
/** Milliseconds until the last change has been looked at and read: it waits for quiet, and for an idle moment. */
const CHANGE_SEEN = 1_500;
/** Milliseconds until a page must be done, on a slow machine. */
const PATIENCE = 120_000;

await runBench({
  title: 'A page that is open',
  about: `Pages of 10,000 words with the extension on: one that never names IAPT, and an article with a sentence about it in
each 1,000. Paragraphs are added one by one (${MUTATIONS} without a mention), and by screens of 1,000 words as in infinite scroll. What is
added to an article about IAPT may bear on the survey whatever it names, so that its text is read again, and that costs at
least what reading it costs. A click is timed from the event to the next frame. Script and tasks are the renderer's CPU time, as above; *four times slower* is the protocol's CPU throttling.`,
  async measure({ quick }) {
    const rounds = quick ? 1 : 3;
    const added = paragraphs(MUTATIONS * 60, 0, 2).slice(0, MUTATIONS);
    const pages = new Map([
      ['/changing.html', makePage(10_000, 1)],
      ['/silent.html', makePage(10_000, 0)],
      ['/grown.html', makePage(10_000, 1, added)],
      ['/large.html', makePage(quick ? 10_000 : 100_000, 1)],
    ]);
    const [server, plain, extended] = await Promise.all([
      servePages(pages),
      openChromium(),
      openChromium({ withExtension: true }),
    ]);
    const address = (name) => `${server.origin}/${name}.html`;
    const measured = { silent: [], article: [], readings: [], screens: [], slow: [], clicks: [], clicksWithout: [] };
    try {
      for (let round = 0; round < rounds; round++) {
        measured.silent.push(await costOfChange(extended, address('silent'), added, { marked: false }));
        measured.article.push(await costOfChange(extended, address('changing'), added));
        measured.readings.push(await costOfLoad(extended, address('grown')));
        measured.screens.push(await costOfChange(extended, address('changing'), screens(), { grows: true }));
        measured.slow.push(await costOfLoad(extended, address('large'), { rate: 4 }));
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

function describe({ silent, article, readings, screens, slow, clicks, clicksWithout }, messages) {
  const of = (costs, measure) => costs.map((cost) => cost[measure]);
  return [
    row({
      name: `${MUTATIONS} later mutations, no mention: script`,
      unit: 'ms',
      ours: of(silent, 'script'),
      hold: 30,
      aim: 15,
    }),
    row({
      name: `${MUTATIONS} later mutations of an article about IAPT: script`,
      unit: 'ms',
      ours: of(article, 'script'),
      peer: { name: 'loading it with them', values: of(readings, 'script') },
      judged: 'ratio',
      hold: 2,
      aim: 1,
    }),
    row({
      name: `${MUTATIONS} later mutations of an article about IAPT: longest task`,
      unit: 'ms',
      ours: of(article, 'longestTask'),
      hold: 50,
      aim: 16,
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

/**
 * Costs of what happens after parts are added to a page that was read; waits for the marks of one that is `marked`, and
 * for new ones where it `grows` by some.
 */
async function costOfChange({ context, pages }, address, parts, { marked = true, grows = false } = {}) {
  const page = await context.newPage();
  try {
    await page.goto(address);
    if (marked) await page.waitForFunction(() => CSS.highlights.size > 0);
    else await page.waitForTimeout(SETTLED);
    page.setDefaultTimeout(PATIENCE);
    const protocol = await context.newCDPSession(page);
    const stopTrace = await startTrace(protocol);
    const marks = await page.evaluate(countMarks);
    await page.evaluate(addParagraphs, parts);
    if (grows) await page.waitForFunction(`(${countMarks})() > ${marks}`);
    await page.waitForTimeout(CHANGE_SEEN);
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

/** Costs of loading a page that will be marked, with the processor slowed down `rate` times. */
async function costOfLoad({ context, pages }, address, { rate = 1 } = {}) {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(PATIENCE);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate });
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
