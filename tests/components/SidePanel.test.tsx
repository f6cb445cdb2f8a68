/** The panel says what is known of the page in view, and leads to each of its passages. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { SidePanel, type SidePanelProps } from '../../components/SidePanel';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import type { PageMatch } from '../../lib/domain/page-match';

const { statistics, evidence } = embeddedFeed();

function match(index: number, statistic: string, changes: Partial<PageMatch> = {}): PageMatch {
  const text = `Passage ${index + 1} on ${statistic}.`;
  return {
    index,
    statistic,
    relation: 'same-question',
    text,
    reasons: [],
    marked: true,
    hidden: null,
    open: false,
    ...changes,
  };
}

function renderPanel(changes: Partial<SidePanelProps> = {}) {
  const props: SidePanelProps = {
    check: { state: 'assessed', passages: changes.matches?.length ?? 0 },
    title: null,
    wasRefused: false,
    checkKeys: '',
    matches: [],
    statistics,
    evidence,
    quotes: [],
    target: null,
    notice: null,
    onShow: vi.fn(),
    onUnhide: vi.fn(),
    onCheck: vi.fn(),
    ...changes,
  };
  render(<SidePanel {...props} />);
  return props;
}

const state = () => screen.getAllByRole('status')[0]?.textContent;

it.each([
  [{ check: null }, 'Looking at this page…'],
  [{ check: { state: 'not-checked', passages: 0 } }, 'This page was not assessed'],
  [{ check: { state: 'unsupported', passages: 0 } }, 'This page was not assessed'],
  [{ check: { state: 'paused', passages: 0 } }, 'Paused'],
  [{ check: { state: 'assessed', passages: 0 } }, 'Assessed, nothing found'],
  [{ check: 'closed' }, 'That page is no longer open'],
] as const)('of %j it says: %s', (changes, words) => {
  renderPanel(changes as Partial<SidePanelProps>);
  expect(state()).toBe(words);
});

it('a page that was not assessed is checked at a press', () => {
  const { onCheck } = renderPanel({ check: { state: 'not-checked', passages: 0 } });
  fireEvent.click(screen.getByRole('button', { name: 'Check this page' }));
  expect(onCheck).toHaveBeenCalledTimes(1);
});

it('a check in vain names the keys that give access, where there are any', () => {
  renderPanel({ check: { state: 'not-checked', passages: 0 }, wasRefused: true, checkKeys: 'Alt+Shift+K' });
  screen.getByText(/press the toolbar button or Alt\+Shift\+K/);
});

it('figures stand in the order in which the article comes to them, each with its passages', () => {
  const { onShow } = renderPanel({ matches: [match(0, 'burnout'), match(1, 'manipulation'), match(2, 'burnout')] });
  const lists = screen.getAllByRole('list', { name: 'Passages' });
  expect(
    lists.map((list) =>
      within(list)
        .getAllByRole('button')
        .map((row) => row.textContent),
    ),
  ).toEqual([
    [expect.stringContaining('Passage 1 on burnout.'), expect.stringContaining('Passage 3 on burnout.')],
    [expect.stringContaining('Passage 2 on manipulation.')],
  ]);
  fireEvent.click(screen.getByRole('button', { name: /Passage 3/ }));
  expect(onShow).toHaveBeenCalledWith(2);
});

it('a row says that its card is open, that its passage has no mark, and how far its figure is hidden', () => {
  const hidden = match(2, 'distress', { marked: false, hidden: 'site' });
  const { onUnhide } = renderPanel({
    matches: [match(0, 'burnout', { open: true }), match(1, 'burnout', { marked: false }), hidden],
  });
  expect(screen.getByRole('button', { name: /Passage 1/ }).getAttribute('aria-current')).toBe('true');
  expect(screen.getByRole('button', { name: /Passage 2/ }).textContent).toContain('Not marked');
  screen.getByText(/Figure hidden on this site/);
  fireEvent.click(screen.getByRole('button', { name: 'Show again' }));
  expect(onUnhide).toHaveBeenCalledWith(hidden);
  // That button goes with what it did.
  expect(document.activeElement?.textContent).toContain('Passage 3');
});

it('opens the evidence that was asked for from the card', () => {
  renderPanel({ matches: [match(0, 'burnout'), match(1, 'manipulation')], target: 'manipulation' });
  const open = screen.getAllByRole('group').filter((group) => group.hasAttribute('open'));
  expect(open).toHaveLength(1);
  expect(open[0]?.textContent).toContain('The other side');
});
