/** How soon the popup shows its first figure, beside an extension page with nothing in it. */
import { openChromium } from './measure/chromium.mjs';
import { row, runBench } from './measure/table.mjs';

await runBench({
  title: 'The popup',
  about: `The popup's page is opened in a fresh tab, by turns with a page of the package that holds no script, and timed from
the start of the navigation to its first painted words (First Contentful Paint), which are the figures: they need no message.`,
  async measure({ quick }) {
    const rounds = quick ? 2 : 20;
    const { context, pages, close } = await openChromium({ withExtension: true });
    try {
      const popup = [];
      const bare = [];
      for (let round = 0; round < rounds; round++) {
        popup.push(await firstPaint(context, `${pages}/popup.html`));
        bare.push(await firstPaint(context, `${pages}/manifest.json`));
      }
      if (popup.some(({ figures }) => figures === 0)) throw new Error('The popup was painted without a figure.');
      return [
        row({
          name: 'popup opened to first figure',
          unit: 'ms',
          ours: popup.map(({ paint }) => paint),
          peer: { name: 'bare page', values: bare.map(({ paint }) => paint) },
          hold: 300,
          aim: 150,
        }),
      ];
    } finally {
      await close();
    }
  },
});

/** Milliseconds to the first paint, and how many figures stood on the page in that frame. */
async function firstPaint(context, address) {
  const page = await context.newPage();
  try {
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName('first-contentful-paint');
        if (!entry) return;
        window.firstPaint = { paint: entry.startTime, figures: document.querySelectorAll('figure, .figure').length };
      }).observe({ type: 'paint', buffered: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => window.firstPaint);
    return await page.evaluate(() => window.firstPaint);
  } finally {
    await page.close();
  }
}
