/** One line on how fresh the figures are: their edition and date, when a newer one was last looked for, and why none came. */
import { i18n } from '#i18n';
import type { Feed } from '../lib/domain/feed';
import type { FeedStatus } from '../lib/domain/feed-status';
import { describeDay, describeMoment } from './date';

interface FeedLineProps {
  feed: Pick<Feed, 'edition' | 'published'>;
  /** Null until it is known. */
  status: FeedStatus | null;
}

export function FeedLine({ feed: { edition, published }, status }: FeedLineProps) {
  const { checkedAt = null, failure = null } = status ?? {};
  return (
    <div class="feed-line small">
      <p>
        {i18n.t('feed.asOf', { edition, date: describeDay(published) })}{' '}
        {checkedAt && !failure && i18n.t('feed.checked', { date: describeMoment(checkedAt) })}
      </p>
      {checkedAt && failure && (
        <details>
          <summary>{i18n.t('feed.notRefreshed', { date: describeMoment(checkedAt) })}</summary>
          <p>{i18n.t('feed.why', { reason: failure })}</p>
        </details>
      )}
    </div>
  );
}
