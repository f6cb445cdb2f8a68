/** The tests' ground: the built extension in the browser that the project names, and nothing asked of the network. */
import { test as base, expect } from '@playwright/test';
import { ChromiumExtension } from './chromium';
import type { Extension, Variant } from './extension';
import { FirefoxExtension } from './firefox';

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
      const launched = await (project.name === 'firefox' ? FirefoxExtension : ChromiumExtension).launch(variant);
      await use(launched);
      await launched.close();
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
