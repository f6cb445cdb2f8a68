/** How a passage reports the survey: what agrees with the figure as published, what differs, and a correction to copy. */
import { i18n } from '#i18n';
import { checkReport, type Finding } from '../lib/domain/report-check';
import type { Statistic } from '../lib/domain/statistic';

interface ReportCheckProps {
  passage: string;
  statistic: Statistic;
  copy: (text: string, done: string) => void;
}

export function ReportCheck({ passage, statistic, copy }: ReportCheckProps) {
  const { agreements, differences, correction } = checkReport(passage, statistic);
  return (
    <section class="card-part report-check">
      <h3>{i18n.t('reportCheck.title')}</h3>
      {differences.length > 0 && <Findings name={i18n.t('reportCheck.differs')} findings={differences} />}
      {agreements.length > 0 && <Findings name={i18n.t('reportCheck.agrees')} findings={agreements} />}
      {differences.length === 0 && <p class="small">{i18n.t('reportCheck.nothingDiffers')}</p>}
      {correction && (
        <>
          <details>
            <summary>{i18n.t('reportCheck.read')}</summary>
            <p class="report-check-text">{correction}</p>
          </details>
          <button type="button" class="button" onClick={() => copy(correction, i18n.t('reportCheck.copied'))}>
            {i18n.t('reportCheck.copy')}
          </button>
        </>
      )}
    </section>
  );
}

function Findings({ name, findings }: { name: string; findings: Finding[] }) {
  return (
    <dl class="report-check-findings">
      <dt>{name}</dt>
      {findings.map(({ aspect, text }) => (
        <dd key={aspect}>{text}</dd>
      ))}
    </dl>
  );
}
