/** The built extension in a fresh profile of headless Firefox, cut off from the network. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPath } from '../../scripts/browsers.mjs';
import { Bidi } from './bidi';
import { buildFolder, removeCopy } from './build-folder';
import type { Extension, LaunchOptions, Media, Point, Tab } from './extension';
import { FirefoxTab } from './firefox-tab';
import { type Network, startNetwork } from './network';

/** Fixed, so that the extension's pages have an address that tests know. */
const UUID = 'd1b7a1f0-5b0e-4c1e-9d52-0f6f6c1d7a10';

/** The browser's own window, as far as tests reach into it. */
declare function OpenBrowserWindow(options: object): void;
declare const Services: {
  wm: { getMostRecentWindow(type: string): Window };
  clipboard: { kGlobalClipboard: number; getData(to: object, from: number): void };
};
declare const Cc: Record<string, { createInstance(of: unknown): Transferable }>;
declare const Ci: { nsITransferable: unknown; nsISupportsString: unknown };
interface Transferable {
  init(context: null): void;
  addDataFlavor(flavor: string): void;
  getTransferData(flavor: string, out: { value?: { QueryInterface(of: unknown): { data: string } } }): void;
}
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
      backgroundState: string;
    };
  };
};
declare const AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
declare const gBrowser: { selectedBrowser: { browsingContext: Record<string, string> } };
declare const document: Document;
declare const PopupNotifications: { panel: Element };
interface Question {
  button: HTMLElement;
  secondaryButton: HTMLElement;
}
interface Menu extends Element {
  state: string;
  hidePopup(): void;
}

export class FirefoxExtension implements Extension {
  readonly browser = 'firefox';
  private constructor(
    private readonly driver: Browser,
    readonly bidi: Bidi,
    private readonly folder: string,
    private readonly downloads: string,
    private readonly network: Network,
    readonly id: string,
  ) {}

