/** What people see of the feed: its date, why a check failed, what a new edition changed, each figure's history. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { FeedLine } from '../../components/FeedLine';
import { FeedNews, Withdrawals } from '../../components/FeedNews';
import { FeedSettings } from '../../components/FeedSettings';
import { FigureList } from '../../components/Figure';
import { FigureHistory } from '../../components/FigureHistory';
import { FigureTable } from '../../components/FigureTable';
import { parseFeed } from '../../lib/domain/feed';
import type { FeedStatus } from '../../lib/domain/feed-status';
import { nextDocument } from '../next-edition';

const KEY = `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${'A'.repeat(86)}==`;

const status: FeedStatus = {
  edition: 2,
  published: '2026-11-23',
  isEmbedded: true,
  place: { address: 'https://results.example/feed.json', keyName: '4dff f5a5 0ac6 9f94' },
  isChosen: false,
  hasBuiltIn: true,
  checkedAt: null,
  dueAt: null,
  failure: null,
  news: null,
};

describe('how fresh the figures are', () => {
  it('is said with the edition and its date, before anything was looked for', () => {
    render(<FeedLine feed={status} status={null} />);
    screen.getByText('Edition 2, as of 23 November 2026.');
  });

  it('is said with the last check, and with why it brought nothing where it failed', () => {
    const checkedAt = '2026-11-24T09:00:00Z';
    const { rerender } = render(<FeedLine feed={status} status={{ ...status, checkedAt }} />);
    screen.getByText(/Last checked 24 November 2026/);
    rerender(<FeedLine feed={status} status={{ ...status, checkedAt, failure: 'It could not be reached.' }} />);
    screen.getByText(/The last check, 24 November 2026 .*, found nothing that can be shown/);
    screen.getByText(/It could not be reached\. The figures above stay as they are/);
  });
});

describe('a new edition', () => {
  it('says what changed until it was read', () => {
    const onRead = vi.fn();
    render(<FeedNews news={{ edition: 3, changes: ['“Q”: 41% of 550 → 43% of 790.'] }} onRead={onRead} />);
    within(screen.getByRole('region', { name: 'Edition 3: what changed' })).getByText(/41% of 550 → 43% of 790/);
    fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
    expect(onRead).toHaveBeenCalledOnce();
  });

  it('has what was corrected of a figure stand with its values of every edition, and of no other figure', () => {
    const feed = parseFeed(
      nextDocument((document) => {
        const correction = { date: '2099-03-05', edition: 3, was: '42%', now: '43%' };
        document.corrections = [
          { ...correction, statistic: 'burnout' },
          { ...correction, statistic: null, was: 'two weeks', now: 'three weeks' },
        ];
      }),
    );
    render(<FigureTable feed={feed} />);
    const said = screen.getByText(/Corrected in edition 3: “42%” is now “43%”\./);
    within(said).getByText('5 March 2099');
    expect(said.closest('tr')?.textContent).toContain('burnout');
    expect(screen.getByText(/“two weeks” is now “three weeks”/).closest('table')).toBe(null);
    expect(screen.getAllByRole('list', { name: 'Corrections' })).toHaveLength(2);
  });

  it('strikes what was withdrawn, with the date and the reason', () => {
    const { withdrawals } = parseFeed(
      nextDocument((document) => {
        document.withdrawals.push({ statistic: 'burnout', date: '2027-03-05', reason: 'it was counted twice.' });
      }),
    );
    render(<Withdrawals withdrawals={withdrawals} />);
    expect(screen.getByText(/burnout/).tagName).toBe('S');
    screen.getByText(/was withdrawn on 5 March 2027: it was counted twice\./);
  });
});

describe('a figure’s history', () => {
  const statistic = (id: string) => {
    const found = parseFeed(nextDocument()).statistics.find((statistic) => statistic.id === id);
    if (!found) throw new Error(`No statistic is called ${id}`);
    return found;
  };

  it('gives every edition with how many it is of, and marks the one shown', () => {
    render(<FigureHistory statistic={statistic('manipulation')} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '41% of 550, November 2019, preliminary',
      '41% of 650, later, date not known',
      '43% of 790, March 2027 (shown)',
    ]);
  });

  it('names the edition of each figure where those of several stand together, and only there', () => {
    const { container, rerender } = render(
      <FigureList statistics={[statistic('manipulation'), statistic('management')]} />,
    );
    expect(container.textContent).toContain('of 790, March 2027');
    expect(container.textContent).toContain('of 550, November 2019, preliminary');
    rerender(<FigureList statistics={[statistic('management'), statistic('distress')]} />);
    expect(container.textContent).not.toContain('of 550, November 2019');
  });

  it('is one line where there is one other value, and nothing where there is none', () => {
    const { container, rerender } = render(<FigureHistory statistic={statistic('good-care')} />);
    expect(container.textContent).toContain('% of ');
    rerender(<FigureHistory statistic={statistic('management')} />);
    expect(container.textContent).toBe('');
  });
});

describe('the settings of the feed', () => {
  const show = (changes: Partial<FeedStatus> = {}) => {
    const props = { isChecking: false, onCheck: vi.fn(), onChange: vi.fn() };
    render(<FeedSettings {...props} status={{ ...status, ...changes }} />);
    return props;
  };

  it('say where newer editions come from and whose key they need, and check at a press', () => {
    const { onCheck, onChange } = show();
    screen.getByText('https://results.example/feed.json');
    screen.getByText('4dff f5a5 0ac6 9f94');
    fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stop looking' }));
    expect(onCheck).toHaveBeenCalledOnce();
    expect(onChange).toHaveBeenCalledExactlyOnceWith('none');
    // Both buttons go once there is no address.
    expect(document.activeElement?.textContent).toBe('Results feed');
  });

  it('say that everything works without any', () => {
    show({ place: null, hasBuiltIn: false });
    screen.getByText(/Everything works from the edition that came with the extension/);
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  });

  it('take another key only with a tick below the warning, and refuse what is none with the reason', () => {
    const { onChange } = show();
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Use this address and key' });
    screen.getByText(/Whoever holds the key decides which figures you see/);
    expect(save.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.input(screen.getByLabelText('Address of the feed'), {
      target: { value: 'http://results.example/feed.json' },
    });
    fireEvent.click(save);
    expect(screen.getByRole('status').textContent).toMatch(/begins with https/);
    fireEvent.input(screen.getByLabelText('Address of the feed'), {
      target: { value: ' https://Results.example/feed.json ' },
    });
    fireEvent.input(screen.getByLabelText('Public key'), {
      target: { value: `-----BEGIN PUBLIC KEY-----\n${KEY}\n-----END PUBLIC KEY-----\n` },
    });
    fireEvent.click(save);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ address: 'https://results.example/feed.json', key: KEY });
  });
});
