/** How the extension is built: one manifest for Chrome, Edge and Firefox, and the same with host access for tests. */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { version } from './package.json';

/** `wxt build --mode e2e` is the production build with host access granted; nothing else may depend on the mode. */
const E2E_MODE = 'e2e';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  webExt: { disabled: true },
  vite: () => ({ plugins: [preact()], build: { modulePreload: { polyfill: false } } }),
  manifest: ({ browser, command, mode }) => ({
    name: 'Time to Talk IAPT',
    short_name: 'Time to Talk',
    description:
      'What NHS talking-therapies staff said in the 2019 IAPT workers’ survey, shown where IAPT is in the news.',
    version,
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(mode === E2E_MODE ? { host_permissions: ['<all_urls>'] } : {}),
    ...(command === 'build'
      ? {
          content_security_policy: {
            extension_pages:
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
          },
        }
      : {}),
    commands: {
      'check-page': { suggested_key: { default: 'Alt+Shift+K' }, description: 'Check this page for claims about IAPT' },
      'next-match': { suggested_key: { default: 'Alt+Shift+Y' }, description: 'Go to the next marked passage' },
      'save-quote': { suggested_key: { default: 'Alt+Shift+Q' }, description: 'Save the selected text as a quote' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'time-to-talk-iapt@survivingwork.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
