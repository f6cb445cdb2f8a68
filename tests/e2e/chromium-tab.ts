/** A tab of Chromium, driven by Playwright and, where a closed shadow root hides things, by the DevTools protocol. */
import type { CDPSession, Page } from '@playwright/test';
import { type Box, type Key, LAYER_HOST, type Point, type Root, type RootName, type Tab } from './extension';

interface RemoteObject {
  objectId?: string;
  value?: unknown;
}
interface Evaluated {
  result: RemoteObject;
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export class ChromiumTab implements Tab {
  readonly #messages: string[] = [];

  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  static async of(page: Page): Promise<ChromiumTab> {
    const tab = new ChromiumTab(page, await page.context().newCDPSession(page));
    tab.cdp.on('Runtime.consoleAPICalled', ({ type, args }) =>
      tab.#messages.push(`${type}: ${args.map(({ value, description }) => value ?? description).join(' ')}`),
    );
    tab.cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      tab.#messages.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
    );
    tab.cdp.on('Log.entryAdded', ({ entry }) => tab.#messages.push(`${entry.level}: ${entry.text}`));
    await tab.cdp.send('Runtime.enable');
    await tab.cdp.send('Log.enable');
    return tab;
  }

  evaluate<R, A = undefined>(inPage: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    return this.page.evaluate(inPage as (argument: unknown) => R | Promise<R>, argument);
  }

  async runScript(source: string): Promise<void> {
    await this.page.evaluate(source);
  }

  async inRoot<R, A>(which: RootName, inPage: (root: Root, argument: A) => R, argument: A): Promise<R | null> {
    const objectId = await (which === 'document' ? this.#evaluate('document') : this.#layer());
    if (!objectId) return null;
    const called = (await this.cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: String(inPage),
      objectId,
      arguments: [{ objectId }, { value: argument }],
      returnByValue: true,
      awaitPromise: true,
    })) as Evaluated;
    if (called.exceptionDetails) throw new Error(called.exceptionDetails.exception?.description);
    return called.result.value as R;
  }

  async #evaluate(expression: string): Promise<string | undefined> {
    return ((await this.cdp.send('Runtime.evaluate', { expression })) as Evaluated).result.objectId;
  }

  /** The closed root is shown to the protocol, though not to the page. */
  async #layer(): Promise<string | undefined> {
    const host = await this.#evaluate(LAYER_HOST);
    if (!host) return undefined;
    const { node } = await this.cdp.send('DOM.describeNode', { objectId: host, pierce: true });
    const [root] = node.shadowRoots ?? [];
    return root && (await this.cdp.send('DOM.resolveNode', { backendNodeId: root.backendNodeId })).object.objectId;
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async address(): Promise<string> {
    return this.page.url();
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async click({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async hover({ x, y }: Point): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }

  async press(key: Key): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  picture(box?: Box): Promise<Buffer> {
    return this.page.screenshot(box ? { clip: box } : {});
  }

  messages(): string[] {
    return this.#messages;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
