/** How quick the library is with 50,000 quotes: first rows, searches, filters, scrolling, and the memory it takes. */
import { openChromium } from './measure/chromium.mjs';
import { row, runBench } from './measure/table.mjs';

const QUOTES = 50_000;
/** Quotes in one message while the library is filled. */
const BATCH = 1_000;
/** What is typed, letter by letter: words of few quotes, of many, of none, and of two fields. */
const QUERIES = ['waiting', 'the', 'zebra', 'guardian targets', 'burnt out'];

const WORDS =
  'staff said that the targets of the service had never been met without waiting lists hidden from patients and managers who asked therapists to repeat questionnaires until the scores were better than before while nobody looked at caseloads burnt out trainees left every month and recovery rates rose all the same'.split(
    ' ',
  );
const OUTLETS = ['The Guardian', 'BBC News', 'The Independent', 'Pulse', 'The Morning Ledger', 'Nursing Times'];
const TAGS = ['targets', 'burnout', 'reply', 'waiting lists', 'data'];

await runBench({
  title: 'Library',
  about: `The library page in Chromium with ${QUOTES.toLocaleString('en-GB')} quotes of some 40 words, kept by the extension itself. First rows are
timed from the start of the navigation until rows with text are on the page; a search from the letter that is typed until the
count and the rows have changed.`,
  async measure({ quick }) {
    const count = quick ? 2_000 : QUOTES;
    const rounds = quick ? 1 : 5;
    const browser = await openChromium({ withExtension: true });
    try {
      await fill(browser, count);
      const first = [];
      const whole = [];
      const searches = [];
      const filters = [];
      const frames = [];
      let heap = 0;
      let nodes = 0;
      for (let round = 0; round < rounds; round++) {
        const page = await browser.context.newPage();
        await page.goto(`${browser.pages}/library.html`, { waitUntil: 'commit' });
        first.push(await page.evaluate(firstRows));
        whole.push(await page.evaluate(wholeIndex));
        for (const query of QUERIES) searches.push(...(await page.evaluate(typeQuery, query)));
        filters.push(await page.evaluate(chooseFilter));
        frames.push(await page.evaluate(scrollDown));
        const protocol = await browser.context.newCDPSession(page);
        await protocol.send('HeapProfiler.collectGarbage');
        const { metrics } = await protocol
          .send('Performance.enable')
          .then(() => protocol.send('Performance.getMetrics'));
        heap = Math.max(heap, metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 2 ** 20);
        nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length));
        await page.close();
      }
      return [
        row({ name: 'first rows', unit: 'ms', ours: first, hold: 200 }),
        row({ name: 'all read and searchable', unit: 'ms', ours: whole }),
        row({ name: 'a search, median of all letters', unit: 'ms', ours: searches, hold: 50 }),
        row({ name: 'a search, slowest letter', unit: 'ms', ours: Math.max(...searches), hold: 100, aim: 50 }),
        row({ name: 'a filter', unit: 'ms', ours: filters, hold: 100 }),
        row({ name: 'scrolling, longest frame', unit: 'ms', ours: frames }),
        row({ name: 'heap', unit: 'MB', ours: heap, hold: 150 }),
        row({ name: 'elements on the page', unit: '', ours: nodes, hold: 3_000 }),
      ];
    } finally {
      await browser.close();
    }
  },
});

async function fill({ context, pages }, count) {
  const page = await context.newPage();
  await page.goto(`${pages}/options.html`);
  for (let from = 0; from < count; from += BATCH) {
    const quotes = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => makeQuote(from + index));
    const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
      call: 'restoreAnnotations',
      args: [quotes],
    });
    if (!reply.ok) throw new Error(reply.error);
  }
  await page.close();
}

/** The same quote for the same number, in every run. */
function makeQuote(n) {
  const words = Array.from(
    { length: 30 + (n % 20) },
    (_, at) => WORDS[(n * 7 + at * 13 + ((n * at) % 11)) % WORDS.length],
  );
  const at = new Date(Date.UTC(2026, 10, 20) - n * 600_000).toISOString();
  return {
    id: `00000000-0000-4000-8000-${(n * 2_654_435_761).toString(16).padStart(12, '0').slice(-12)}`,
    created: at,
    modified: at,
    quote: {
      type: 'TextQuoteSelector',
      exact: `${words.join(' ')} (${n}).`,
      prefix: 'Before it stood this. ',
      suffix: ' And this came after.',
    },
    position: { type: 'TextPositionSelector', start: n, end: n + 100 },
    source: {
      url: `https://news.example/${n % 10_000}`,
      canonicalUrl: null,
      title: `What therapists said of ${WORDS[n % WORDS.length]}`,
      outlet: OUTLETS[n % OUTLETS.length],
      authors: ['Priya Lindqvist'],
      published: at.slice(0, 10),
      modified: null,
      language: 'en-GB',
      seenAt: at,
    },
    speaker: null,
    speakerRole: null,
    note: n % 9 === 0 ? 'Ask for the board paper.' : '',
    tags: [TAGS[n % TAGS.length]],
    statistics: n % 3 === 0 ? ['burnout'] : ['manipulation'],
    stance: null,
    followUp: [],
    anchors: [],
  };
}

/** Runs in the page: milliseconds from the start of the navigation to the first frame with rows. */
async function firstRows() {
  while (!document.querySelector('.quote-text')) await new Promise(requestAnimationFrame);
  return performance.now();
}

/** Runs in the page: until an export, which needs all to be read, may be pressed. */
async function wholeIndex() {
  while (document.querySelector('.quotes-export button')?.disabled !== false) await new Promise(requestAnimationFrame);
  return performance.now();
}

/** Runs in the page: milliseconds for each letter of a query, until what is shown is its answer. */
async function typeQuery(query) {
  const field = document.querySelector('input[type="search"]');
  const times = [];
  for (let length = 1; length <= query.length; length++) times.push(await type(query.slice(0, length)));
  await type('');
  return times;

  async function type(text) {
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.querySelector('.quotes'), {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The page draws in the turn of the letter: one that changes nothing that is shown is answered once that is over. A
    // frame is no measure of it, as the browser makes none where nothing changed.
    await Promise.race([changed, new Promise((resolve) => setTimeout(resolve))]);
    return performance.now() - start;
  }
}

/** Runs in the page. */
async function chooseFilter() {
  document.querySelector('.quotes-filters').open = true;
  const select = document.querySelector('.quotes-filter-fields select');
  const status = document.querySelector('.quotes-status [role="status"]');
  const before = status.textContent;
  const start = performance.now();
  select.value = 'burnout';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  while (status.textContent === before) await new Promise((resolve) => setTimeout(resolve));
  const time = performance.now() - start;
  select.value = '';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return time;
}

/** Runs in the page: the longest time between two frames while it is scrolled through. */
async function scrollDown() {
  let longest = 0;
  let last = performance.now();
  for (let step = 0; step < 60; step++) {
    scrollBy(0, 400);
    await new Promise(requestAnimationFrame);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return longest;
}
