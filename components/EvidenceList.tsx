/** Outside findings beside a figure, each with how it bears on it, its source, and how it was seen. */
import type { Evidence } from '../lib/domain/feed';
import type { Statistic } from '../lib/domain/statistic';

/** How many stand open; the rest are a press away. */
const SHOWN = 3;

const BEARING: Record<Evidence['bearsOn'][number]['relation'], string> = {
  supports: 'Points the same way',
  contrasts: 'Points the other way',
  contextualises: 'Context',
};

interface EvidenceListProps {
  statistic: Statistic;
  /** In the order to show, the other side's reply first. */
  evidence: readonly Evidence[];
}

export function EvidenceList({ statistic, evidence }: EvidenceListProps) {
  const shown = evidence.slice(0, SHOWN);
  const more = evidence.slice(SHOWN);
  return (
    <div class="evidence">
      <h3>Other evidence</h3>
      <ul>
        {shown.map((item) => (
          <EvidenceItem key={item.id} statistic={statistic} evidence={item} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{more.length === 1 ? '1 more finding' : `${more.length} more findings`}</summary>
          <ul>
            {more.map((item) => (
              <EvidenceItem key={item.id} statistic={statistic} evidence={item} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function EvidenceItem({ statistic, evidence }: { statistic: Statistic; evidence: Evidence }) {
  const bearing = evidence.bearsOn.find((bearing) => bearing.statistic === statistic.id);
  const label = evidence.id === statistic.reply ? 'The other side' : bearing && BEARING[bearing.relation];
  return (
    <li>
      <p>
        <strong>{label}.</strong> {evidence.figure}.
      </p>
      <p class="small">
        {evidence.denominator}.{evidence.caveat && ` ${evidence.caveat}`}{' '}
        <a href={evidence.url} target="_blank" rel="noopener noreferrer">
          {evidence.publisher}
          {evidence.year && `, ${evidence.year}`}
        </a>
        {evidence.seenIn === 'secondary-source' && ` (seen in a secondary source: ${evidence.seenAs})`}
        {!evidence.independent && ' (by the survey’s own author)'}
      </p>
    </li>
  );
}
