/** Ends a timed pause when its time comes: the setting goes back to none, which open pages follow like any other change. */
import { isPaused, type Pause, UNTIL_RESUMED } from '../domain/pause';
import { browser } from './browser';
import { loadSettings, saveSettings, watchSettings } from './settings-store';

const NAME = 'pause';

/** Adds the listeners, synchronously, and ends a pause whose time came while the browser was closed. */
export function servePauseAlarm(now: () => Date): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) end().catch(warn);
  });
  watchSettings(({ pause }) => void setAlarm(pause).catch(warn));
  end().catch(warn);

  /** Ends the pause if its time has come, and else waits for that. */
  async function end(): Promise<void> {
    const { pause } = await loadSettings();
    if (pause === null || isPaused(pause, now())) await setAlarm(pause);
    // One that was set in between is another, and has its own end.
    else await saveSettings((kept) => (kept.pause === pause ? { pause: null } : {}));
  }
}

async function setAlarm(pause: Pause): Promise<void> {
  if (pause === null || pause === UNTIL_RESUMED) await browser.alarms.clear(NAME);
  else browser.alarms.create(NAME, { when: Date.parse(pause) });
}

function warn(error: unknown): void {
  console.warn('The end of the pause could not be planned.', error);
}
