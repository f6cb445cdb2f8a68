/** What became of a quote's words on its page: what left is struck out, what came is underlined, and both are said. */
import { i18n } from '#i18n';
import { describeDifference } from '../lib/domain/word-difference';
import { describeDay } from './date';

interface WordDifferenceProps {
  before: string;
  after: string;
  /** ISO instant at which it was seen. */
  at: string;
}

export function WordDifference({ before, after, at }: WordDifferenceProps) {
  return (
    <div class="word-difference small">
      <p>{i18n.t('difference.heading', { day: describeDay(at) })}</p>
      <p>
        {describeDifference(before, after).map(({ kind, text }, index) => {
          const key = `${index}`;
          if (kind === 'kept') return <span key={key}>{text} </span>;
          const Mark = kind === 'removed' ? 'del' : 'ins';
          return (
            <span key={key}>
              <span class="visually-hidden">{i18n.t(`difference.${kind}`)} </span>
              <Mark>{text}</Mark>{' '}
            </span>
          );
        })}
      </p>
    </div>
  );
}
