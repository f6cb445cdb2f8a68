/** Says of a quote which of its figures were withdrawn, wherever quotes are shown. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Withdrawal } from '../lib/domain/feed';
import type { StatisticId } from '../lib/domain/statistic';
import { Withdrawals } from './FeedNews';

/** What the page knows to be withdrawn: given once, and not handed through every list of quotes. */
export const WithdrawalsContext = createContext<Withdrawal[]>([]);

export function WithdrawnFigures({ ids }: { ids: StatisticId[] }) {
  const withdrawals = useContext(WithdrawalsContext);
  return <Withdrawals withdrawals={withdrawals.filter(({ statistic }) => ids.includes(statistic))} />;
}
