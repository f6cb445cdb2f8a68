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
import { extensionArguments, loadedExtension } from './loaded-extension.mjs';
import { serveSample } from './sample/serve.mjs';
import { tour } from './tour.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const profile = mkdtempSync(join(tmpdir(), 'time-to-talk-'));
const sample = await serveSample();
let context;
try {
  console.log('building the extension');
  buildExtension('chrome');
  context = await openChromium(copyWithHostAccess('chrome'));
  const { pages } = await loadedExtension(context);
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
    args: extensionArguments(folder),
  });
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
