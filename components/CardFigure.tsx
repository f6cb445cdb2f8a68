/** One figure of the card: how it bears on the passage, the figure, what can be done with it, and other evidence. */
import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { citeFigure } from '../lib/domain/citation';
import type { Evidence } from '../lib/domain/feed';
import type { HideScope } from '../lib/domain/hidden-figure';
import type { Match } from '../lib/domain/match';
import type { ShareFeed } from '../lib/domain/share';
import type { Statistic, StatisticId } from '../lib/domain/statistic';
import { EvidenceList } from './EvidenceList';
import { Figure } from './Figure';
import { HideMenu } from './HideMenu';
import { MarkedPassage } from './MarkedPassage';
import { ReportCheck } from './ReportCheck';
import { relationMeaning } from './relation-label';
import { ShareFigure, type ShareFigureProps } from './ShareFigure';
import { WrongMatch } from './WrongMatch';

export interface CardFigureProps extends Pick<ShareFigureProps, 'openAddress' | 'openSheet'> {
  statistic: Statistic;
  match: Match;
  feed: ShareFeed;
  /** The edition of the feed whose pattern matched. */
  edition: number;
  /** Host name of the page. */
  host: string;
  loadEvidence: (statistic: StatisticId) => Promise<Evidence[]>;
  /** Hides the figure; the page then says so and offers to take it back. */
  hide: (statistic: StatisticId, scope: HideScope) => Promise<void>;
  /** Opens the panel, at a figure where one is given; rejects with the reason where the browser won't. */
  openPanel: (statistic: StatisticId | null) => Promise<void>;
  /** Copies a text and says so in the words of `done`, or shows it where the page allows no copying. */
  copy: (text: string, done: string) => void;
  /** Says what became of something, or why it failed. */
  say: (work: Promise<string>) => void;
}

/** How many pieces of evidence stand in the card; the others are in the panel. */
const MOST_EVIDENCE = 3;

export function CardFigure(props: CardFigureProps) {
  const { statistic, match, copy } = props;
  return (
    <section class="card-figure">
      <Figure statistic={statistic} />
      {match.relation === 'reports' && <ReportCheck passage={match.claim.text} statistic={statistic} copy={copy} />}
      <Actions {...props} />
      <section class="card-part">
        <h3>{i18n.t('card.whyTitle')}</h3>
        <MarkedPassage match={match} />
        <p class="small">
          {relationMeaning(match.relation)} {i18n.t('card.why', { reasons: match.reasons.join('; ') })}
        </p>
      </section>
      <CardEvidence {...props} />
    </section>
  );
}

function Actions({ statistic, match, feed, edition, host, hide, copy, say, openAddress, openSheet }: CardFigureProps) {
  const id = useId();
  const [opened, setOpened] = useState<'share' | 'hide' | 'wrong' | null>(null);
  const toggle = (wanted: NonNullable<typeof opened>) => ({
    type: 'button' as const,
    class: 'button button-quiet',
    'aria-expanded': opened === wanted,
    'aria-controls': opened === wanted ? id : undefined,
    onClick: () => setOpened(opened === wanted ? null : wanted),
  });
  return (
    <>
      <div class="card-actions">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => copy(citeFigure(statistic, feed.survey), i18n.t('card.figureCopied'))}
        >
          {i18n.t('card.copyFigure')}
        </button>
        <button {...toggle('share')}>{i18n.t('card.share')}</button>
        <button {...toggle('hide')}>{i18n.t('card.hide')}</button>
        <button {...toggle('wrong')}>{i18n.t('card.wrong')}</button>
      </div>
      {opened && (
        <div class="card-opened" id={id}>
          {opened === 'share' && (
            <ShareFigure
              statistic={statistic}
              feed={feed}
              copy={copy}
              openAddress={openAddress}
              openSheet={openSheet}
            />
          )}
          {opened === 'hide' && (
            <HideMenu
              host={host}
              hide={(scope) => hide(statistic.id, scope).catch((error) => say(Promise.reject(error)))}
            />
          )}
          {opened === 'wrong' && <WrongMatch statistic={statistic} match={match} edition={edition} copy={copy} />}
        </div>
      )}
    </>
  );
}

function CardEvidence({ statistic, loadEvidence, openPanel, say }: CardFigureProps) {
  const [evidence, setEvidence] = useState<Evidence[] | 'failed' | null>(null);
  useEffect(() => {
    loadEvidence(statistic.id).then(setEvidence, () => setEvidence('failed'));
  }, [statistic.id, loadEvidence]);
  if (evidence?.length === 0) return null;
  return (
    <section class="card-part">
      <h3>{i18n.t('evidence.title')}</h3>
      {evidence === null && <p class="small">{i18n.t('evidence.loading')}</p>}
      {evidence === 'failed' && <p class="small">{i18n.t('evidence.failed')}</p>}
      {Array.isArray(evidence) && (
        <EvidenceList
          statistic={statistic}
          evidence={evidence}
          most={{
            count: MOST_EVIDENCE,
            onMore: () => openPanel(statistic.id).catch((error) => say(Promise.reject(error))),
          }}
        />
      )}
    </section>
  );
}
