/** Firefox over WebDriver BiDi, spoken as it is: puppeteer has no words for closed shadow roots or the browser's window. */
import type { Browser } from 'puppeteer-core';
import { LAYER_HOST, type RootName } from './extension';

/** https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue, as far as it is read here. */
interface RemoteValue {
  type: string;
  sharedId?: string;
  value?: unknown;
}
type Evaluated = { type: 'success'; result: RemoteValue } | { type: 'exception'; exceptionDetails: { text: string } };

export interface LogEntry {
  level: string;
  text: string | null;
  source: { context?: string };
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: string, handler: (params: never) => void): void;
}

export class Bidi {
  readonly #connection: Connection;
  #browserWindow: Promise<string> | null = null;

  constructor(browser: Browser) {
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  async send<R>(method: string, params: object): Promise<R> {
    return (await this.#connection.send(method, params)).result as R;
  }

  onLog(handler: (entry: LogEntry) => void): void {
    this.#connection.on('log.entryAdded', handler);
  }

  /** Calls a function in a tab with one of its roots; null where it has no such root. */
  async inRoot<R>(context: string, which: RootName, declaration: string, argument: unknown): Promise<R | null> {
    const found = await this.#evaluate('script.evaluate', {
      expression: which === 'document' ? 'document' : `${LAYER_HOST} ?? null`,
      target: { context },
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const root = which === 'document' ? found : (found.value as { shadowRoot?: RemoteValue } | undefined)?.shadowRoot;
    if (!root?.sharedId) return null;
    const called = await this.#evaluate('script.callFunction', {
      functionDeclaration: `async (root, json) => JSON.stringify(await (${declaration})(root, json && JSON.parse(json)) ?? null)`,
      arguments: [{ sharedId: root.sharedId }, { type: 'string', value: JSON.stringify(argument) ?? '' }],
      target: { context },
    });
    return JSON.parse(String(called.value)) as R;
  }

  /** Calls a function in a tab. */
  async call<R, A>(context: string, inPage: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    const called = await this.#evaluate('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify(await (${inPage})(json && JSON.parse(json)) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(argument) ?? '' }],
      target: { context },
    });
    return JSON.parse(String(called.value)) as R;
  }

  /** Calls a function in the browser's own window, with the browser's own powers. */
  async inBrowserWindow<R, A = undefined>(inWindow: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    this.#browserWindow ??= this.#findBrowserWindow();
    return this.call(await this.#browserWindow, inWindow as (argument: A | undefined) => R | Promise<R>, argument);
  }

  /** The ids of all tabs. */
  async listTabs(): Promise<string[]> {
    const { contexts } = await this.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      maxDepth: 0,
    });
    return contexts.map(({ context }) => context);
  }

  async #findBrowserWindow(): Promise<string> {
    const { contexts } = await this.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no window');
    return window.context;
  }

  async #evaluate(method: string, params: object): Promise<RemoteValue> {
    const evaluated = await this.send<Evaluated>(method, { awaitPromise: true, ...params });
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result;
  }
}
