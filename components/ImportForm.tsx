/** Quotes from a file: what was added, what was skipped and what was refused is said, with the reasons. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import type { ImportReport } from '../lib/domain/import';

interface ImportFormProps {
  /** Resolves once all that could be added is kept; rejects with the reason where that can't be. */
  onImport(text: string): Promise<ImportReport>;
}

/** Lines of each list that are shown; the rest is counted. */
const SHOWN = 20;

export function ImportForm({ onImport }: ImportFormProps) {
  const id = useId();
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);

  async function read(file: File) {
    setReading(true);
    setReport(null);
    setFailure(null);
    try {
      setReport(await onImport(await file.text()));
    } catch (error) {
      setFailure(reasonOf(error));
    }
    setReading(false);
  }

  return (
    <details class="import-form">
      <summary id={id}>{i18n.t('import.title')}</summary>
      <p class="small">{i18n.t('import.formats')}</p>
      <input
        type="file"
        aria-labelledby={id}
        accept=".jsonld,.json,.md,application/ld+json,application/json,text/markdown"
        disabled={isReading}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void read(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <div role="status">
        {isReading && <p>{i18n.t('import.reading')}</p>}
        {report && (
          <>
            <p>
              {i18n.t('import.done', {
                format: report.format,
                added: count(report.added.length),
                skipped: count(report.skipped.length),
                refused: count(report.refused.length),
              })}
            </p>
            <Reasons heading={i18n.t('import.refused')} entries={report.refused} />
            <Reasons heading={i18n.t('import.skipped')} entries={report.skipped} />
          </>
        )}
      </div>
      {failure !== null && (
        <p class="page-warning" role="alert">
          {failure}
        </p>
      )}
    </details>
  );
}

function Reasons({ heading, entries }: { heading: string; entries: ImportReport['refused'] }) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        {heading} ({count(entries.length)})
      </summary>
      <ul>
        {entries.slice(0, SHOWN).map(({ label, reason }, index) => (
          <li key={`${index}`}>
            “{label.slice(0, 120)}”: {reason}
          </li>
        ))}
      </ul>
      {entries.length > SHOWN && <p>{i18n.t('import.more', { count: count(entries.length - SHOWN) })}</p>}
    </details>
  );
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
