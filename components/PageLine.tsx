/** One line about the page in the active tab: what was found on it, or why nothing was. */
import { i18n } from '#i18n';
import type { PageCheck } from '../lib/platform/messages';
import { describeTime } from './date';
import { Sentence } from './Sentence';

/** A site by its host name, and whether access to it was granted. */
export interface Site {
  host: string;
  granted: boolean;
}

export interface PageLineProps {
  /** What is known of the page; null until it is known. */
  check: PageCheck | null;
  /** The site of the page, where its address is known and a site can be turned on. */
  site: Site | null;
  /** Whether nothing is read for now, and until when; null stands for no end. */
  paused: { until: Date | null } | null;
  onCheck: () => void;
  onResume: () => void;
  /** Opens the panel beside the page; null until it is known where. */
  onPanel: (() => void) | null;
}

export function PageLine({ check, site, paused, onCheck, onResume, onPanel }: PageLineProps) {
  // Not to be checked while it is paused, nor where the browser lets nothing be read.
  const checkable = !paused && check && check.state !== 'unsupported' ? check : null;
  return (
    <section class="page-line" aria-label={i18n.t('thisPage.title')}>
      <p role="status">
        {paused ? describePause(paused.until) : check ? <Outcome {...check} /> : i18n.t('thisPage.looking')}
      </p>
      {/* One place for both buttons: who resumes by keyboard has the focus on what comes next. */}
      {paused ? (
        <button type="button" class="button" onClick={onResume}>
          {i18n.t('thisPage.resume')}
        </button>
      ) : (
        checkable && (
          <button type="button" class="button" onClick={onCheck}>
            {checkable.state === 'not-checked' ? i18n.t('thisPage.check') : i18n.t('thisPage.checkAgain')}
          </button>
        )
      )}
      {!paused && onPanel && (
        <button type="button" class="button" onClick={onPanel}>
          {i18n.t('panel.open')}
        </button>
      )}
      {site && checkable && (
        <a href={`/options.html?site=${encodeURIComponent(site.host)}`} target="_blank" rel="noopener noreferrer">
          {site.granted ? i18n.t('thisPage.siteOn') : i18n.t('thisPage.turnOn')}
        </a>
      )}
    </section>
  );
}

function describePause(until: Date | null): string {
  if (!until) return i18n.t('thisPage.paused');
  return i18n.t('thisPage.pausedUntil', { time: describeTime(until) });
}

function Outcome({ state, passages }: PageCheck) {
  if (state === 'unsupported') return <>{i18n.t('thisPage.unsupported')}</>;
  if (state === 'not-checked' || state === 'paused') return <>{i18n.t('thisPage.notChecked')}</>;
  return (
    <>
      {passages === 0 ? (
        i18n.t('thisPage.nothingFound')
      ) : (
        <Sentence
          text={i18n.t('thisPage.passages', passages, { passages })}
          parts={{ count: (words) => <strong class="page-line-count">{words}</strong> }}
        />
      )}
      {state === 'stopped' && <span class="small"> {i18n.t('thisPage.stopped')}</span>}
    </>
  );
}
