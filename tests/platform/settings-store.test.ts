/** Settings are kept in local storage and every page hears of a change. */
import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings';
import { browser } from '../../lib/platform/browser';
import { loadSettings, saveSettings, watchSettings } from '../../lib/platform/settings-store';

it('the settings are the defaults before anything was saved', async () => {
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
});

it('what was saved is loaded again, in local storage and not in a synchronised one', async () => {
  await saveSettings({ mastodonServer: 'mastodon.social' });
  expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, mastodonServer: 'mastodon.social' });
  expect(await browser.storage.sync.get(null)).toEqual({});
});

it('changes that are made at once are all kept, those too that are made of what was there', async () => {
  const hide = (statistic: string) =>
    saveSettings(({ hidden }) => ({ hidden: [...hidden, { statistic, site: 'pulse.example', page: null }] }));
  await Promise.all([hide('burnout'), saveSettings({ printMarks: true }), hide('distress')]);
  const { hidden, printMarks } = await loadSettings();
  expect(hidden.map(({ statistic }) => statistic)).toEqual(['burnout', 'distress']);
  expect(printMarks).toBe(true);
});

it('a change that could not be kept holds up none after it', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await expect(saveSettings({ printMarks: true })).rejects.toThrow('QUOTA_BYTES');
  await saveSettings({ readComments: true });
  expect(await loadSettings()).toMatchObject({ printMarks: false, readComments: true });
});

it('what another version left behind is dropped', async () => {
  await browser.storage.local.set({ settings: { mastodonServer: 'no server at all', colour: 'red' } });
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
});

it('a watcher hears of a change to the settings, of nothing else, and of nothing once it is undone', async () => {
  const heard = vi.fn();
  const undo = watchSettings(heard);
  await saveSettings({ mastodonServer: 'mastodon.social' });
  await browser.storage.local.set({ other: 1 });
  expect(heard.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, mastodonServer: 'mastodon.social' }]]);
  undo();
  await saveSettings({ mastodonServer: 'example.social' });
  expect(heard).toHaveBeenCalledTimes(1);
});
