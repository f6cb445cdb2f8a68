/** The panel beside an article: whether it was assessed, every match under its figure, and what was saved from it. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Annotation } from '../lib/domain/annotation';
import { describeSample, type Statistic } from '../lib/domain/statistic';
import type { PageCheck } from '../lib/platform/messages';
import { MatchList, type MatchListProps } from './MatchList';
import { Notice, type NoticeContent } from './Notice';
import { PageQuotes } from './PageQuotes';

export interface SidePanelProps extends MatchListProps {
  /** What is known of the page; null until it is known. `closed` where the tab is no longer there. */
  check: PageCheck | 'closed' | null;
  /** Title of the page, where the browser tells it. */
  title: string | null;
  /** Whether the person asked for the check in vain. */
  wasRefused: boolean;
  /** The keys that check a page, or empty where none are set. */
  checkKeys: string;
  /** Null until they are known. */
  quotes: readonly Annotation[] | null;
  notice: NoticeContent | null;
  onCheck: () => void;
}

export function SidePanel(props: SidePanelProps) {
  const { title, quotes, notice, statistics, matches } = props;
  const [statistic] = statistics.filter(
    ({ id, headline }) => headline && matches.some((match) => match.statistic === id),
  );
  return (
    <div class="panel">
      <header class="panel-head">
        <h1>{i18n.t('panel.title')}</h1>
        {title && <p class="panel-page small">{title}</p>}
        <p role="status" class="panel-status">
          {describeState(props)}
        </p>
        {statistic && <Sample statistic={statistic} />}
      </header>
      <main>
        <PageState {...props} />
        {quotes && <PageQuotes quotes={quotes} />}
      </main>
      <div class="dock">
        <Notice notice={notice} />
        <nav class="panel-links" aria-label={i18n.t('popup.more')}>
          <a href="/library.html" target="_blank" rel="noopener">
            {i18n.t('panel.library')}
          </a>
          <a href="/options.html" target="_blank" rel="noopener">
            {i18n.t('panel.settings')}
          </a>
        </nav>
      </div>
    </div>
  );
}

/** The one line that is read out when the page in view changes. */
function describeState({ check }: SidePanelProps): string {
  if (check === null) return i18n.t('panel.looking');
  if (check === 'closed') return i18n.t('panel.closedTitle');
  if (check.state === 'not-checked' || check.state === 'unsupported') return i18n.t('panel.notAssessedTitle');
  if (check.state === 'paused') return i18n.t('panel.pausedTitle');
  return check.passages > 0
    ? i18n.t('panel.found', check.passages, { count: check.passages })
    : i18n.t('panel.nothingTitle');
}

function PageState(props: SidePanelProps) {
  const { check, matches, wasRefused, checkKeys, onCheck } = props;
  if (check === null) return null;
  if (check === 'closed') return <State text={i18n.t('panel.closed')} />;
  if (check.state === 'paused') return <State text={i18n.t('page.paused')} />;
  if (check.state === 'unsupported' || (check.state === 'not-checked' && wasRefused))
    return (
      <State text={checkKeys ? i18n.t('panel.unsupported', { key: checkKeys }) : i18n.t('panel.unsupportedNoKey')}>
        <CheckButton label={i18n.t('panel.check')} onCheck={onCheck} />
      </State>
    );
  if (check.state === 'not-checked')
    return (
      <State text={i18n.t('panel.notAssessed')}>
        <CheckButton label={i18n.t('panel.check')} onCheck={onCheck} isPrimary />
      </State>
    );
  return (
    <>
      {(check.state === 'stopped' || matches.length === 0) && (
        <State text={check.state === 'stopped' ? i18n.t('panel.stopped') : i18n.t('panel.nothing')}>
          <CheckButton label={i18n.t('panel.checkAgain')} onCheck={onCheck} />
        </State>
      )}
      {matches.length > 0 && (
        <section class="panel-part panel-matches" aria-label={i18n.t('panel.passages')}>
          <MatchList {...props} />
        </section>
      )}
    </>
  );
}

function State({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="panel-state">
      <p>{text}</p>
      {children}
    </div>
  );
}

function CheckButton({ label, onCheck, isPrimary }: { label: string; onCheck: () => void; isPrimary?: boolean }) {
  return (
    <button type="button" class={isPrimary ? 'button button-primary' : 'button'} onClick={onCheck}>
      {label}
    </button>
  );
}

/** Who was asked and how firm that is: in view above the figures, whose whole disclosure stands below them. */
function Sample({ statistic }: { statistic: Statistic }) {
  const { headline } = statistic;
  if (!headline) return null;
  return (
    <p class="small">
      {i18n.t('panel.sample', { sample: describeSample(statistic, headline.people), when: headline.edition.when })}{' '}
      {headline.edition.preliminary && <span class="badge">{i18n.t('popup.preliminary')}</span>}
    </p>
  );
}
