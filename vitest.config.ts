/** Unit tests run on a simulated DOM; tests that need layout run in the browser itself (tests/dom). */
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { chromiumPath } from './scripts/browsers.mjs';

const root = import.meta.dirname;
const messages = generateChromeMessages(await parseMessagesFile(`${root}/locales/en_GB.yml`));

export default defineConfig({
  test: {
    provide: { messages },
    projects: [
      {
        plugins: [WxtVitest(), preact()],
        resolve: { alias: { 'webextension-polyfill': `${root}/tests/fake-polyfill.ts` } },
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['tests/{domain,platform,components,fuzz}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        plugins: [preact()],
        resolve: { alias: { '@': root, '#i18n': `${root}/.wxt/i18n/index.ts` } },
        test: {
          name: 'browser',
          setupFiles: ['tests/setup-browser.ts'],
          include: ['tests/dom/**/*.test.{ts,tsx}'],
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
