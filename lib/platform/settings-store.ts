/** Keeps the settings in the browser's local storage, where every page of the extension reads and watches them. */
import { parseSettings, type Settings } from '../domain/settings';
import { browser } from './browser';
import { createSerialQueue } from './serial-queue';

const KEY = 'settings';

const inTurn = createSerialQueue();

/** The settings as they are kept, over the defaults. Rejects with the browser's reason. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes the settings given, or what is made of those that are kept, and leaves the others as they are. */
export function saveSettings(changes: Partial<Settings> | ((kept: Settings) => Partial<Settings>)): Promise<void> {
  return inTurn(async () => {
    const kept = await loadSettings();
    const changed = { ...kept, ...(typeof changes === 'function' ? changes(kept) : changes) };
    await browser.storage.local.set({ [KEY]: changed });
  });
}

/** Calls back with the settings after each change, from whichever page it came. Returns its undo. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) onChange(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
