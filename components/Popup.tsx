/** The popup: the survey to share, its figures, and what is known of the page in the active tab. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Feed } from '../lib/domain/feed';
import type { FeedStatus } from '../lib/domain/feed-status';
import { describeStatus, type ShareSubject, surveyLink } from '../lib/domain/share';
import { describeSample, type Statistic } from '../lib/domain/statistic';
import { FeedLine } from './FeedLine';
import { FeedNews, Withdrawals } from './FeedNews';
import { FigureList } from './Figure';
import { Notice, type NoticeContent } from './Notice';
import { PageLine, type PageLineProps } from './PageLine';
import { QrCodeWhenAsked } from './QrCodeWhenAsked';
import { ShareMenu, type ShareMenuProps } from './ShareMenu';

export interface PopupProps extends Omit<ShareMenuProps, 'subject' | 'onSubject'>, PageLineProps {
  feed: Feed;
  /** How the feed stands; null while that is not known. */
  status: FeedStatus | null;
  onReadNews: () => void;
  /** Whether the survey link was just copied. */
  copied: boolean;
  onCopyLink: () => void;
  onPrint: () => void;
  notice: NoticeContent | null;
  /** How many quotes are kept; null while that is not known. */
  quotes: number | null;
  /** The tab that the popup lies over, from whose page a pasted quote is filled in; null where it is not known. */
  tabId?: number | null;
  /** What is missing and why, in the order to show. */
  faults: string[];
}

/** The part that is open, and the button that opened it and gets the focus back. */
interface Opened {
  panel: 'share' | 'qr';
  by: HTMLElement;
}

