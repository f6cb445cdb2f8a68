/** The card beside a marked passage: the figure with its disclosure, why it matched, other evidence, and what can be done. */
import { useEffect, useState } from 'preact/hooks';
import type { Evidence } from '../lib/domain/feed';
import type { HideScope } from '../lib/domain/hidden-figure';
import { type Match, RELATION_LABEL } from '../lib/domain/match';
import type { Statistic, StatisticId } from '../lib/domain/statistic';
import { EvidenceList } from './EvidenceList';
import { Figure } from './Figure';
import { Notice, type NoticeContent } from './Notice';

export interface ClaimCardProps {
  /** The figures that the passage bears on, each with the match that says why. */
  figures: { statistic: Statistic; match: Match }[];
  loadEvidence(statistic: StatisticId): Promise<Evidence[]>;
  /** Saves the passage as a quote; resolves to what to say once it is kept, rejects with the reason it was not. */
  save(): Promise<string>;
  /** Copies the figure with its disclosure and source. */
  copyFigure(statistic: Statistic): Promise<string>;
  openLibrary(): void;
  /** Hides this mark, or the figure on this page or site; the page says so and offers to take it back. */
  hide(statistic: StatisticId, scope: HideScope): Promise<void>;
  close(): void;
}

export function ClaimCard({ figures, loadEvidence, save, copyFigure, openLibrary, close }: ClaimCardProps) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [passage] = figures;
  if (!passage) return null;

  async function say(work: Promise<string>, action?: NoticeContent['action']) {
    try {
      setNotice({ kind: 'done', message: await work, ...(action && { action }) });
    } catch (error) {
      setNotice({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <div class="card" role="dialog" aria-label="Survey figure for this passage" tabIndex={-1}>
      <button type="button" class="button button-icon card-close" aria-label="Close" onClick={close}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
        </svg>
      </button>
      <div class="card-body">
        <Passage matches={figures.map(({ match }) => match)} />
        {figures.map(({ statistic, match }) => (
          <section key={statistic.id} class="card-figure">
            <h2 class="card-relation">
              {RELATION_LABEL[match.relation]} <span class="small">because it {match.reasons.join('; ')}</span>
            </h2>
            <Figure statistic={statistic} />
            <button type="button" class="button" onClick={() => say(copyFigure(statistic))}>
              Copy figure
            </button>
            <CardEvidence statistic={statistic} loadEvidence={loadEvidence} />
          </section>
        ))}
      </div>
      <div class="card-actions">
        <button
          type="button"
          class="button button-primary"
          onClick={() => say(save(), { label: 'Open quotes', onAction: openLibrary })}
        >
          Save quote
        </button>
        <Notice notice={notice} />
      </div>
    </div>
  );
}

/** The passage with the words that gave it away marked, so that a reader can judge the match. */
function Passage({ matches }: { matches: Match[] }) {
  const [match] = matches;
  if (!match) return null;
  const { span, text } = match.claim;
  const triggers = matches.flatMap(({ claim }) => claim.triggers).sort((a, b) => a.start - b.start);
  const parts = [];
  let at = span.start;
  for (const trigger of triggers) {
    if (trigger.start < at || trigger.end > span.end) continue;
    parts.push(text.slice(at - span.start, trigger.start - span.start));
    parts.push(<mark key={trigger.start}>{text.slice(trigger.start - span.start, trigger.end - span.start)}</mark>);
    at = trigger.end;
  }
  parts.push(text.slice(at - span.start));
  return <blockquote class="card-passage">{parts}</blockquote>;
}

function CardEvidence({ statistic, loadEvidence }: { statistic: Statistic } & Pick<ClaimCardProps, 'loadEvidence'>) {
  const [evidence, setEvidence] = useState<Evidence[] | 'failed' | null>(null);
  useEffect(() => {
    loadEvidence(statistic.id).then(setEvidence, () => setEvidence('failed'));
  }, [statistic.id, loadEvidence]);
  if (evidence === 'failed')
    return <p class="small">Other evidence could not be loaded. Close the card and open it again.</p>;
  if (!evidence || evidence.length === 0) return null;
  return <EvidenceList statistic={statistic} evidence={evidence} />;
}
