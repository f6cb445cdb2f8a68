/** What was sent to outside addresses: the last requests, or that there were none. */
import { i18n } from '#i18n';
import { describeMoment } from './date';

interface RequestLogProps {
  /** Newest first; `at` is an ISO instant. */
  requests: { at: string; url: string; outcome: string }[];
}

export function RequestLog({ requests }: RequestLogProps) {
  if (requests.length === 0) return <p>{i18n.t('settings.sent.nothing')}</p>;
  return (
    <ol>
      {requests.map(({ at, url, outcome }) => (
        <li key={at + url}>
          <time dateTime={at}>{describeMoment(at)}</time>: {url} ({outcome})
        </li>
      ))}
    </ol>
  );
}
