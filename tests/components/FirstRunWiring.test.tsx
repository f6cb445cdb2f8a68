/** The first-run page as it is wired: it can be opened long after the install, and shows no figure that was withdrawn. */
import { screen, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { browser } from '../../lib/platform/browser';
import type { Handlers, PageToBackground } from '../../lib/platform/messages';
import { serve } from '../../lib/platform/transport';

afterEach(() => {
  render(null, document.getElementById('app') as HTMLElement);
  document.body.replaceChildren();
});

it('shows its figure at once, and another where a newer edition has withdrawn that', async () => {
  const feed = embeddedFeed();
  const newer = {
    ...feed,
    edition: feed.edition + 1,
    statistics: feed.statistics.filter(({ id }) => id !== 'burnout'),
  };
  const { promise, resolve } = Promise.withResolvers<typeof newer>();
  serve(
    browser.runtime.onMessage,
    { getFeed: () => promise } as Partial<Handlers<PageToBackground>> as Handlers<PageToBackground>,
    () => true,
  );
  Object.assign(browser, { commands: { getAll: async () => [] } });
  document.body.innerHTML = '<div id="app"></div>';
  await import('../../entrypoints/first-run/main');
  screen.getByRole('img', { name: '71 in 100 of those who answered' });
  resolve(newer);
  await waitFor(() => screen.getByRole('img', { name: '41 in 100 of those who answered' }));
  expect(screen.queryByRole('img', { name: /^71/ })).toBeNull();
});
