/** The browser object for content scripts: every visited page pays for them, and the polyfill does nothing there. */
import type { Browser } from 'webextension-polyfill';

interface Extension {
  browser?: Browser;
  chrome?: Browser;
}

/** The runtime, or undefined once the extension was updated or removed under the page. */
export function pageRuntime(): Browser['runtime'] | undefined {
  const { browser, chrome } = globalThis as Extension;
  const runtime = (browser ?? chrome)?.runtime;
  return runtime?.id ? runtime : undefined;
}
