/** Keeps the settings in the browser's local storage, where every page of the extension reads and watches them. */
import { parseSettings, type Settings } from '../domain/settings';
import { browser } from './browser';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes the settings given and leaves the others as they are. */
export async function saveSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await loadSettings()), ...changes } });
}

/** Calls back with the settings after each change, from whichever page it came. Returns its undo. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) onChange(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
