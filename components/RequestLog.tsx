/** What was sent to outside addresses: the last requests, or that there were none. */
import { i18n } from '#i18n';

interface RequestLogProps {
  /** Newest first; `at` is an ISO instant. */
  requests: { at: string; url: string; outcome: string }[];
}

export function RequestLog({ requests }: RequestLogProps) {
  if (requests.length === 0) return <p>{i18n.t('settings.sent.nothing')}</p>;
  return (
    <ol class="requests">
      {requests.map(({ at, url, outcome }) => (
        <li key={at + url}>
          <time dateTime={at}>
            {new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(at))}
          </time>
          : {url} ({outcome})
        </li>
      ))}
    </ol>
  );
}
