/** The popup as it is wired: figures at once, and the rest as far as the background answers. */
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { browser } from '../../lib/platform/browser';
import type { Handlers, PageToBackground } from '../../lib/platform/messages';
import { serve } from '../../lib/platform/transport';
import { PUBLISHED } from '../published-figures';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
  vi.spyOn(console, 'warn').mockReturnValue();
  Object.assign(browser.tabs, {
    getCurrent: async () => undefined,
    query: async () => [{ id: 7, url: 'https://news.example/a' }],
  });
  Object.assign(browser.permissions, { contains: async () => false });
});

afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

/** Serves those calls that a test is about. */
function answer(handlers: Partial<Handlers<PageToBackground>>) {
  serve(browser.runtime.onMessage, handlers as Handlers<PageToBackground>, () => true);
}

const openPopup = () => import('../../entrypoints/popup/main');
const figures = () => screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label')?.slice(0, 2));

it('paints the figures before anything has answered', async () => {
  const asked = vi.spyOn(browser.runtime, 'sendMessage').mockReturnValue(new Promise(() => undefined));
  await openPopup();
  expect(asked).toHaveBeenCalled();
  expect(figures()).toEqual(PUBLISHED.map(({ percent }) => `${percent}`));
});

it('keeps the figures where nobody answers, says what is missing, and still offers to check the page', async () => {
  await openPopup();
  await screen.findByText(/^Quotes and this page can’t be looked up just now\./);
  expect(figures()).toEqual(PUBLISHED.map(({ percent }) => `${percent}`));
  screen.getByText('This page has not been checked');
  screen.getByRole('link', { name: 'Quotes' });
});

it.each([
  ['takes over a newer edition', 1, '42'],
  ['leaves an older edition alone', -1, '41'],
])('%s', async (_, step, shown) => {
  const feed = embeddedFeed();
  const statistics = feed.statistics.map((statistic) =>
    statistic.headline?.percent === 41 ? { ...statistic, headline: { ...statistic.headline, percent: 42 } } : statistic,
  );
  answer({
    getFeed: () => ({ ...feed, edition: feed.edition + step, statistics }),
    // Asked after the feed, so answered after it.
    countAnnotations: () => 1,
  });
  await openPopup();
  await screen.findByRole('link', { name: 'Quotes (1)' });
  expect(figures()).toEqual([shown, ...PUBLISHED.slice(1).map(({ percent }) => `${percent}`)]);
});

it('says how many quotes are kept, and why none are where the browser refuses', async () => {
  answer({ countAnnotations: () => 12, getKeeping: () => ({ kept: false, reason: 'private window.' }) });
  await openPopup();
  await screen.findByRole('link', { name: 'Quotes (12)' });
  await screen.findByText('Quotes are not kept: private window.');
});

it('asks about the active tab, and checks it on a press', async () => {
  const asked: unknown[] = [];
  answer({
    getPageCheck: ([tabId]) => {
      asked.push(tabId);
      return { state: 'not-checked', passages: 0 };
    },
    checkPage: ([tabId]) => {
      asked.push(tabId);
      return { state: 'assessed', passages: 3 };
    },
  });
  await openPopup();
  await screen.findByText('This page has not been checked');
  expect((await screen.findByRole('link', { name: 'Turn on for this site' })).getAttribute('href')).toContain(
    'news.example',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Check this page' }));
  await screen.findByText('passages on this page', { exact: false });
  expect(asked).toEqual([7, 7]);
});

it('says why a check failed', async () => {
  answer({
    getPageCheck: () => ({ state: 'not-checked', passages: 0 }),
    checkPage: () => {
      throw new Error('The page is gone.');
    },
  });
  await openPopup();
  fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
  await screen.findByText('The page is gone.');
});

it('copies the survey’s link, and shows it to copy by hand where the browser refuses', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce(undefined);
  await openPopup();
  fireEvent.click(screen.getByRole('button', { name: 'Copy survey link' }));
  const copied = await screen.findByRole('button', { name: '✓ Copied' });
  expect(write).toHaveBeenCalledWith('https://www.surveymonkey.co.uk/r/timetotalkIAPT');
  write.mockRejectedValueOnce(new Error('not allowed'));
  fireEvent.click(copied);
  await screen.findByText('Copying failed. Copy it from here: https://www.surveymonkey.co.uk/r/timetotalkIAPT');
  screen.getByRole('button', { name: 'Copy survey link' });
});
