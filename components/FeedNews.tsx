/** What a new edition changed, and what was withdrawn: told once where the figures are, and then on request. */
import { i18n } from '#i18n';
import type { Withdrawal } from '../lib/domain/feed';
import type { FeedStatus } from '../lib/domain/feed-status';
import { describeDay } from './date';

interface FeedNewsProps {
  news: NonNullable<FeedStatus['news']>;
  onRead: () => void;
}

export function FeedNews({ news: { edition, changes }, onRead }: FeedNewsProps) {
  return (
    <section class="feed-news" aria-label={i18n.t('feed.news', { edition })}>
      <h2>{i18n.t('feed.news', { edition })}</h2>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {changes.length === 0 && <p>{i18n.t('feed.noFigureChanged')}</p>}
      <button type="button" class="button" onClick={onRead}>
        {i18n.t('feed.read')}
      </button>
    </section>
  );
}

/** The figures that were taken back, with the reasons: nothing where there are none. */
export function Withdrawals({ withdrawals }: { withdrawals: Withdrawal[] }) {
  if (withdrawals.length === 0) return null;
  return (
    <ul class="withdrawals small">
      {withdrawals.map(({ statistic, question, date, reason }) => (
        <li key={statistic}>
          <s>{i18n.t('figure.question', { question })}</s>{' '}
          {i18n.t('feed.withdrawn', { date: describeDay(date), reason })}
        </li>
      ))}
    </ul>
  );
}
