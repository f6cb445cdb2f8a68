/** An unpacked extension in a Chromium that a script drives: how it is loaded, and when it is ready. */
import { until } from './until.mjs';

/** What Chromium is started with, so that it loads the extension in a folder and no other. */
export function extensionArguments(folder) {
  return [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
}

/**
 * Waits until the extension is up and its content script will run on what is opened from then on. Resolves to the start of
 * its pages' addresses and its worker; throws Error where it doesn't come.
 */
export async function loadedExtension(context) {
  const worker = await until(
    'the extension in the browser. Google Chrome takes none from the command line: install Chromium, or set CHROMIUM_PATH to it',
    () => context.serviceWorkers()[0],
  );
  await until('the extension’s content script', () =>
    worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()),
  );
  return { pages: `chrome-extension://${new URL(worker.url()).host}`, worker };
}
