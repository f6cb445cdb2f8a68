/** A timed pause ends by itself, and no other does. */
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { UNTIL_RESUMED } from '../../lib/domain/pause';
import { browser } from '../../lib/platform/browser';
import { servePauseAlarm } from '../../lib/platform/pause-alarm';
import { loadSettings, saveSettings } from '../../lib/platform/settings-store';

const NOON = '2026-11-23T12:00:00.000Z';
const ONE = '2026-11-23T13:00:00.000Z';

const alarm = () => browser.alarms.get('pause');
const pause = async () => (await loadSettings()).pause;

it('waits for the end of the pause that was set, of a longer one set later, and of none once it is resumed', async () => {
  servePauseAlarm(() => new Date(NOON));
  await saveSettings({ pause: ONE });
  await vi.waitFor(async () => expect((await alarm())?.scheduledTime).toBe(Date.parse(ONE)));
  await saveSettings({ pause: '2026-11-23T15:00:00.000Z' });
  await vi.waitFor(async () => expect((await alarm())?.scheduledTime).toBe(Date.parse('2026-11-23T15:00:00.000Z')));
  await saveSettings({ pause: null });
  await vi.waitFor(async () => expect(await alarm()).toBeUndefined());
});

it('ends the pause when its alarm comes, and says so in the settings that everybody watches', async () => {
  let now = NOON;
  servePauseAlarm(() => new Date(now));
  await saveSettings({ pause: ONE });
  const due = { name: 'pause', scheduledTime: Date.parse(ONE), persistAcrossSessions: true };
  // One that comes early waits again.
  await fakeBrowser.alarms.onAlarm.trigger(due);
  expect(await pause()).toBe(ONE);
  now = ONE;
  await fakeBrowser.alarms.onAlarm.trigger({ ...due, name: 'feed' });
  expect(await pause()).toBe(ONE);
  await fakeBrowser.alarms.onAlarm.trigger(due);
  await vi.waitFor(async () => expect(await pause()).toBe(null));
});

it('ends at its next start a pause whose time came while nothing ran', async () => {
  await saveSettings({ pause: NOON });
  servePauseAlarm(() => new Date(ONE));
  await vi.waitFor(async () => expect(await pause()).toBe(null));
});

it('sets the alarm anew at its start, as browsers may lose theirs', async () => {
  await saveSettings({ pause: ONE });
  servePauseAlarm(() => new Date(NOON));
  await vi.waitFor(async () => expect((await alarm())?.scheduledTime).toBe(Date.parse(ONE)));
});

it('leaves a pause alone that lasts until the person resumes', async () => {
  await saveSettings({ pause: UNTIL_RESUMED });
  servePauseAlarm(() => new Date(ONE));
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'pause', scheduledTime: 0, persistAcrossSessions: true });
  expect(await pause()).toBe(UNTIL_RESUMED);
  expect(await alarm()).toBeUndefined();
});