  static async launch(options: LaunchOptions): Promise<FirefoxExtension> {
    const folder = buildFolder('firefox', options);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const geckoId: string = manifest.browser_specific_settings.gecko.id;
    const downloads = mkdtempSync(join(tmpdir(), 'firefox-downloads-'));
    const network = await startNetwork(options.hosts);
    const executablePath = firefoxPath();
    if (!executablePath) throw new Error('Firefox is not installed');
    const driver = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      acceptInsecureCerts: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
        'intl.accept_languages': 'en-GB',
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': network.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': network.port,
        ...options.preferences,
      },
    });
    const bidi = new Bidi(driver);
    const { extension: id } = await bidi.send<{ extension: string }>('webExtension.install', {
      extensionData: { type: 'path', path: folder },
      'moz:allowPrivateBrowsing': options.inPrivateWindows ?? false,
    });
    return new FirefoxExtension(driver, bidi, folder, downloads, network, id);
  }

  async openPage(path: string): Promise<Tab> {
    return this.visit(`moz-extension://${UUID}/${path}`);
  }

  async visit(address: string): Promise<FirefoxTab> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const tab = new FirefoxTab(this.bidi, context);
    await tab.goto(address);
    return tab;
  }

  async tabAt(part: string): Promise<Tab> {
    const find = async () => {
      for (const context of await this.bidi.listTabs()) {
        const tab = new FirefoxTab(this.bidi, context);
        // A tab that has just opened may still be on its way from one process to another.
        const address = await tab.address().catch(() => '');
        if (address.includes(part)) return tab;
      }
      return null;
    };
    await expect.poll(find, { message: `no tab has ${part} in its address` }).toBeTruthy();
    return (await find()) as FirefoxTab;
  }

  /** Opens a web address in a private window, in which the extension may run as well. */
  async visitPrivately(address: string): Promise<Tab> {
    await this.bidi.inBrowserWindow(() => {
      OpenBrowserWindow({ private: true });
    });
    const tab = await this.tabAt('about:privatebrowsing');
    await tab.goto(address);
    return tab;
  }

  /** Keys that are sent to a page don't reach the browser's shortcuts: this fires the shortcut itself. */
  async command(tab: Tab, name: string): Promise<void> {
    const manifest = JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8'));
    const letter: string = manifest.commands[name].suggested_key.default.split('+').at(-1);
    await tab.bringToFront();
    await this.bidi.inBrowserWindow((key) => {
      const { document } = Services.wm.getMostRecentWindow('navigator:browser');
      const shortcut = document.querySelector(`keyset[id^="ext-keyset"] key[key="${key}"]`);
      if (!shortcut) throw new Error(`No shortcut has the key ${key}`);
      (shortcut as unknown as { doCommand(): void }).doCommand();
    }, letter);
  }

  async chooseMenuItem(tab: Tab, id: string, at: Point): Promise<string> {
    await tab.bringToFront();
    await (tab as FirefoxTab).openMenu(at);
    const isOpen = () =>
      this.bidi.inBrowserWindow(
        () => (document.getElementById('contentAreaContextMenu') as unknown as Menu).state === 'open',
      );
    await expect.poll(isOpen, { message: 'the context menu did not open' }).toBe(true);
    return this.bidi.inBrowserWindow((itemId) => {
      const menu = document.getElementById('contentAreaContextMenu') as unknown as Menu;
      const item = menu.querySelector(`[id$="-menuitem-_${itemId}"]`);
      if (!item) throw new Error(`The context menu has no item ${itemId}`);
      (item as unknown as { doCommand(): void }).doCommand();
      menu.hidePopup();
      return item.getAttribute('label') ?? '';
    }, id);
  }

  /** Answers the browser's question about access to a site. */
  async answer(answer: 'Allow' | 'Deny'): Promise<void> {
    const question = () =>
      this.bidi.inBrowserWindow(() => PopupNotifications.panel.querySelector('popupnotification')?.textContent ?? '');
    await expect.poll(question, { message: 'Firefox did not ask' }).toContain('Access your data for sites');
    await this.bidi.inBrowserWindow((wanted) => {
      const question = PopupNotifications.panel.querySelector('popupnotification') as unknown as Question;
      (wanted === 'Allow' ? question.button : question.secondaryButton).click();
    }, answer);
  }

  readClipboard(): Promise<string> {
    return this.bidi.inBrowserWindow(() => {
      const transferable = Cc['@mozilla.org/widget/transferable;1']?.createInstance(Ci.nsITransferable);
      if (!transferable) throw new Error('Firefox has no clipboard');
      transferable.init(null);
      transferable.addDataFlavor('text/plain');
      Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
      const found: { value?: { QueryInterface(of: unknown): { data: string } } } = {};
      transferable.getTransferData('text/plain', found);
      return found.value?.QueryInterface(Ci.nsISupportsString).data ?? '';
    });
  }

  async download(action: () => Promise<void>): Promise<{ name: string; text: string }> {
    const before = new Set(readdirSync(this.downloads));
    const added = () => readdirSync(this.downloads).find((name) => !before.has(name) && !name.endsWith('.part'));
    await action();
    const text = () => readFileSync(join(this.downloads, added() ?? 'none'), 'utf8');
    await expect(() => expect(text()).not.toBe('')).toPass({ timeout: 5_000 });
    const [name, content] = [added() ?? '', text()];
    // The next file of that name would otherwise be given another.
    rmSync(join(this.downloads, name));
    return { name, text: content };
  }

  async stopBackground(): Promise<void> {
    // Asked in one breath, as a page's next message starts it again.
    const stop = () =>
      this.bidi.inBrowserWindow(async (id) => {
        const { extension } = WebExtensionPolicy.getByID(id);
        // Otherwise it is let live while it is at work, which is when a test wants it dead.
        await extension.terminateBackground({ disableResetIdleForTest: true });
        return extension.backgroundState;
      }, this.id);
    await expect.poll(stop).toBe('stopped');
  }

  async emulate(tab: Tab, media: Media): Promise<void> {
    await tab.bringToFront();
    await this.bidi.inBrowserWindow(({ media, colorScheme, forcedColors }) => {
      const { browsingContext } = gBrowser.selectedBrowser;
      if (media) browsingContext.mediumOverride = media;
      if (colorScheme) browsingContext.prefersColorSchemeOverride = colorScheme;
      if (forcedColors) browsingContext.forcedColorsOverride = forcedColors;
    }, media);
  }

  async reload(): Promise<void> {
    await this.bidi.inBrowserWindow(async (id) => {
      await (await AddonManager.getAddonByID(id)).reload();
    }, this.id);
    const isActive = () =>
      this.bidi.inBrowserWindow((id) => WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? '', this.id);
    await expect.poll(isActive).toBe('running');
  }

  strayRequests(): string[] {
    return this.network.strayRequests;
  }

  async closeTabs(): Promise<void> {
    const tabs = await this.bidi.listTabs();
    for (const context of tabs.slice(1)) await new FirefoxTab(this.bidi, context).close();
  }

  async close(): Promise<void> {
    await this.driver.close();
    this.network.close();
    rmSync(this.downloads, { recursive: true, force: true });
    removeCopy(this.folder);
  }
}
