/** A tab of Firefox, driven over WebDriver BiDi. */
import type { Bidi } from './bidi';
import type { Box, Key, Point, Root, RootName, Tab } from './extension';

/** https://w3c.github.io/webdriver/#keyboard-actions */
const KEY_CODES: Record<Key, string> = { Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c' };

const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };

export class FirefoxTab implements Tab {
  readonly #messages: string[] = [];

  constructor(
    private readonly bidi: Bidi,
    /** The tab's id in the protocol. */
    readonly context: string,
  ) {
    bidi.onLog(({ level, text, source }) => {
      if (source.context === context) this.#messages.push(`${level}: ${text}`);
    });
  }

  evaluate<R, A = undefined>(inPage: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    return this.bidi.call(this.context, inPage as (argument: A | undefined) => R | Promise<R>, argument);
  }

  async runScript(source: string): Promise<void> {
    await this.bidi.send('script.evaluate', {
      expression: source,
      target: { context: this.context },
      awaitPromise: false,
      resultOwnership: 'none',
      serializationOptions: { maxObjectDepth: 0 },
    });
  }

  inRoot<R, A>(which: RootName, inPage: (root: Root, argument: A) => R, argument: A): Promise<R | null> {
    return this.bidi.inRoot(this.context, which, String(inPage), argument);
  }

  async goto(address: string): Promise<void> {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url: address, wait: 'complete' });
  }

  address(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async bringToFront(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async click(at: Point): Promise<void> {
    await this.#point(moveTo(at), DOWN, UP);
  }

  async hover(at: Point): Promise<void> {
    await this.#point(moveTo(at));
  }

  /** Presses the other button of the mouse, which opens the browser's context menu. */
  async openMenu(at: Point): Promise<void> {
    await this.#point(moveTo(at), { ...DOWN, button: 2 }, { ...UP, button: 2 });
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.#point(moveTo(from), DOWN, { ...moveTo(to), duration: 50 }, UP);
  }

  /** In CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async press(key: Key): Promise<void> {
    await this.#keys(KEY_CODES[key]);
  }

  async type(text: string): Promise<void> {
    await this.#keys(...text);
  }

  async picture(box?: Box): Promise<Buffer> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
      ...(box && { clip: { type: 'box', ...box } }),
    });
    return Buffer.from(data, 'base64');
  }

  messages(): string[] {
    return this.#messages;
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  async #point(...actions: object[]): Promise<void> {
    await this.#perform({ type: 'pointer', id: 'mouse', actions });
  }

  async #keys(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async #perform(source: object): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}

function moveTo({ x, y }: Point): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
}
