/** Headless Chromium for benches: with the extension or without, in a profile that is thrown away. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../scripts/browsers.mjs';
import { extensionArguments, loadedExtension } from '../../scripts/loaded-extension.mjs';
import { ROOT } from '../../scripts/tools.mjs';

/** The production build with access to every site, which is what a person who turned on the site has. */
const EXTENSION = join(ROOT, '.output', 'chrome-mv3-e2e');

/** Resolves to the context and its close, which also removes the profile; with the extension, to its pages and worker too. */
export async function openChromium({ withExtension = false } = {}) {
  if (withExtension && !existsSync(EXTENSION)) throw new Error('Build it first: npm run build:e2e.');
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    locale: 'en-GB',
    viewport: { width: 1000, height: 800 },
    args: withExtension ? extensionArguments(EXTENSION) : [],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const extension = withExtension ? await loadedExtension(context) : null;
    return { context, ...extension, close };
  } catch (error) {
    // A browser that stays open keeps the bench from ending.
    await close();
    throw error;
  }
}
