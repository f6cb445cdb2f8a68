/** How the extension is built: one manifest for Chrome, Edge and Firefox. Tests add host access to a copy of the build. */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { version } from './package.json';
import { licences } from './scripts/licences.mjs';

const thirdParties = licences();

/**
 * Only the background may ask for the feed, but a manifest has one policy for it and for the pages, and an address that
 * can be changed needs `connect-src https:` there. Each page takes that back for itself.
 */
function connectNowhere() {
  return {
    name: 'connect-nowhere',
    apply: 'build' as const,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'none'" },
        injectTo: 'head-prepend' as const,
      },
    ],
  };
}

/** What three or more of the pages share, in one file: a page waits for each file that the browser has to fetch. */
const SHARED_CODE = { name: 'shared', minShareCount: 3 };

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  manifestVersion: 3,
  webExt: { disabled: true },
  hooks: {
    'build:done': ({ config }) => thirdParties.write(config.outDir),
    'vite:build:extendConfig': (entrypoints, config) => {
      // Scripts that are put into articles are built one by one, each whole.
      if (entrypoints.length === 1) return;
      Object.assign(config.build?.rollupOptions?.output ?? {}, { codeSplitting: { groups: [SHARED_CODE] } });
    },
  },
  vite: () => ({
    plugins: [preact(), thirdParties.plugin, connectNowhere()],
    build: {
      modulePreload: { polyfill: false },
      // Both know light-dark(); rewritten for older ones it would not follow a dark browser inside the page layer.
      cssTarget: ['chrome123', 'firefox140'],
    },
  }),
  manifest: ({ browser, command }) => ({
    default_locale: 'en_GB',
    name: '__MSG_manifest_name__',
    short_name: '__MSG_manifest_shortName__',
    description: '__MSG_manifest_description__',
    version,
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(command === 'build'
      ? {
          content_security_policy: {
            extension_pages:
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
          },
        }
      : {}),
    commands: {
      'check-page': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_checkPage__' },
      'next-match': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_command_nextMatch__' },
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_toggleMarks__' },
      // Without keys of its own: Chrome suggests no more than four.
      'open-panel': { description: '__MSG_command_openPanel__' },
      'save-quote': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_command_saveQuote__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'time-to-talk-iapt@survivingwork.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
