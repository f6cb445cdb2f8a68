/** The panel as it is wired: it shows what is known of the page in view, and nothing of one that was left. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import type { PageMatch } from '../../lib/domain/page-match';
import { browser } from '../../lib/platform/browser';
import type { Handlers, PageCheck, PageToBackground } from '../../lib/platform/messages';
import { serve } from '../../lib/platform/transport';

const feed = embeddedFeed();

/** The tab in front, which `goTo` changes. */
let active = { id: 1, title: 'First' };
let activated: (() => void)[] = [];
let updated: ((tabId: number, change: { status: string }) => void)[] = [];

beforeEach(() => {
  active = { id: 1, title: 'First' };
  activated = [];
  updated = [];
  vi.resetModules();
  vi.spyOn(console, 'warn').mockReturnValue();
  const none = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(browser.tabs, {
    query: async () => [active],
    onActivated: { addListener: (listener: () => void) => activated.push(listener) },
    onRemoved: none,
    onUpdated: { addListener: (listener: (typeof updated)[number]) => updated.push(listener) },
  });
  Object.assign(browser, { commands: { getAll: async () => [] } });
});

afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
});

/** Serves those calls that a test is about; of any other page nothing is known. */
function answer(handlers: Partial<Handlers<PageToBackground>>) {
  const usual: Partial<Handlers<PageToBackground>> = {
    getFeed: () => feed,
    getPageCheck: () => ({ state: 'not-checked', passages: 0 }),
    listMatches: () => [],
    listPageQuotes: () => [],
  };
  serve(browser.runtime.onMessage, { ...usual, ...handlers } as Handlers<PageToBackground>, () => true);
}

const openPanel = () => import('../../entrypoints/sidepanel/main');

async function goTo(id: number, title: string): Promise<void> {
  active = { id, title };
  for (const follow of activated) follow();
  await screen.findByText(title);
}

const MATCH: PageMatch = {
  index: 0,
  statistic: 'burnout',
  relation: 'same-question',
  text: 'Many are burnt out.',
  reasons: [],
  marked: true,
  hidden: null,
  open: false,
};

it('what became of a check is said of the page that was checked, and of no page that came to the front meanwhile', async () => {
  const { promise, resolve } = Promise.withResolvers<PageCheck>();
  answer({ checkPage: () => promise });
  await openPanel();
  fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
  await goTo(2, 'Second');
  await screen.findByText(/^Nothing has read it/);
  resolve({ state: 'unsupported', passages: 0 });
  await goTo(3, 'Third');
  await screen.findByText(/^Nothing has read it/);
  expect(screen.queryByText(/did not let it be read/)).toBeNull();
});

it('the reason why one page did not answer goes when another comes to the front', async () => {
  answer({
    checkPage: () => {
      throw new Error('It is busy.');
    },
  });
  await openPanel();
  fireEvent.click(await screen.findByRole('button', { name: 'Check this page' }));
  await screen.findByText('The page did not answer. It is busy.');
  await goTo(2, 'Second');
  expect(screen.queryByText(/It is busy/)).toBeNull();
});

it('the evidence that was asked for beside one page is not opened beside another', async () => {
  answer({ getPageCheck: () => ({ state: 'assessed', passages: 1 }), listMatches: () => [MATCH] });
  await browser.storage.session.set({ panelTarget: { tabId: 1, statistic: 'burnout' } });
  await openPanel();
  const evidence = async () => (await screen.findByText(/^All evidence/)).closest('details')?.open;
  await waitFor(async () => expect(await evidence()).toBe(true));
  await goTo(2, 'Second');
  await waitFor(async () => expect(await evidence()).toBe(false));
});

it('a page whose last parts have loaded keeps its rows, and the focus that is on one of them', async () => {
  let title = 'Loading…';
  answer({ getPageCheck: () => ({ state: 'assessed', passages: 1 }), listMatches: () => [MATCH] });
  Object.assign(browser.tabs, { query: async () => [{ id: 1, title }] });
  await openPanel();
  const row = await screen.findByRole('button', { name: /Many are burnt out/ });
  row.focus();
  title = 'Whole';
  for (const tell of updated) tell(1, { status: 'complete' });
  await screen.findByText('Whole');
  expect(document.activeElement).toBe(row);
});

it('a figure that is withdrawn while the panel is open leaves it', async () => {
  let statistics = feed.statistics;
  answer({
    getFeed: () => ({ ...feed, statistics }),
    getPageCheck: () => ({ state: 'assessed', passages: 1 }),
    listMatches: () => [MATCH],
  });
  await openPanel();
  await screen.findByText('Many are burnt out.');
  statistics = statistics.filter(({ id }) => id !== 'burnout');
  await browser.runtime.sendMessage({ event: 'feedChanged' });
  await waitFor(() => expect(screen.queryByText('Many are burnt out.')).toBeNull());
});
