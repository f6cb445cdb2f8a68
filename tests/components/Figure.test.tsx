/** A figure is never drawn without the question it answers and its disclosure. */
import { render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Figure, FigureList } from '../../components/Figure';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { disclose } from '../../lib/domain/statistic';
import { PUBLISHED } from '../published-figures';

const { statistics, evidence } = embeddedFeed();
const closed = statistics.filter(({ headline }) => headline);
const open = statistics.filter(({ headline }) => !headline);

describe('a figure', () => {
  it.each(closed.map((statistic) => [statistic.id, statistic] as const))(
    'shows number, counted answer, question and disclosure: %s',
    (_, statistic) => {
      const { container } = render(<Figure statistic={statistic} />);
      expect(container.textContent).toContain(
        `${statistic.headline?.percent}% said ${statistic.countedAnswer}: “${statistic.question}”`,
      );
      expect(container.querySelector('figcaption')?.textContent).toBe(disclose(statistic));
    },
  );

  it.each(closed.map((statistic) => [statistic.id, statistic] as const))(
    'pictures its share as so many of a hundred marks, and says so in words: %s',
    (_, statistic) => {
      const percent = statistic.headline?.percent ?? 0;
      render(<Figure statistic={statistic} />);
      const picture = screen.getByRole('img', { name: `${percent} in 100 of those who answered` });
      const marks = (part: string) => picture.querySelector(part)?.getAttribute('d')?.match(/M/g)?.length;
      expect(marks('.hundred-filled')).toBe(percent);
      expect(marks('.hundred-empty')).toBe(100 - percent);
    },
  );

  it('fills its picture from the bottom', () => {
    const [statistic] = closed;
    const { container } = render(statistic ? <Figure statistic={statistic} /> : null);
    expect(container.querySelector('.hundred-filled')?.getAttribute('d')).toMatch(/^M0 90h/);
  });

  it('gives the values of other editions with their sample and date', () => {
    const goodCare = closed.filter(({ id }) => id === 'good-care');
    render(<FigureList statistics={goodCare} />);
    screen.getByText('69% of 650, later, date not known');
  });

  it('of an open question is its themes, with no number and no picture', () => {
    const [future] = open;
    const { container } = render(future ? <Figure statistic={future} /> : null);
    screen.getByText('stop using targets');
    expect(screen.queryByRole('img')).toBeNull();
    expect(container.textContent).not.toMatch(/\d%/);
    expect(container.textContent).toContain(future && disclose(future));
  });
});

describe('a list of figures', () => {
  it('keeps the order it is given and says a shared disclosure once', () => {
    const { container } = render(<FigureList statistics={closed} />);
    expect(screen.getAllByRole('listitem').map((row) => row.querySelector('strong')?.textContent)).toEqual(
      PUBLISHED.map(({ percent }) => `${percent}%`),
    );
    expect(container.querySelectorAll('figcaption p')).toHaveLength(1);
  });

  it('says every disclosure where they differ', () => {
    const { container } = render(<FigureList statistics={statistics} />);
    const captions = [...container.querySelectorAll('figcaption p')].map(({ textContent }) => textContent);
    expect(new Set(captions)).toEqual(new Set(statistics.map(disclose)));
  });

  it('says that the other side has replied, and links the reply and that it was seen as reported', () => {
    const { rerender } = render(<FigureList statistics={closed} evidence={[]} />);
    screen.getByText('The other side has replied');
    rerender(<FigureList statistics={closed} evidence={evidence} />);
    const reply = screen.getByRole('link', { name: /Reply of NHS/ });
    expect(reply.getAttribute('href')).toBe(evidence.find(({ id }) => id === 'independent-2021-nhs-reply')?.url);
    expect(reply.parentElement?.textContent).toContain('as reported');
  });

  it('puts the same action on every row', () => {
    render(<FigureList statistics={closed} action={({ id }) => <button type="button">{id}</button>} />);
    for (const [index, row] of screen.getAllByRole('listitem').entries()) {
      within(row).getByRole('button', { name: closed[index]?.id ?? '' });
    }
  });
});
