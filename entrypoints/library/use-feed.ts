/** What the library shows of the feed, also when another edition comes while it is open. */
import { useEffect, useState } from 'preact/hooks';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import type { Withdrawal } from '../../lib/domain/feed';
import type { Statistic } from '../../lib/domain/statistic';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground, Remote } from '../../lib/platform/messages';

interface Shown {
  statistics: Statistic[];
  withdrawals: Withdrawal[];
}

/** The embedded figures, and what the background has from when `isTime` on: quotes come first. */
export function useFeed(background: Remote<PageToBackground>, isTime: boolean): Shown {
  const [feed, setFeed] = useState<Shown>(() => ({ statistics: embeddedFigures().statistics, withdrawals: [] }));
  useEffect(() => {
    if (!isTime) return;
    const load = () => {
      background.getFeed().then(setFeed, (error: unknown) => console.warn(error));
    };
    const onMessage = (message: unknown): undefined => {
      if ((message as { event?: unknown } | null)?.event === 'feedChanged') load();
    };
    browser.runtime.onMessage.addListener(onMessage);
    load();
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, [background, isTime]);
  return feed;
}
