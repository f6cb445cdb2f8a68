/** Wakes the background when the feed is due. */
import { plannedCheck, spreadCheck } from '../domain/feed-schedule';
import { browser } from './browser';
import { loadFeedState, placeOf, saveFeedState } from './feed-state';

const NAME = 'feed';

interface Dependencies {
  now: () => Date;
  chance: () => number;
  check: () => Promise<unknown>;
}

/** Adds the listener, synchronously, and sees to it that there is an alarm: browsers may lose theirs. */
export function serveFeedAlarm({ now, chance, check }: Dependencies): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) run().catch(warn);
  });
  restore().catch(warn);

  /** Makes the check that is due, or puts off one that the browser slept through. */
  async function run(): Promise<void> {
    const time = now().getTime();
    const dueAt = plannedCheck(time, (await loadFeedState()).dueAt);
    const later = dueAt !== null && dueAt > time ? dueAt : spreadCheck(time, dueAt, chance());
    if (later === null) await check();
    else await saveFeedState({ dueAt: later });
    await setFeedAlarm();
  }

  async function restore(): Promise<void> {
    const time = now().getTime();
    const { dueAt } = await loadFeedState();
    const planned = plannedCheck(time, dueAt);
    if (planned !== null && (await browser.alarms.get(NAME))) return;
    if (planned === null) await saveFeedState({ dueAt: spreadCheck(time, null, chance()) });
    await setFeedAlarm();
  }
}

/** Sets the alarm to when the next check is due; none where no place is to be asked. */
export async function setFeedAlarm(): Promise<void> {
  const state = await loadFeedState();
  if (placeOf(state) === null || state.dueAt === null) await browser.alarms.clear(NAME);
  else browser.alarms.create(NAME, { when: state.dueAt });
}

function warn(error: unknown): void {
  console.warn('The feed’s next check could not be planned.', error);
}