export function Popup(props: PopupProps) {
  const { status, onReadNews, copied, onCopyLink, onPrint, notice, quotes, tabId, faults, ...others } = props;
  const { check, site, paused, onCheck, onResume, onPanel, ...share } = others;
  const { survey, statistics } = share.feed;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [chosen, setChosen] = useState<ShareSubject>('survey');
  // A newer edition may come in between: then its statistic is meant, or, where that was withdrawn, the survey.
  const subject = (chosen !== 'survey' && statistics.find(({ id }) => id === chosen.id)) || 'survey';
  const panel = useRef<HTMLElement>(null);
  const list = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [opened]);

  const open = (next: Opened, about: ShareSubject = 'survey') => {
    setChosen(about);
    setOpened(next);
  };
  const close = () => {
    setOpened(null);
    opened?.by.focus();
  };
  const readNews = () => {
    // The button pressed goes away, and the focus with it.
    list.current?.focus();
    onReadNews();
  };
  const toggle = (wanted: Opened['panel']) => ({
    'aria-expanded': opened?.panel === wanted,
    onClick: ({ currentTarget }: { currentTarget: HTMLElement }) =>
      opened?.panel === wanted ? close() : open({ panel: wanted, by: currentTarget }),
  });
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return;
    // Left to the browser, Escape would close the whole popup.
    event.preventDefault();
    close();
  };
  const isClosed = survey.status === 'closed';
  const { organiser } = survey.disclosure;
  const figures = statistics.filter(({ headline }) => headline);
  const openQuestions = statistics.filter(({ headline }) => !headline);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard here from whichever control has the focus
    <div class="popup" onKeyDown={closeOnEscape}>
      <main>
        <header class="popup-head">
          <h1>{i18n.t('popup.title')}</h1>
          <Sample statistics={figures} />
        </header>
        <div class="popup-share">
          <button type="button" class="button button-primary" onClick={onCopyLink}>
            {i18n.t(copied ? 'popup.copied' : isClosed ? 'popup.copyResults' : 'popup.copyLink')}
          </button>
          <button type="button" class="button" {...toggle('share')}>
            {i18n.t('popup.share')}
          </button>
          <button type="button" class="button" aria-label={i18n.t('popup.qrPanel')} {...toggle('qr')}>
            {i18n.t('popup.qr')}
          </button>
          <p class="small">{describeStatus(survey)}</p>
        </div>
        {opened && (
          <section
            class="popup-panel"
            ref={panel}
            tabIndex={-1}
            aria-label={i18n.t(opened.panel === 'share' ? 'popup.sharePanel' : 'popup.qrPanel')}
          >
            {opened.panel === 'share' ? (
              <ShareMenu {...share} subject={subject} onSubject={setChosen} />
            ) : (
              <div class="popup-qr">
                <QrCodeWhenAsked
                  link={surveyLink(survey)}
                  leadsTo={i18n.t(isClosed ? 'popup.resultsBy' : 'popup.surveyBy', { organiser })}
                />
                <button type="button" class="button" onClick={onPrint}>
                  {i18n.t('popup.print')}
                </button>
              </div>
            )}
            <button
              type="button"
              class="button button-icon popup-close"
              aria-label={i18n.t('common.close')}
              onClick={close}
            >
              ✕
            </button>
          </section>
        )}
        {status?.news && <FeedNews news={status.news} onRead={readNews} />}
        <section class="popup-figures" ref={list} tabIndex={-1} aria-label={i18n.t('popup.figures')}>
          <FigureList
            statistics={figures}
            evidence={share.feed.evidence}
            action={(statistic) => (
              <button
                type="button"
                class="button button-icon"
                aria-label={i18n.t('popup.shareFigure', { question: statistic.question })}
                title={i18n.t('popup.shareFigureHint')}
                onClick={({ currentTarget }) => open({ panel: 'share', by: currentTarget }, statistic)}
              >
                <ShareIcon />
              </button>
            )}
          />
          <Withdrawals withdrawals={share.feed.withdrawals} />
          <p class="small">
            <a href={survey.sourcePage} target="_blank" rel="noopener noreferrer">
              {i18n.t('popup.method', { organiser })}
            </a>
          </p>
          <FeedLine feed={share.feed} status={status} />
        </section>
        {openQuestions.length > 0 && (
          <details class="popup-open-questions">
            <summary>{i18n.t('popup.openQuestions')}</summary>
            <FigureList statistics={openQuestions} />
          </details>
        )}
      </main>
      <div class="dock">
        <Notice notice={notice} />
        {faults.map((fault) => (
          <p key={fault} class="popup-fault small">
            {fault}
          </p>
        ))}
        <PageLine {...{ check, site, paused, onCheck, onResume, onPanel }} />
        <nav class="popup-links" aria-label={i18n.t('popup.more')}>
          <PageLink href="/library.html">
            {quotes === null
              ? i18n.t('popup.quotes')
              : i18n.t('popup.quotesKept', { count: quotes.toLocaleString('en-GB') })}
          </PageLink>
          <PageLink href={tabId ? `/library.html?paste=${tabId}` : '/library.html?paste'}>
            {i18n.t('paste.open')}
          </PageLink>
          <PageLink href="/options.html">{i18n.t('popup.settings')}</PageLink>
          <PageLink href={survey.sourcePage}>{i18n.t('popup.source')}</PageLink>
        </nav>
      </div>
    </div>
  );
}

/** Who was asked, when, by whom and how firm that is: in view above the figures from the start. */
function Sample({ statistics: [statistic] }: { statistics: Statistic[] }) {
  if (!statistic?.headline) return null;
  const { headline, disclosure } = statistic;
  return (
    <>
      {headline.edition.preliminary && <p class="badge">{i18n.t('popup.preliminary')}</p>}
      <p class="popup-sample small">
        {i18n.t('popup.sample', {
          sample: describeSample(statistic, headline.edition.respondents),
          mode: disclosure.mode,
          when: headline.edition.when,
          organiser: disclosure.organiser,
          interest: disclosure.interest,
        })}
      </p>
    </>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function ShareIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M8 10V1.5M5 4.5l3-3 3 3M3 8v6h10V8"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
