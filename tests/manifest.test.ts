/** Holds the built extension to its promises: what it may do is frozen, and the builds for tests are the production ones. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedDocument } from '../lib/domain/embedded-feed';
import { version } from '../package.json';
import { requireBudgets } from '../scripts/bundle-size.mjs';
import { ROOT } from './source-files';

const OUTPUT = join(ROOT, '.output');
const BUILDS = ['chrome-mv3', 'firefox-mv3'];

/** Sites that the built files may name besides those of the feed's links: where a figure can be shared, and XML's namespaces. */
const KNOWN_SITES = [
  'https://results.example',
  'https://bsky.app',
  'https://wa.me',
  'https://www.facebook.com',
  'https://www.linkedin.com',
  'https://x.com',
  // Names of standards, in what is exported: nothing is asked there.
  'http://www.w3.org',
  'https://wicg.github.io',
];

for (const build of BUILDS) {
  describe(build, () => {
    it('has its name and the version of package.json, with an icon for every place', () => {
      const manifest = readManifest(build);
      expect(manifest).toMatchObject({ manifest_version: 3, default_locale: 'en_GB', version });
      expect(messageOf(build, manifest.name)).toBe('Time to Talk IAPT');
      // Chrome Web Store and addons.mozilla.org cut what is longer.
      expect(messageOf(build, manifest.description).length).toBeLessThanOrEqual(132);
      expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
      for (const [size, icon] of Object.entries(manifest.icons)) expect(pngWidth(join(build, icon))).toBe(Number(size));
    });

    it('asks for these permissions and no more, and for no site at install', () => {
      const manifest = readManifest(build);
      expect(manifest.permissions).toEqual([
        'activeTab',
        'alarms',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
        // Firefox needs none for its sidebar.
        ...(build === 'chrome-mv3' ? ['sidePanel'] : []),
      ]);
      expect(manifest.optional_permissions).toBeUndefined();
      expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
      expect(manifest.host_permissions).toBeUndefined();
      expect(manifest.content_scripts).toBeUndefined();
    });

    it('shows nothing of itself to web pages', () => {
      const manifest = readManifest(build);
      expect(manifest.web_accessible_resources).toBeUndefined();
      expect(manifest.externally_connectable).toBeUndefined();
    });

    it('lets its own pages load nothing from outside, and only the background connect', () => {
      expect(readManifest(build).content_security_policy).toEqual({
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      });
      const pages = filesOf(build).filter((file) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(2);
      const meta = `<meta http-equiv="Content-Security-Policy" content="connect-src &#39;none&#39;">`;
      // Before anything that could run.
      for (const page of pages) expect(readText(build, page).split('<script')[0]).toContain(meta);
    });

    it('has five commands, of which four have keys, and none a single letter', () => {
      const { commands } = readManifest(build);
      expect(Object.keys(commands)).toEqual(['check-page', 'next-match', 'toggle-marks', 'open-panel', 'save-quote']);
      for (const { suggested_key, description } of Object.values(commands)) {
        if (suggested_key) expect(suggested_key.default).toMatch(/^Alt\+Shift\+[A-Z]$/);
        expect(messageOf(build, description)).not.toBe('');
      }
    });

    it('names only files that are there', () => {
      const { background, action, options_ui } = readManifest(build);
      const named = [
        background.service_worker ?? background.scripts?.[0],
        action.default_popup,
        options_ui.page,
        'library.html',
        'sidepanel.html',
        'article.js',
        'card.js',
        'marks.css',
      ];
      expect(named.filter((file) => !file || !existsSync(join(OUTPUT, build, file)))).toEqual([]);
    });

    it('runs no text as code, and makes no markup from text but where Preact could', () => {
      const code = filesOf(build).filter((file) => /\.(js|html)$/.test(file));
      expect(code.filter((file) => /\beval\(|\bnew Function\b/.test(readText(build, file)))).toEqual([]);
      // Preact's own line for dangerouslySetInnerHTML, which no source file of ours may name, is the only one.
      const assignments = code.flatMap(
        (file) => readText(build, file).match(/\.(?:inner|outer)HTML=[^=][\w$.]*/g) ?? [],
      );
      expect(assignments.filter((assignment) => !/^\.innerHTML=\w+\.__html$/.test(assignment))).toEqual([]);
    });

    it('loads no script, style, picture or font from an address', () => {
      const loads = /(?:src|href)="https?:|url\(["']?https?:|@import|importScripts\("http/;
      expect(
        filesOf(build).filter((file) => /\.(js|html|css)$/.test(file) && loads.test(readText(build, file))),
      ).toEqual([]);
    });

    it('holds the licence of every package that its code was taken from', () => {
      const text = readText(build, 'third-party-licences.txt');
      for (const name of ['preact', 'idb', 'valibot', 'webextension-polyfill', 'qr'])
        expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    });

    it('is within its budgets for the content script and the popup', () => {
      expect(() => requireBudgets(join(OUTPUT, build))).not.toThrow();
    });

    it('names no site but those of the feed and of the share menu', () => {
      const known = new Set([...KNOWN_SITES, ...sitesIn(JSON.stringify(embeddedDocument))]);
      const named = filesOf(build)
        .filter((file) => /\.(js|html|css|json)$/.test(file))
        .flatMap((file) => sitesIn(readText(build, file)));
      expect([...new Set(named)].filter((site) => !known.has(site))).toEqual([]);
    });

    it('differs from the build for tests in its host access and in nothing else', () => {
      const granted = `${build}-e2e`;
      expect(readManifest(granted)).toEqual({ ...readManifest(build), host_permissions: ['<all_urls>'] });
      expect(filesOf(granted)).toEqual(filesOf(build));
      const different = filesOf(build).filter(
        (file) => file !== 'manifest.json' && !readBytes(build, file).equals(readBytes(granted, file)),
      );
      expect(different).toEqual([]);
    });
  });
}

describe('Firefox', () => {
  it('is told that no data is collected, in versions that know how to say so, and is not offered on Android', () => {
    expect(readManifest('firefox-mv3').browser_specific_settings).toEqual({
      gecko: {
        id: 'time-to-talk-iapt@survivingwork.org',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    });
  });
});

describe('the panel', () => {
  it('is Chrome’s side panel and Firefox’s sidebar, which stays shut until it is asked for', () => {
    expect(readManifest('chrome-mv3').side_panel).toEqual({ default_path: 'sidepanel.html' });
    expect(readManifest('firefox-mv3').sidebar_action).toMatchObject({
      default_panel: 'sidepanel.html',
      open_at_install: false,
    });
  });
});

describe('Chrome and Edge', () => {
  it('have what the marks need, from the version on that finds a passage under the pointer', () => {
    expect(readManifest('chrome-mv3').minimum_chrome_version).toBe('123');
  });
});

interface Manifest {
  manifest_version: number;
  name: string;
  version: string;
  icons: Record<string, string>;
  description: string;
  commands: Record<string, { suggested_key?: { default: string }; description: string }>;
  background: { service_worker?: string; scripts?: string[] };
  action: { default_popup: string };
  options_ui: { page: string };
  [key: string]: unknown;
}

function readManifest(build: string): Manifest {
  return JSON.parse(readText(build, 'manifest.json'));
}

/** The text that the browser puts for `__MSG_key__`. Throws Error where the default locale has none. */
function messageOf(build: string, text: string): string {
  const key = /^__MSG_(\w+)__$/.exec(text)?.[1];
  const messages: Record<string, { message: string }> = JSON.parse(readText(build, '_locales/en_GB/messages.json'));
  const message = key && messages[key]?.message;
  if (!message) throw new Error(`${text} names no message`);
  return message;
}

/** The origins of every address in a text. */
function sitesIn(text: string): string[] {
  return text.match(/https?:\/\/[a-z0-9.-]+[a-z0-9]/gi) ?? [];
}

function readText(build: string, file: string): string {
  return readBytes(build, file).toString('utf8');
}

function readBytes(build: string, file: string): Buffer {
  requireBuild(build);
  return readFileSync(join(OUTPUT, build, file));
}

/** The build's files in order, with paths from its folder. */
function filesOf(build: string): string[] {
  requireBuild(build);
  const folder = join(OUTPUT, build);
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function requireBuild(build: string): void {
  if (!existsSync(join(OUTPUT, build, 'manifest.json'))) {
    throw new Error(`There is no .output/${build}: run npm run build:e2e first.`);
  }
}

/** https://www.w3.org/TR/png-3/#11IHDR: the width is the first number after the first chunk's header. */
function pngWidth(path: string): number {
  return readFileSync(join(OUTPUT, path)).readUInt32BE(16);
}
