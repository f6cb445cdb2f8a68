/** A report of a wrong match to copy or to send: which rule held, and the passage only if the person ticks it. */
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Match } from '../lib/domain/match';
import { writeMatchReport } from '../lib/domain/match-report';
import type { Statistic } from '../lib/domain/statistic';

interface WrongMatchProps {
  statistic: Statistic;
  match: Match;
  edition: number;
  copy: (text: string, done: string) => void;
}

export function WrongMatch({ statistic, match, edition, copy }: WrongMatchProps) {
  const [withPassage, setWithPassage] = useState(false);
  const report = writeMatchReport({ statistic, match, edition, withPassage });
  const subject = encodeURIComponent(i18n.t('wrongMatch.subject'));
  // RFC 6068: lines of a body end in CRLF.
  const body = encodeURIComponent(report.replaceAll('\n', '\r\n'));
  return (
    <fieldset class="wrong-match">
      <legend>{i18n.t('wrongMatch.title')}</legend>
      <p class="small">{i18n.t('wrongMatch.lead')}</p>
      <label class="wrong-match-tick">
        <input
          type="checkbox"
          checked={withPassage}
          onChange={({ currentTarget }) => setWithPassage(currentTarget.checked)}
        />
        {i18n.t('wrongMatch.withPassage')}
      </label>
      <p class="wrong-match-text">{report}</p>
      <div class="card-actions">
        <button type="button" class="button" onClick={() => copy(report, i18n.t('wrongMatch.copied'))}>
          {i18n.t('wrongMatch.copy')}
        </button>
        <a class="button" href={`mailto:?subject=${subject}&body=${body}`} target="_blank" rel="noopener noreferrer">
          {i18n.t('wrongMatch.email')}
        </a>
      </div>
    </fieldset>
  );
}
