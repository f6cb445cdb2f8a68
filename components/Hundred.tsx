/** The picture of a share: a hundred marks, filled from the bottom. */
import { i18n } from '#i18n';
import type { Statistic } from '../lib/domain/statistic';

const SIDE = 10;
const MARK = 'h8v8h-8z';

/** A hundred marks, of which the share that gave the counted answer is filled; nothing for an open question. */
export function Hundred({ statistic }: { statistic: Statistic }) {
  if (!statistic.headline) return null;
  const { percent } = statistic.headline;
  return (
    <svg class="hundred" viewBox="0 0 99 99" role="img" aria-label={i18n.t('figure.picture', { percent })}>
      <path class="hundred-empty" d={drawMarks(percent, SIDE * SIDE)} />
      <path class="hundred-filled" d={drawMarks(0, percent)} />
    </svg>
  );
}

/** The marks from one number to the next, counted from the bottom left, row by row: two paths weigh less than a hundred elements. */
function drawMarks(from: number, to: number): string {
  const marks = Array.from({ length: to - from }, (_, i) => from + i);
  return marks.map((n) => `M${(n % SIDE) * SIDE} ${(SIDE - 1 - Math.floor(n / SIDE)) * SIDE}${MARK}`).join('');
}
