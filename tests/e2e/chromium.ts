/** The built extension in a fresh profile of headless Chromium, cut off from the network. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { chromiumPath } from '../../scripts/browsers.mjs';
import { buildFolder, removeCopy } from './build-folder';
import { ChromiumTab } from './chromium-tab';
import type { Extension, LaunchOptions, Media, Point, Tab } from './extension';
import { type Network, startNetwork } from './network';

/** No connection is opened on a guess, and no autofill server is asked about a form, no dictionary fetched for a field. */
const PREFERENCES = {
  net: { network_prediction_options: 2 },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  extensions: { ui: { developer_mode: true } },
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [] },
};
/** https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchKeyEvent */
const MODIFIERS: Record<string, number> = { Alt: 1, Ctrl: 2, Shift: 8 };

/** The worker's world, as far as tests reach into it. */
declare const chrome: {
  runtime: { reload(): void };
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
};

export class ChromiumExtension implements Extension {
  readonly browser = 'chromium';
  private constructor(
    readonly context: BrowserContext,
    private readonly folder: string,
    private readonly profile: string,
    private readonly network: Network,
    readonly id: string,
  ) {}

  static async launch(options: LaunchOptions): Promise<ChromiumExtension> {
    const folder = buildFolder('chrome', options);
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    mkdirSync(join(profile, 'Default'));
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(PREFERENCES));
    options.prepareProfile?.(profile);
    const network = await startNetwork(options.hosts);
    if (options.grantedBefore) await installEarlierVersion(folder, profile, network, options.grantedBefore);
    const context = await start(folder, profile, network, options.trusted);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return new ChromiumExtension(context, folder, profile, network, new URL(worker.url()).host);
  }

  async openPage(path: string): Promise<Tab> {
    return this.visit(`chrome-extension://${this.id}/${path}`);
  }

  async visit(address: string): Promise<ChromiumTab> {
    const tab = await ChromiumTab.of(await this.context.newPage());
    await tab.goto(address);
    return tab;
  }

  async tabAt(part: string): Promise<Tab> {
    const find = () => this.context.pages().find((page) => page.url().includes(part));
    await expect.poll(find, { message: `no tab has ${part} in its address` }).toBeTruthy();
    const page = find() as Page;
    await page.waitForLoadState();
    return ChromiumTab.of(page);
  }

  /** Key presses of Playwright reach the page only; those of the protocol reach the browser's own shortcuts too. */
  async command(tab: Tab, name: string): Promise<void> {
    const { page, cdp } = tab as ChromiumTab;
    const manifest = JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8'));
    const keys: string[] = manifest.commands[name].suggested_key.default.split('+');
    const letter = keys.at(-1) ?? '';
    const stroke = {
      modifiers: keys.slice(0, -1).reduce((bits, key) => bits | (MODIFIERS[key] ?? 0), 0),
      key: letter,
      code: `Key${letter}`,
      windowsVirtualKeyCode: letter.charCodeAt(0),
      nativeVirtualKeyCode: letter.charCodeAt(0),
    };
    await page.bringToFront();
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...stroke });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  }

  /** The native menu is out of reach: this fires the extension's real listeners with what the browser would tell them. */
  async chooseMenuItem(tab: Tab, id: string, _at: Point): Promise<null> {
    const { page } = tab as ChromiumTab;
    await page.bringToFront();
    const selectionText = await page.evaluate(() => String(getSelection()));
    // Playwright keeps those that were stopped in its list, too.
    await this.context
      .serviceWorkers()
      .at(-1)
      ?.evaluate(
        async ({ menuItemId, pageUrl, selectionText }) => {
          const [target] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          if (!target) throw new Error('No tab is in front');
          chrome.contextMenus.onClicked.dispatch(
            { menuItemId, pageUrl, selectionText, frameId: 0, editable: false },
            target,
          );
        },
        { menuItemId: id, pageUrl: page.url(), selectionText },
      );
    return null;
  }

  async readClipboard(): Promise<string> {
    const origin = 'https://www.gov.uk';
    await this.context.grantPermissions(['clipboard-read'], { origin });
    const tab = await this.visit(`${origin}/clipboard`);
    await tab.page.bringToFront();
    const text = await tab.evaluate(() => navigator.clipboard.readText());
    await tab.close();
    return text;
  }

  async download(action: () => Promise<void>): Promise<{ name: string; text: string }> {
    const waiting = Promise.any(this.context.pages().map((page) => page.waitForEvent('download')));
    await action();
    const file = await waiting;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }

  /** A file of the package is opened to reach the worker, since a page of ours would wake it again. */
  async stopBackground(): Promise<void> {
    const tab = await this.visit(`chrome-extension://${this.id}/manifest.json`);
    const stopped = new Promise<void>((resolve) => {
      tab.cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await tab.cdp.send('ServiceWorker.enable');
    await tab.cdp.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await tab.close();
  }

  async emulate(tab: Tab, media: Media): Promise<void> {
    await (tab as ChromiumTab).page.emulateMedia(media);
  }

  async reload(): Promise<void> {
    // The worker ends with its answer unsent.
    const worker = this.context.serviceWorkers().at(-1);
    const ended = new Promise((resolve) => worker?.once('close', resolve));
    worker?.evaluate(() => setTimeout(() => chrome.runtime.reload())).catch(() => undefined);
    await ended;
  }

  strayRequests(): string[] {
    return this.network.strayRequests;
  }

  async closeTabs(): Promise<void> {
    for (const page of this.context.pages().slice(1)) await page.close();
  }

  async close(): Promise<void> {
    await this.context.close();
    this.network.close();
    rmSync(this.profile, { recursive: true, force: true });
    removeCopy(this.folder);
  }
}

function start(folder: string, profile: string, network: Network, trusted: string[] = []): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('Chromium is not installed');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: 'en-GB',
    viewport: { width: 1100, height: 760 },
    proxy: { server: `http://127.0.0.1:${network.port}` },
    // Pages are kept when they are left, as they are for everybody.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      // Playwright's own option comes too late for tabs that the extension opens.
      '--ignore-certificate-errors',
      `--ignore-certificate-errors-spki-list=${trusted.join()}`,
    ],
  });
}

/** Starts the browser once with a version that was granted sites at its installation; they stay granted afterwards. */
async function installEarlierVersion(
  folder: string,
  profile: string,
  network: Network,
  granted: string[],
): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest = readFileSync(path, 'utf8');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(manifest), host_permissions: granted }));
  const context = await start(folder, profile, network);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  await context.close();
  writeFileSync(path, manifest);
}
