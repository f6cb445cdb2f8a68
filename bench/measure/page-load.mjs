/** Loads a page in a fresh tab and says what that cost. */
import { PEER_ADDRESS } from './peers.mjs';
import { costOf, startTrace } from './trace.mjs';

/** Milliseconds in which nothing more may happen, before the page counts as done. */
const SETTLED = 200;
/** Milliseconds until a page must be done, on a slow machine. */
const PATIENCE = 120_000;

/**
 * Loads `address` in a tab of a browser, with a peer's script in an isolated world where one is given. Waits for our
 * marks where `marks` says that there will be some. Figures: `cpu`, `script`, what of it is `matching` (the matcher, which
 * only an article about IAPT gets) and `longestTask` in ms, `layouts` (with style recalculations) and how many of them the
 * script `forced`, `nodes` of the article, `heap` in KB after a collection, `shift` (layout shift).
 */
export async function measureLoad({ context, pages: ours }, { address, peer, marks }) {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(PATIENCE);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    await protocol.send('Page.enable');
    if (peer) await protocol.send('Page.addScriptToEvaluateOnNewDocument', { source: peer, worldName: 'peer' });
    const stopTrace = await startTrace(protocol);
    await page.goto(address);
    if (peer) await page.waitForFunction(() => performance.getEntriesByName('peer-done').length > 0);
    if (marks) await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.waitForTimeout(SETTLED);
    const metrics = await readMetrics(protocol);
    const events = await stopTrace();
    const { tasks, script, longestTask, forced } = costOf(events, (url) => url.startsWith(ours ?? PEER_ADDRESS));
    const matching = ours ? costOf(events, (url) => url === `${ours}/matcher.js`).script : 0;
    const seen = await page.evaluate(readPage);
    await protocol.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await readMetrics(protocol);
    return {
      cpu: tasks,
      script,
      matching,
      longestTask,
      forced,
      layouts: metrics.LayoutCount + metrics.RecalcStyleCount,
      heap: JSHeapUsedSize / 1024,
      ...seen,
    };
  } finally {
    await page.close();
  }
}

async function readMetrics(protocol) {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Runs in the page. */
async function readPage() {
  const walker = document.createTreeWalker(document.querySelector('article'));
  let nodes = 0;
  while (walker.nextNode()) nodes++;
  const shift = await new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum));
  });
  return { nodes, shift };
}
