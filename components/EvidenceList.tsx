/** Outside findings beside a figure, each with how it bears on it, its source, and how it was seen. */
import { i18n } from '#i18n';
import { balanceEvidence, bearingOn } from '../lib/domain/evidence';
import type { Evidence } from '../lib/domain/feed';
import type { Statistic } from '../lib/domain/statistic';
import { Sentence } from './Sentence';

interface EvidenceListProps {
  statistic: Statistic;
  /** All that bears on the statistic. */
  evidence: readonly Evidence[];
  /** Shows no more than so many, and what leads to the others; all of them where it is left out. */
  most?: { count: number; onMore: () => void };
}

/** The list itself; what stands above it is for its surface to say. */
export function EvidenceList({ statistic, evidence, most }: EvidenceListProps) {
  const shown = balanceEvidence(statistic, evidence).slice(0, most?.count);
  const left = evidence.length - shown.length;
  return (
    <>
      <ul class="evidence-list">
        {shown.map((item) => (
          <EvidenceItem key={item.id} statistic={statistic} evidence={item} />
        ))}
      </ul>
      {most && left > 0 && (
        <button type="button" class="link-button" onClick={most.onMore}>
          {i18n.t('evidence.more', left, { count: left })}
        </button>
      )}
    </>
  );
}

function EvidenceItem({ statistic, evidence }: { statistic: Statistic; evidence: Evidence }) {
  const { figure, denominator, caveat, publisher, year, url, seenIn, seenAs, independent } = evidence;
  const bearing = bearingOn(statistic, evidence) ?? 'contextualises';
  return (
    <li class="evidence-item">
      <p>
        <span class="badge">
          {evidence.id === statistic.reply ? i18n.t('evidence.otherSide') : i18n.t(`evidence.${bearing}`)}
        </span>{' '}
        {figure}.
      </p>
      <p class="small">
        {i18n.t('evidence.of', { denominator })}. {caveat}
      </p>
      <p class="small evidence-source">
        <span>
          <Sentence
            text={year ? i18n.t('evidence.source', { year }) : i18n.t('evidence.sourceUndated')}
            parts={{
              source: () => (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {publisher}
                </a>
              ),
            }}
          />
        </span>
        <span>
          {seenIn === 'secondary-source'
            ? i18n.t('evidence.secondary', { seenAs })
            : i18n.t('evidence.seen', { seenAs })}
        </span>
        {!independent && <span>{i18n.t('evidence.notIndependent')}</span>}
      </p>
    </li>
  );
}
