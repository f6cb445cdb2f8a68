/** What the library has to tell beside its quotes: what was lost and found again, and what should be exported. */
import { i18n } from '#i18n';
import type { LibraryState } from '../lib/platform/quote-calls';
import { Day } from './Day';

interface LibraryNoticesProps {
  state: LibraryState;
  onRecoverySeen(): void;
  onPostpone(): void;
  onExportSetAside(): void;
}

export function LibraryNotices({ state, onRecoverySeen, onPostpone, onExportSetAside }: LibraryNoticesProps) {
  const { recovery, setAside, copyFailure, reminder } = state;
  return (
    <>
      {recovery && (
        <div class="page-warning" role="status">
          <p>
            {i18n.t('safety.recovered', recovery.restored, { count: recovery.restored })} <Day date={recovery.at} />
          </p>
          <p>{i18n.t('safety.checkAndExport')}</p>
          <button type="button" class="button" onClick={onRecoverySeen}>
            {i18n.t('safety.seen')}
          </button>
        </div>
      )}
      {setAside > 0 && (
        <div class="page-warning" role="status">
          <p>{i18n.t('safety.setAside', setAside, { count: setAside })}</p>
          <button type="button" class="button" onClick={onExportSetAside}>
            {i18n.t('safety.exportSetAside')}
          </button>
        </div>
      )}
      {copyFailure !== null && (
        <p class="page-warning" role="status">
          {i18n.t('safety.copyFailed', { reason: copyFailure })}
        </p>
      )}
      {reminder.isDue && (
        <div class="page-warning" role="status">
          <p>{i18n.t('safety.remind', { count: reminder.unexported })}</p>
          <button type="button" class="button" onClick={onPostpone}>
            {i18n.t('safety.later')}
          </button>
        </div>
      )}
    </>
  );
}
