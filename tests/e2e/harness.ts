/** The tests' ground: the built extension in the browser that the project names, and nothing asked of the network. */
import { test as base, expect } from '@playwright/test';
import { ChromiumExtension } from './chromium';
import type { Extension, LaunchOptions, Variant } from './extension';
import { FirefoxExtension } from './firefox';
import { OwnPage } from './own-pages';

export { expect };

interface Ground {
  variant: Variant;
  /** One browser for all tests of a variant, with a profile of its own. */
  extension: Extension;
}

export const test = base.extend<{ tidy: undefined }, Ground>({
  variant: ['granted', { option: true, scope: 'worker' }],
  extension: [
    async ({ variant }, use, { project }) => {
      const extension = await launch(project.name, { variant });
      const page = await OwnPage.open(extension);
      await expect.poll(() => page.isRegistered()).toBe(variant === 'granted');
      await extension.closeTabs();
      await use(extension);
      await extension.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  tidy: [
    async ({ extension }, use) => {
      await use(undefined);
      await extension.closeTabs();
      expect(extension.strayRequests(), 'asked of the network').toEqual([]);
    },
    { auto: true },
  ],
});

async function launch(project: string, options: LaunchOptions): Promise<Extension> {
  const extension = await (project === 'firefox' ? FirefoxExtension : ChromiumExtension).launch(options);
  // It would come to the front in the midst of a test. A changed build may open none, and an update opens none.
  const startsTwice = extension.browser === 'firefox' && options.inPrivateWindows;
  const opensFirstRun = !options.changeBuild && !options.grantedBefore && !startsTwice;
  if (opensFirstRun && !options.keepFirstRun) await (await extension.tabAt('first-run.html')).close();
  return extension;
}

/** Runs a test in a browser of its own, for what would spoil the shared one. */
export async function withOwnBrowser(
  options: LaunchOptions,
  run: (extension: Extension) => Promise<void>,
): Promise<void> {
  const extension = await launch(test.info().project.name, options);
  try {
    await run(extension);
    expect(extension.strayRequests(), 'asked of the network').toEqual([]);
  } finally {
    await extension.close();
  }
}
