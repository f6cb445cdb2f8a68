/** A tab of Firefox, driven by puppeteer over WebDriver BiDi. */
import type { Page } from 'puppeteer-core';
import type { Bidi } from './bidi';
import type { Box, Key, Point, Root, RootName, Tab } from './extension';

export class FirefoxTab implements Tab {
  readonly #messages: string[] = [];

  constructor(
    readonly page: Page,
    private readonly bidi: Bidi,
  ) {
    bidi.onLog(({ level, text, source }) => {
      if (source.context === this.context) this.#messages.push(`${level}: ${text}`);
    });
  }

  /** The tab's id in the protocol. */
  get context(): string {
    return (this.page.mainFrame() as unknown as { _id: string })._id;
  }

  evaluate<R, A = undefined>(inPage: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    return this.page.evaluate(inPage as (argument: unknown) => R | Promise<R>, argument) as Promise<R>;
  }

  async runScript(source: string): Promise<void> {
    await this.page.evaluate(source);
  }

  inRoot<R, A>(which: RootName, inPage: (root: Root, argument: A) => R, argument: A): Promise<R | null> {
    return this.bidi.inRoot(this.context, which, String(inPage), argument);
  }

  /** Puppeteer's own `goto` never settles on pages of an extension. */
  async goto(address: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url: address, wait: 'complete' });
  }

  address(): string {
    return this.page.url();
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async click({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async move({ x, y }: Point): Promise<void> {
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

  async picture(box?: Box): Promise<Buffer> {
    return Buffer.from(await this.page.screenshot(box ? { clip: box } : {}));
  }

  messages(): string[] {
    return this.#messages;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewport({ width, height });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
