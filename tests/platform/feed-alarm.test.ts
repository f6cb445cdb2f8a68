/** The feed is asked for by the dates that were kept, whatever becomes of the alarm and of the clock. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveFeedAlarm } from '../../lib/platform/feed-alarm';
import { generateKeys } from '../../lib/platform/feed-signature';
import { loadFeedState, saveFeedState } from '../../lib/platform/feed-state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const NOW = Date.parse('2027-03-06T09:00:00Z');

beforeEach(async () => {
  const { publicKey } = await generateKeys();
  await saveFeedState({ choice: { address: 'https://results.example/feed.json', key: publicKey } });
});

/** Starts the background at a time; resolves once the alarm stands, to when it does, and to how often was asked. */
async function start(time: number) {
  const check = vi.fn(async () => undefined);
  serveFeedAlarm({ now: () => new Date(time), chance: () => 0.5, check });
  const when = () => fakeBrowser.alarms.get('feed').then((alarm) => alarm?.scheduledTime);
  await vi.waitFor(async () => expect(await when()).toBeLessThan(time + 3 * 24 * HOUR));
  return { when, check };
}

describe('the alarm', () => {
  it('that the browser lost is set again at the next start, to when the check was due', async () => {
    await saveFeedState({ dueAt: NOW + 5 * HOUR });
    const { when, check } = await start(NOW);
    expect(await when()).toBe(NOW + 5 * HOUR);
    expect(check).not.toHaveBeenCalled();
  });

  it('that comes years late brings one check, within half an hour', async () => {
    await saveFeedState({ dueAt: NOW - 2 * YEAR });
    const { when, check } = await start(NOW);
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'feed',
      scheduledTime: NOW - 2 * YEAR,
      persistAcrossSessions: true,
    });
    await vi.waitFor(async () => expect(await when()).toBe(NOW + 15 * MINUTE));
    expect(check).not.toHaveBeenCalled();
  });
});

describe('a clock that is wrong by years', () => {
  it('and was put right keeps nobody waiting for years', async () => {
    await saveFeedState({ dueAt: NOW + 2 * YEAR, checkedAt: NOW + 2 * YEAR, highest: 3 });
    await fakeBrowser.alarms.create('feed', { when: NOW + 2 * YEAR });
    const { when } = await start(NOW);
    expect(await when()).toBe(NOW + 15 * MINUTE);
  });

  it.each([-2 * YEAR, 2 * YEAR])('throws nothing away (%d ms)', async (off) => {
    await saveFeedState({ dueAt: NOW + HOUR, checkedAt: NOW, highest: 3, digest: 'abc' });
    await start(NOW + off);
    expect(await loadFeedState()).toMatchObject({ checkedAt: NOW, highest: 3, digest: 'abc' });
  });
});
