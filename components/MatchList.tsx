/** The matches of a page under the figures that they bear on, each a press away from its place in the article. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Evidence } from '../lib/domain/feed';
import type { PageMatch } from '../lib/domain/page-match';
import type { Statistic, StatisticId } from '../lib/domain/statistic';
import { EvidenceList } from './EvidenceList';
import { FigureList } from './Figure';
import { relationLabel } from './relation-label';

export interface MatchListProps {
  /** In the article's order. */
  matches: readonly PageMatch[];
  statistics: readonly Statistic[];
  evidence: readonly Evidence[];
  /** The figure whose evidence was asked for from the page. */
  target: StatisticId | null;
  onShow: (index: number) => void;
  onUnhide: (match: PageMatch) => void;
}

/** Figures in the order in which the article comes to them; under each, its passages in the article's order. */
export function MatchList({ matches, statistics, evidence, target, onShow, onUnhide }: MatchListProps) {
  const ids = [...new Set(matches.map(({ statistic }) => statistic))];
  const figures = ids.flatMap((id) => statistics.find((statistic) => statistic.id === id) ?? []);
  return (
    <FigureList
      statistics={figures}
      below={(statistic) => (
        <>
          <ol class="match-list" aria-label={i18n.t('panel.passages')}>
            {matches
              .filter((match) => match.statistic === statistic.id)
              .map((match) => (
                <MatchRow key={match.index} match={match} onShow={onShow} onUnhide={onUnhide} />
              ))}
          </ol>
          <Findings statistic={statistic} evidence={evidence} isOpen={target === statistic.id} />
        </>
      )}
    />
  );
}

type MatchRowProps = Pick<MatchListProps, 'onShow' | 'onUnhide'> & { match: PageMatch };

function MatchRow({ match, onShow, onUnhide }: MatchRowProps) {
  const { index, relation, text, marked, hidden, open } = match;
  const passage = useRef<HTMLButtonElement>(null);
  const unhide = () => {
    // The button pressed goes away, and the focus with it.
    passage.current?.focus();
    onUnhide(match);
  };
  return (
    <li>
      <button
        type="button"
        class="match"
        ref={passage}
        data-match={index}
        aria-current={open ? 'true' : undefined}
        onClick={() => onShow(index)}
      >
        <span class="match-number">{index + 1}</span>
        <span class="match-text">{text}</span>
        <span class="small">
          {relationLabel(relation)}
          {!marked && !hidden && ` · ${i18n.t('panel.notMarked')}`}
        </span>
      </button>
      {hidden && (
        <p class="match-hidden small">
          {hidden === 'mark'
            ? i18n.t('panel.hiddenMark')
            : i18n.t(hidden === 'page' ? 'panel.hiddenPage' : 'panel.hiddenSite')}{' '}
          <button type="button" class="link-button" onClick={unhide}>
            {i18n.t('panel.unhide')}
          </button>
        </p>
      )}
    </li>
  );
}

/** All that is known beside the survey, behind a press. */
function Findings({
  statistic,
  evidence,
  isOpen,
}: {
  statistic: Statistic;
  evidence: readonly Evidence[];
  isOpen: boolean;
}) {
  const bearing = evidence.filter(({ bearsOn }) => bearsOn.some(({ statistic: id }) => id === statistic.id));
  if (bearing.length === 0) return null;
  return (
    <details class="match-evidence" open={isOpen} data-evidence={statistic.id}>
      <summary>{i18n.t('evidence.all', { count: bearing.length })}</summary>
      <EvidenceList statistic={statistic} evidence={bearing} />
    </details>
  );
}
