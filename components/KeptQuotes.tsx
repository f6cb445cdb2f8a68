/** How many quotes are kept, how much room everything takes, and whether the browser may clear it. */
import { i18n } from '#i18n';

export interface KeptQuotesProps {
  /** Whether quotes can be kept, or the browser's own words on why not. */
  keeping: { kept: true } | { kept: false; reason: string };
  /** How many; null while that is not known. */
  quotes: number | null;
  use: { bytes: number | null; persisted: boolean } | null;
}

export function KeptQuotes({ keeping, quotes, use }: KeptQuotesProps) {
  return (
    <section aria-labelledby="quotes-title">
      <h2 id="quotes-title">{i18n.t('settings.kept.title')}</h2>
      {keeping.kept ? (
        <>
          <p>{i18n.t('settings.kept.here')}</p>
          <dl class="settings-facts">
            <dt>{i18n.t('settings.kept.quotes')}</dt>
            <dd>{quotes?.toLocaleString('en-GB') ?? '…'}</dd>
            <dt>{i18n.t('settings.kept.room')}</dt>
            <dd>{describeBytes(use?.bytes ?? null)}</dd>
            <dt>{i18n.t('settings.kept.howLong')}</dt>
            <dd>{use?.persisted ? i18n.t('settings.kept.persisted') : i18n.t('settings.kept.unlimited')}</dd>
          </dl>
        </>
      ) : (
        <div class="page-warning">
          <p>{i18n.t('settings.kept.none')}</p>
          <details>
            <summary>{i18n.t('settings.kept.browserSaid')}</summary>
            <p class="small">{keeping.reason}</p>
          </details>
        </div>
      )}
    </section>
  );
}

function describeBytes(bytes: number | null): string {
  if (bytes === null) return i18n.t('settings.kept.unknown');
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat('en-GB', { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}
