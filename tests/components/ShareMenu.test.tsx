/** The share list sends the chosen subject, with its caveat, to the place chosen. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ShareMenu, type ShareMenuProps } from '../../components/ShareMenu';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { SHARE_TARGETS, shareText, UNLIMITED } from '../../lib/domain/share';

const feed = embeddedFigures();
const [manipulation] = feed.statistics;

function renderMenu(changes: Partial<ShareMenuProps> = {}) {
  const props: ShareMenuProps = {
    feed,
    subject: 'survey',
    onSubject: vi.fn(),
    server: '',
    onServer: vi.fn(),
    onCopy: vi.fn(),
    onOpen: vi.fn(),
    onSheet: null,
    ...changes,
  };
  render(<ShareMenu {...props} />);
  return props;
}

const textOf = (link: HTMLElement) => new URL(link.getAttribute('href') ?? '').searchParams.get('text');

describe('the places', () => {
  it('are links that open in a new tab and take the text that fits them', () => {
    renderMenu({ subject: manipulation ?? 'survey' });
    for (const { name, id, needsServer, address, ...room } of SHARE_TARGETS) {
      if (!address || needsServer) continue;
      const link = screen.getByRole('link', { name: new RegExp(`^${name}`) });
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toContain('noopener');
      if (['bluesky', 'x', 'linkedin', 'whatsapp'].includes(id)) {
        expect(textOf(link)).toBe(shareText(manipulation ?? 'survey', feed, { name, ...room }).text);
      }
    }
  });

  it('say what their text goes without', () => {
    renderMenu();
    screen.getByRole('link', { name: 'X without figures' });
    screen.getByRole('link', { name: 'LinkedIn' });
  });

  it('have the system’s sheet among them only where there is one', () => {
    renderMenu();
    expect(screen.queryByRole('button', { name: /share sheet/ })).toBeNull();
  });

  it('send the whole text to the system’s sheet', () => {
    const { onSheet } = renderMenu({ onSheet: vi.fn() });
    fireEvent.click(screen.getByRole('button', { name: /share sheet/ }));
    expect(onSheet).toHaveBeenCalledWith(shareText('survey', feed, UNLIMITED));
  });

  it('that take only a link get the text copied, and say so', () => {
    const { onCopy } = renderMenu();
    const link = screen.getByRole('link', { name: /^Facebook/ });
    // The test's browser would follow it.
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    expect(onCopy).toHaveBeenCalledWith(
      shareText('survey', feed, UNLIMITED).text,
      expect.stringMatching(/Facebook takes only the link.*copied/),
    );
  });

  it('that no text fits are named with the reason, and the others stay', () => {
    const organiser = 'x'.repeat(400);
    const disclosure = { ...feed.survey.disclosure, organiser };
    renderMenu({ feed: { ...feed, survey: { ...feed.survey, disclosure } } });
    screen.getByText('Even the shortest text is too long for X.');
    screen.getByRole('link', { name: /^LinkedIn/ });
  });
});

describe('the subject', () => {
  it('can be the survey or any one statistic', () => {
    const { onSubject } = renderMenu();
    const choice = screen.getByLabelText('What to share');
    fireEvent.change(choice, { target: { value: 'manipulation' } });
    expect(onSubject).toHaveBeenLastCalledWith(manipulation);
    fireEvent.change(choice, { target: { value: '' } });
    expect(onSubject).toHaveBeenLastCalledWith('survey');
  });

  it('can be read and copied as the text that will be sent', () => {
    const { onCopy } = renderMenu({ subject: manipulation ?? 'survey' });
    const { text } = shareText(manipulation ?? 'survey', feed, UNLIMITED);
    expect(screen.getByText('Read the text').parentElement?.textContent).toContain(text);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(onCopy).toHaveBeenCalledWith(text, expect.any(String));
  });
});

describe('Mastodon', () => {
  const ask = (typed: string) => {
    fireEvent.click(screen.getByRole('button', { name: /^Mastodon/ }));
    const field = screen.getByLabelText('Your Mastodon server');
    fireEvent.input(field, { target: { value: typed } });
    fireEvent.click(screen.getByRole('button', { name: 'Remember and open' }));
  };

  it('asks for the server, remembers it and opens there', async () => {
    const { onServer, onOpen } = renderMenu();
    ask('https://mastodon.example/@me');
    await waitFor(() => expect(onServer).toHaveBeenCalledWith('mastodon.example'));
    expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^https:\/\/mastodon\.example\/share\?text=/));
  });

  it('says why a name can be no server, and opens nothing', async () => {
    const { onServer, onOpen } = renderMenu();
    ask('not a server');
    await screen.findByText(/“not a server” is not the name of a server/);
    expect(onServer).not.toHaveBeenCalled();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('is a link once the server is known, which can be changed', async () => {
    renderMenu({ server: 'mastodon.example' });
    const link = screen.getByRole('link', { name: /^Mastodon mastodon\.example/ });
    expect(link.getAttribute('href')).toContain('https://mastodon.example/share');
    fireEvent.click(screen.getByRole('button', { name: 'Change the Mastodon server' }));
    const field = await screen.findByLabelText<HTMLInputElement>('Your Mastodon server');
    expect(field.value).toBe('mastodon.example');
  });
});
