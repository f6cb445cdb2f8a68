/** What tests ask of the background as one of the extension's own pages would. */
import { type Annotation, byNewest } from '../../lib/domain/annotation';
import type { PageCheck } from '../../lib/platform/messages';
import type { AnnotationBatch } from '../../lib/platform/quote-calls';
import type { Extension, Tab } from './extension';

/** The extension's world, as far as tests reach into it. */
declare const browser: WebExtension | undefined;
declare const chrome: WebExtension;
interface WebExtension {
  runtime: {
    sendMessage(message: object): Promise<Reply | undefined>;
    getContexts(filter: object): Promise<object[]>;
  };
  sidebarAction?: { isOpen(details: object): Promise<boolean> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  tabs: { query(query: object): Promise<{ id: number }[]>; create(tab: object): Promise<object> };
  scripting: {
    getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]>;
    executeScript(injection: object): Promise<{ result: unknown }[]>;
  };
  storage: {
    local: { get(key: string): Promise<{ settings?: object }>; set(items: object): Promise<void> };
  };
  alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
}
type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** A page of the extension in a tab of its own, from which the background can be asked. */
export class OwnPage {
  private constructor(readonly tab: Tab) {}

  static async open(extension: Extension, path = 'options.html'): Promise<OwnPage> {
    return new OwnPage(await extension.openPage(path));
  }

