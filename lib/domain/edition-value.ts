/** The value that a statistic has in one edition of the results. */
import { type Statistic, valuesOf } from './statistic';

/** In whole per cent; null where the edition's value is not known. */
export function valueIn(statistic: Statistic, edition: number): number | null {
  return valuesOf(statistic).find((value) => value.edition.number === edition)?.percent ?? null;
}
