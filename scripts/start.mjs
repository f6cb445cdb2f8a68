/**
 * `npm start`: builds the extension, serves a sample article and opens Chromium with the extension on it, in a profile
 * of its own that is thrown away. Without a display it goes through the product by itself and saves what it saw.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from './browsers.mjs';
import { buildExtension, copyWithHostAccess } from './extension.mjs';
import { serveSample } from './sample/serve.mjs';
import { tour } from './tour.mjs';
import { until } from './until.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const profile = mkdtempSync(join(tmpdir(), 'time-to-talk-'));
const sample = await serveSample();
let context;
try {
  console.log('building the extension');
  buildExtension('chrome');
  context = await openChromium(copyWithHostAccess('chrome'));
  const pages = `chrome-extension://${await extensionId(context)}`;
  if (hasDisplay) await show(context, pages);
  else await tour(context, { article: sample.url, pages });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await context?.close();
  sample.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** The copy with host access marks the article at once; the real build waits for a press on the toolbar button. */
function openChromium(folder) {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: !hasDisplay,
    locale: 'en-GB',
    viewport: hasDisplay ? null : { width: 820, height: 820 },
    args: [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
}

/** Resolves once the extension is up and will mark what is opened from then on. */
async function extensionId(context) {
  const worker = await until(
    'the extension in the browser. Google Chrome takes none from the command line: install Chromium, or set CHROMIUM_PATH to it',
    () => context.serviceWorkers()[0],
  );
  await until('the extension’s content script', () =>
    worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()),
  );
  return new URL(worker.url()).host;
}

/** Stays until the window is closed. */
async function show(context, pages) {
  const [first] = context.pages();
  for (const path of ['popup.html', 'library.html']) await (await context.newPage()).goto(`${pages}/${path}`);
  await first.goto(sample.url);
  await first.bringToFront();
  console.log(`${sample.url} is open in Chromium. Close its window to end.`);
  await new Promise((resolve) => context.on('close', resolve));
}