  /** The background's whole reply, a refusal included. */
  reply(call: string, ...args: unknown[]): Promise<Reply | undefined> {
    return this.tab.evaluate(
      (message) => (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage(message),
      { call, args },
    );
  }

  async ask<R>(call: string, ...args: unknown[]): Promise<R> {
    const reply = await this.reply(call, ...args);
    if (!reply?.ok) throw new Error(`${call} was refused: ${reply?.error}`);
    return reply.value as R;
  }

  /** What the content script of a tab has found; that it has finished, where it answers at all. */
  async pageCheck(tab: Tab): Promise<PageCheck> {
    return this.ask('getPageCheck', await this.tabId(tab));
  }

  /** Asks the background about a tab. */
  async askAbout<R>(tab: Tab, call: string, ...args: unknown[]): Promise<R> {
    return this.ask(call, await this.tabId(tab), ...args);
  }

  /** Has a tab read now, and tells what was found. */
  async check(tab: Tab): Promise<PageCheck> {
    return this.ask('checkPage', await this.tabId(tab));
  }

  /** Puts the content script into a tab once more, as an update or a second press does. */
  async injectAgain(tab: Tab): Promise<void> {
    const tabId = await this.tabId(tab);
    await this.tab.evaluate(
      (tabId) =>
        (typeof browser === 'undefined' ? chrome : browser).scripting
          .executeScript({ target: { tabId }, files: ['article.js'] })
          .then(() => undefined),
      tabId,
    );
  }

  /** The addresses that the browser was told quotes were saved from. */
  async quotedPatterns(): Promise<string[]> {
    const scripts = await this.tab.evaluate(() =>
      (typeof browser === 'undefined' ? chrome : browser).scripting.getRegisteredContentScripts(),
    );
    return scripts.find(({ id }) => id === 'quoted')?.matches ?? [];
  }

  /** The toolbar badge over a tab. */
  async badge(tab: Tab): Promise<string> {
    const tabId = await this.tabId(tab);
    return this.tab.evaluate(
      (tabId) => (typeof browser === 'undefined' ? chrome : browser).action.getBadgeText({ tabId }),
      tabId,
    );
  }

  /** The reply to a message that the extension's own script in a tab would send. */
  async replyToContent(tab: Tab, call: string, ...args: unknown[]): Promise<Reply | undefined> {
    const tabId = await this.tabId(tab);
    return this.tab.evaluate(
      async ({ tabId, message }) => {
        const api = typeof browser === 'undefined' ? chrome : browser;
        // As JSON, since Chromium loses the nulls in what is handed over.
        const func = (json: string) =>
          (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage(JSON.parse(json));
        const [answer] = await api.scripting.executeScript({
          target: { tabId },
          func,
          args: [JSON.stringify(message)],
        });
        return answer?.result as Reply | undefined;
      },
      { tabId, message: { call, args } },
    );
  }

  /** A tab's address is hidden from the extension without access to its site, but not which tab is in front. */
  async tabId(tab: Tab): Promise<number> {
    await tab.bringToFront();
    return this.tab.evaluate(async () => {
      const api = typeof browser === 'undefined' ? chrome : browser;
      const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      return front?.id ?? -1;
    });
  }

  /** The names that our scripts have left in their isolated world of a tab. */
  async loadedParts(tab: Tab): Promise<string[]> {
    const tabId = await this.tabId(tab);
    return this.tab.evaluate(async (tabId) => {
      const api = typeof browser === 'undefined' ? chrome : browser;
      const func = () => Object.getOwnPropertyNames(globalThis).filter((name) => /timeToTalk/.test(name));
      const [answer] = await api.scripting.executeScript({ target: { tabId }, func });
      return answer?.result as string[];
    }, tabId);
  }

  /** Changes settings as the settings page does. */
  saveSettings(changes: object): Promise<void> {
    return this.tab.evaluate(async (changes) => {
      const { local } = (typeof browser === 'undefined' ? chrome : browser).storage;
      await local.set({ settings: { ...(await local.get('settings')).settings, ...changes } });
    }, changes);
  }

  readSettings(): Promise<Record<string, unknown>> {
    return this.tab.evaluate(async () => {
      const { local } = (typeof browser === 'undefined' ? chrome : browser).storage;
      return ((await local.get('settings')).settings ?? {}) as Record<string, unknown>;
    });
  }

  /** When one of the extension's alarms is due, in milliseconds; null where it has none of that name. */
  alarmTime(name: string): Promise<number | null> {
    return this.tab.evaluate(
      async (name) =>
        (await (typeof browser === 'undefined' ? chrome : browser).alarms.get(name))?.scheduledTime ?? null,
      name,
    );
  }

  /** Whether the content script runs by itself on pages opened from now on. */
  isRegistered(): Promise<boolean> {
    return this.tab.evaluate(async () => {
      const scripts = await (typeof browser === 'undefined' ? chrome : browser).scripting.getRegisteredContentScripts();
      return scripts.some(({ id }) => id === 'article');
    });
  }

  /** Opens a page of the extension in a tab behind the one in front, as the popup lies over it. */
  async openBehind(extension: Extension, tab: Tab, path: string): Promise<Tab> {
    await tab.bringToFront();
    await this.tab.evaluate(
      (url) => (typeof browser === 'undefined' ? chrome : browser).tabs.create({ url, active: false }),
      `/${path}`,
    );
    return extension.tabAt(path);
  }

  /** Whether the browser's own panel is open and shows the extension's page. */
  isPanelOpen(): Promise<boolean> {
    return this.tab.evaluate(async () => {
      const sidebar = typeof browser === 'undefined' ? undefined : browser.sidebarAction;
      if (sidebar) return sidebar.isOpen({});
      const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
      return contexts.length > 0;
    });
  }

  /** Up to 5,000 quotes, newest first. */
  async listQuotes(): Promise<Annotation[]> {
    const { annotations } = await this.ask<AnnotationBatch>('readAnnotations', null, 5_000);
    return annotations.sort(byNewest);
  }

  async deleteAllQuotes(): Promise<void> {
    const quotes = await this.listQuotes();
    await this.ask(
      'deleteAnnotations',
      quotes.map(({ id }) => id),
    );
  }

  shortcuts(): Promise<Record<string, string>> {
    return this.tab.evaluate(async () => {
      const commands = await (typeof browser === 'undefined' ? chrome : browser).commands.getAll();
      return Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
    });
  }
}
