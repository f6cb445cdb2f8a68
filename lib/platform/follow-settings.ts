/** Tells the content scripts of all tabs when a setting that concerns them was changed, so that open pages follow at once. */
import type { Settings } from '../domain/settings';
import { loadSettings, watchSettings } from './settings-store';
import { askAllTabs } from './tabs';

/** What of the settings decides what is shown on a page, and how it looks. */
function concerning({ showMarks, pause, readComments, printMarks, captureButton, appearance }: Settings): string {
  return JSON.stringify([showMarks, pause, readComments, printMarks, captureButton, appearance]);
}

/** Adds the listener, synchronously. */
export function followSettings(): void {
  // What was known before tells a change that concerns pages from any other; a worker that has just woken tells in any case.
  let known: string | undefined;
  loadSettings().then(
    (settings) => {
      known ??= concerning(settings);
    },
    (error: unknown) => console.warn('The settings could not be read.', error),
  );
  watchSettings((settings) => {
    const changed = concerning(settings);
    if (changed !== known) void askAllTabs((script) => script.followSettings());
    known = changed;
  });
}
