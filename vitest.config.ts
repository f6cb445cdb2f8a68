/** Components are tested on a simulated DOM, what needs layout in the browser itself (tests/dom), the rest without one. */
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { chromiumPath } from './scripts/browsers.mjs';

const root = import.meta.dirname;
const messages = generateChromeMessages(await parseMessagesFile(`${root}/locales/en_GB.yml`));

const alias = { 'webextension-polyfill': `${root}/tests/fake-polyfill.ts` };

/** Milliseconds: a test that waits for ever must end, but none may fail because the machine is busy. */
const PATIENCE = 60_000;

export default defineConfig({
  test: {
    provide: { messages },
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{domain,platform,fuzz}/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
          testTimeout: PATIENCE,
        },
      },
      {
        plugins: [WxtVitest(), preact()],
        resolve: { alias },
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts', 'tests/components/setup.ts'],
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'commands',
          environment: 'node',
          include: ['tests/commands/**/*.test.ts'],
          testTimeout: PATIENCE,
        },
      },
      {
        plugins: [preact()],
        resolve: { alias: { '@': root, '#i18n': `${root}/.wxt/i18n/index.ts` } },
        // Found only while a test runs, it would have the page of the test loaded again.
        optimizeDeps: { include: ['wxt/utils/define-unlisted-script'] },
        test: {
          name: 'browser',
          setupFiles: ['tests/setup-browser.ts'],
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          testTimeout: PATIENCE,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath() ?? 'chromium' } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
