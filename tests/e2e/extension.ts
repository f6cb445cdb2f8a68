/** What a test can do with the built extension, whichever browser it runs in. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** `production` has no host access; `granted` is the same build with access to every site. */
export type Variant = 'production' | 'granted';

export interface LaunchOptions {
  variant: Variant;
  /** Changes a copy of the built extension, which is then the one under test. */
  changeBuild?: (folder: string) => void;
  /** Lays out the profile's folder before Chromium starts. */
  prepareProfile?: (profile: string) => void;
  /** Match patterns that Chromium is to have granted before: it lets no test answer its question. */
  grantedBefore?: string[];
  /** Lets it run in Firefox's private windows; Firefox then starts it twice, and its first-run page gets lost between. */
  inPrivateWindows?: boolean;
  /** Leaves the page open that the extension opens after it was installed. */
  keepFirstRun?: boolean;
  /** Servers of the test's own, by the host that they answer for: their ports on 127.0.0.1. */
  hosts?: Record<string, number>;
  /** Servers whose certificates Chromium takes for good, by `keyHash`: it keeps no copy of what came under any other. */
  trusted?: string[];
  /** Firefox's preferences, beside those that every test has. */
  preferences?: Record<string, unknown>;
}

/** What a browser pretends to be shown on, or to be told by its system. */
export interface Media {
  media?: 'print';
  colorScheme?: 'dark';
  forcedColors?: 'active';
}

/** Keys by the names of https://www.w3.org/TR/uievents-key/. */
export type Key = 'Tab' | 'Enter' | 'Escape';

/** `layer` is the closed shadow root that the extension puts at the end of a page: its controls and its card. */
export type RootName = 'document' | 'layer';
export type Root = Document | ShadowRoot;

/** The element that carries the layer, as an expression of the page: it is none that a page's author writes there. */
export const LAYER_HOST =
  '[...document.documentElement.children].findLast((child) => child !== document.head && child !== document.body)';

/** Functions given to these methods run in the browser: they see their argument and nothing of the test. */
export interface Tab {
  evaluate<R, A = undefined>(inPage: (argument: A) => R | Promise<R>, argument?: A): Promise<R>;
  /** Runs a classic script in the page, whatever its headers forbid. */
  runScript(source: string): Promise<void>;
  /** Runs in the page with one of its roots; null where the page has no such root. */
  inRoot<R, A>(which: RootName, inPage: (root: Root, argument: A) => R, argument: A): Promise<R | null>;
  goto(address: string): Promise<void>;
  address(): Promise<string>;
  bringToFront(): Promise<void>;
  click(at: Point): Promise<void>;
  /** Moves the mouse there, and presses nothing. */
  hover(at: Point): Promise<void>;
  /** Presses the mouse at one point and releases it at another. */
  drag(from: Point, to: Point): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** A picture as PNG, of a part of the viewport where a box is given. */
  picture(box?: Box): Promise<Buffer>;
  /** What was written to the console or thrown, by the page or by the extension's script in it. */
  messages(): string[];
  close(): Promise<void>;
}

export interface Extension {
  readonly browser: 'chromium' | 'firefox';
  /** Opens one of the extension's own pages in a tab, for example `popup.html`. */
  openPage(path: string): Promise<Tab>;
  /** Opens a web address in a tab. */
  visit(address: string): Promise<Tab>;
  /** The open tab whose address contains the text; waits for it. */
  tabAt(part: string): Promise<Tab>;
  /** Presses the keys of one of the extension's commands, in a tab that is brought to the front. */
  command(tab: Tab, name: string): Promise<void>;
  /**
   * Chooses one of the extension's items of the context menu, opened at a point of the tab. Resolves to what it is called;
   * null where the menu is out of reach.
   */
  chooseMenuItem(tab: Tab, id: string, at: Point): Promise<string | null>;
  readClipboard(): Promise<string>;
  /** Performs an action and returns the file that it made the browser save. */
  download(action: () => Promise<void>): Promise<{ name: string; text: string }>;
  /** Ends the background worker or event page; the next event wakes a new one. */
  stopBackground(): Promise<void>;
  /** Shows a tab, which is brought to the front, as on another medium or system. */
  emulate(tab: Tab, media: Media): Promise<void>;
  /** Ends the extension and starts it again, as an update does: tabs that are open stay open. */
  reload(): Promise<void>;
  /** Addresses that were asked for outside the test's own pages. None, or something is wrong. */
  strayRequests(): string[];
  /** Closes every tab but the one that the browser started with. */
  closeTabs(): Promise<void>;
  close(): Promise<void>;
}
