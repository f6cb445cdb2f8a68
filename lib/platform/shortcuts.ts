/** The keyboard shortcuts as the browser has assigned them, which may differ from those that the manifest suggests. */
import { browser } from './browser';

export interface Shortcut {
  /** The command's name in the manifest. */
  name: string;
  /** What it does, in the browser's language. */
  description: string;
  /** The keys, or an empty string where none are assigned. */
  keys: string;
}

/** The commands that have words, as the browser lists them. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return (
    commands
      .map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut }))
      // Chromium lists the toolbar button too, which has no keys of ours and no words.
      .filter(({ description }) => description !== '')
  );
}

/** Opens the browser's own page on which shortcuts are changed: Firefox has a call for it, Chrome and Edge an address. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings.call(browser.commands);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
