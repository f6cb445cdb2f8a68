/** Tells the quotes of the page which figures were withdrawn, also while it is open. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { WithdrawalsContext } from '../../components/WithdrawnFigures';
import type { Withdrawal } from '../../lib/domain/feed';
import { browser } from '../../lib/platform/browser';
import type { PageToBackground } from '../../lib/platform/messages';
import { remote } from '../../lib/platform/transport';
import '../../components/FeedNews.css';

const background = remote<PageToBackground>((request) => browser.runtime.sendMessage(request));

export function WithWithdrawals({ children }: { children: ComponentChildren }) {
  const [withdrawals, setWithdrawals] = useState<Withdrawal[]>([]);
  useEffect(() => {
    const load = () => {
      background.getFeed().then(
        (feed) => setWithdrawals(feed.withdrawals),
        (error: unknown) => console.warn(error),
      );
    };
    const onMessage = (message: unknown): undefined => {
      if ((message as { event?: unknown } | null)?.event === 'feedChanged') load();
    };
    browser.runtime.onMessage.addListener(onMessage);
    load();
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);
  return <WithdrawalsContext.Provider value={withdrawals}>{children}</WithdrawalsContext.Provider>;
}
