/** What is remembered of the feed is never undone by what is written beside it. */
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadFeedState, saveFeedState } from '../../lib/platform/feed-state';

it('what is written at once is all remembered: the highest edition is not forgotten for a planned check', async () => {
  await Promise.all([
    saveFeedState({ highest: 4, digest: 'abc' }),
    saveFeedState({ dueAt: 7 }),
    saveFeedState({ news: null }),
  ]);
  expect(await loadFeedState()).toMatchObject({ highest: 4, digest: 'abc', dueAt: 7 });
});

it('what can’t be read is as at the beginning, and the rest stays', async () => {
  await fakeBrowser.storage.local.set({ feed: { highest: 4, dueAt: 'soon', choice: 7, news: [] } });
  expect(await loadFeedState()).toMatchObject({ highest: 4, dueAt: null, choice: 'built-in', news: null });
});
