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
