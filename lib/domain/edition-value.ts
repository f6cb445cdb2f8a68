/** The value that a statistic has in one edition of the results. */
import type { Statistic } from './statistic';

/** In whole per cent; null where the edition's value is not known. */
export function valueIn({ headline, otherValues }: Statistic, edition: number): number | null {
  const values = headline ? [headline, ...otherValues] : otherValues;
  return values.find((value) => value.edition.number === edition)?.percent ?? null;
}
