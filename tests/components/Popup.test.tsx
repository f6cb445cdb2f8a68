/** The popup shows the survey with its limits, shares it, and says what is known of the page. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/Popup';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { disclose } from '../../lib/domain/statistic';
import { PUBLISHED } from '../published-figures';

const feed = embeddedFigures();

const firstFrame: PopupProps = {
  feed,
  status: null,
  onReadNews: vi.fn(),
  server: '',
  copied: false,
  notice: null,
  quotes: null,
  faults: [],
  check: null,
  site: null,
  paused: null,
  onCopyLink: vi.fn(),
  onCopy: vi.fn(),
  onOpen: vi.fn(),
  onSheet: null,
  onServer: vi.fn(),
  onPrint: vi.fn(),
  onCheck: vi.fn(),
  onResume: vi.fn(),
  onPanel: null,
};

function renderPopup(changes: Partial<PopupProps> = {}) {
  const props = { ...firstFrame, ...changes };
  const { rerender } = render(<Popup {...props} />);
  return { ...props, show: (more: Partial<PopupProps>) => rerender(<Popup {...props} {...more} />) };
}

describe('the first frame', () => {
  it('has all figures in the survey’s order with their limits, and who asked whom when above them', () => {
    renderPopup();
    const figures = screen.getByRole('region', { name: 'Figures' });
    expect(
      within(figures)
        .getAllByRole('img')
        .map((picture) => picture.getAttribute('aria-label')),
    ).toEqual(PUBLISHED.map(({ percent }) => `${percent} in 100 of those who answered`));
    expect(figures.textContent).toContain(feed.statistics[0] && disclose(feed.statistics[0]));
    const head = screen.getByRole('banner').textContent;
    for (const part of ['550 current and past IAPT workers', 'November 2019', 'Preliminary', 'campaigns on']) {
      expect(head).toContain(part);
    }
  });

  it('says beside the link whether the survey still takes answers', () => {
    renderPopup();
    screen.getByText('Whether the form still takes answers is not known.');
  });

  it('has the open questions within reach, without a number', () => {
    renderPopup();
    const details = screen.getByText(/^What they asked for/).closest('details');
    expect(details?.textContent).toContain('stop using targets');
    expect(details?.textContent).not.toMatch(/\d%/);
  });

  it('opens every outside link in a new tab that knows nothing of it', () => {
    renderPopup();
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toContain('noopener');
    }
  });
});

describe('the survey link', () => {
  it('is copied with one press, and the button says so', () => {
    const { onCopyLink, show } = renderPopup();
    fireEvent.click(screen.getByRole('button', { name: 'Copy survey link' }));
    expect(onCopyLink).toHaveBeenCalledTimes(1);
    show({ copied: true, notice: { kind: 'done', message: 'Copied.' } });
    screen.getByRole('button', { name: '✓ Copied' });
    screen.getByText('Copied.');
  });

  it('leads to the results once the form is closed', () => {
    renderPopup({ feed: { ...feed, survey: { ...feed.survey, status: 'closed' } } });
    screen.getByRole('button', { name: 'Copy results link' });
    screen.getByText('The form no longer takes answers.');
  });
});

describe('sharing', () => {
  it('opens under its button, takes the focus, and gives it back on Escape', async () => {
    renderPopup();
    const button = screen.getByRole('button', { name: 'Share…' });
    fireEvent.click(button);
    const panel = await screen.findByRole('region', { name: 'Share' });
    await waitFor(() => expect(document.activeElement).toBe(panel));
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(fireEvent.keyDown(panel, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Share' })).toBeNull());
    expect(document.activeElement).toBe(button);
  });

  it('Escape is left to the browser where nothing is open', () => {
    renderPopup();
    expect(fireEvent.keyDown(screen.getByRole('main'), { key: 'Escape' })).toBe(true);
  });

  it('of one figure starts from its row and returns there', async () => {
    renderPopup();
    const row = screen.getByRole('button', { name: 'Share: Do you feel your service is well managed?' });
    fireEvent.click(row);
    expect((await screen.findByLabelText<HTMLSelectElement>('What to share')).value).toBe('management');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByLabelText('What to share')).toBeNull());
    expect(document.activeElement).toBe(row);
  });

  it('follows a newer edition, and never shares a figure that it withdrew', async () => {
    const { show } = renderPopup();
    fireEvent.click(screen.getByRole('button', { name: `Share: ${feed.statistics[0]?.question}` }));
    const preview = await screen.findByText(/^41% of the 550/);
    show({ feed: { ...feed, statistics: feed.statistics.slice(1) } });
    await waitFor(() => expect(preview.textContent).toMatch(/^Of the 550/));
    expect(preview.textContent).not.toContain('41%');
  });

  it('keeps the focus where it is while the subject is changed', async () => {
    renderPopup();
    fireEvent.click(screen.getByRole('button', { name: 'Share…' }));
    const choice = await screen.findByLabelText<HTMLSelectElement>('What to share');
    choice.focus();
    fireEvent.change(choice, { target: { value: 'burnout' } });
    await waitFor(() => expect(choice.value).toBe('burnout'));
    expect(document.activeElement).toBe(choice);
  });

  it('as a QR code shows the code, the link in words, and prints', async () => {
    const { onPrint } = renderPopup();
    fireEvent.click(screen.getByRole('button', { name: 'QR code' }));
    await screen.findByText(feed.survey.link);
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(onPrint).toHaveBeenCalledTimes(1);
  });
});

describe('the page in the active tab', () => {
  const line = () => screen.getByRole('region', { name: 'This page' });

  it.each([
    [{ state: 'assessed', passages: 3 }, '3 passages on this page', 'Check again'],
    [{ state: 'assessed', passages: 1 }, '1 passage on this page', 'Check again'],
    [{ state: 'assessed', passages: 0 }, 'Checked: no claims about IAPT found', 'Check again'],
    [{ state: 'not-checked', passages: 0 }, 'This page has not been checked', 'Check this page'],
  ] as const)('is %j', (check, words, button) => {
    const { onCheck } = renderPopup({ check });
    expect(line().textContent).toContain(words);
    fireEvent.click(within(line()).getByRole('button', { name: button }));
    expect(onCheck).toHaveBeenCalled();
  });

  it('that can’t be checked offers nothing', () => {
    renderPopup({ check: { state: 'unsupported', passages: 0 }, site: { host: 'example.org', granted: false } });
    expect(line().textContent).toBe('This page can’t be checked');
  });

  it('is resumed by keyboard with the focus on what comes next, and the change announced', () => {
    const check = { state: 'paused', passages: 0 } as const;
    const { onResume, show } = renderPopup({ check, paused: { until: null } });
    const status = within(line()).getByRole('status');
    const button = within(line()).getByRole('button', { name: 'Resume' });
    button.focus();
    fireEvent.click(button);
    expect(onResume).toHaveBeenCalledOnce();
    show({ check: { state: 'assessed', passages: 0 }, paused: null });
    expect(document.activeElement).toBe(within(line()).getByRole('button', { name: 'Check again' }));
    expect(status.textContent).toBe('Checked: no claims about IAPT found');
  });

  it('can have its site turned on where the site is known', () => {
    const check = { state: 'not-checked', passages: 0 } as const;
    const { show } = renderPopup({ check });
    expect(within(line()).queryByRole('link')).toBeNull();
    show({ check, site: { host: 'www.example.org', granted: false } });
    const link = within(line()).getByRole('link', { name: 'Turn on for this site' });
    expect(link.getAttribute('href')).toBe('/options.html?site=www.example.org');
    show({ check, site: { host: 'www.example.org', granted: true } });
    within(line()).getByRole('link', { name: 'On for this site' });
  });
});

it('the news of an edition, once read, hand the focus on to the figures', () => {
  const news = { edition: 3, changes: ['One.'] };
  const { onReadNews } = renderPopup({ status: { news } as unknown as PopupProps['status'] });
  const button = screen.getByRole('button', { name: 'Got it' });
  button.focus();
  fireEvent.click(button);
  expect(onReadNews).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Figures' }));
});

it('what is missing is said, and the figures stay', () => {
  renderPopup({ faults: ['Quotes are not kept: the browser refused its storage.'] });
  screen.getByText('Quotes are not kept: the browser refused its storage.');
  expect(screen.getAllByText(/in 100|said Yes|said No/).length).toBeGreaterThanOrEqual(5);
});

it('the number of quotes stands on the way to them once it is known', () => {
  const { show } = renderPopup();
  expect(screen.getByRole('link', { name: 'Quotes' }).getAttribute('href')).toBe('/library.html');
  show({ quotes: 1_234 });
  screen.getByRole('link', { name: 'Quotes (1,234)' });
});
