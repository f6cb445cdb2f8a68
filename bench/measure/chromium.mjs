/** Headless Chromium for benches: with the extension or without, in a profile that is thrown away. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/browsers.mjs';
import { ROOT } from '../../scripts/tools.mjs';
import { until } from '../../scripts/until.mjs';

/** The production build with access to every site, which is what a person who turned on the site has. */
const EXTENSION = join(ROOT, '.output', 'chrome-mv3-e2e');

/** Resolves to the context, and to its close, which also removes the profile. */
export async function openChromium({ withExtension = false } = {}) {
  if (withExtension && !existsSync(EXTENSION)) throw new Error('Build it first: npm run build:e2e.');
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    locale: 'en-GB',
    viewport: { width: 1000, height: 800 },
    args: withExtension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : [],
  });
  const extension = withExtension ? await startExtension(context) : null;
  return {
    context,
    ...extension,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The start of the extension's addresses and its worker, once its content script will run on what is opened. */
async function startExtension(context) {
  const worker = await until('the extension in the browser', () => context.serviceWorkers()[0]);
  await until('the extension’s content script', () =>
    worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()),
  );
  return { pages: `chrome-extension://${new URL(worker.url()).host}`, worker };
}
