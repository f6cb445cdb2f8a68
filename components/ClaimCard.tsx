/** The card beside a marked passage: the figure with its disclosure, why it matched, other evidence, and what can be done. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import type { Match } from '../lib/domain/match';
import type { Statistic } from '../lib/domain/statistic';
import { CardFigure, type CardFigureProps } from './CardFigure';
import { CopyByHand } from './CopyByHand';
import { Notice, type NoticeContent } from './Notice';
import { relationLabel } from './relation-label';

export interface ClaimCardProps extends Omit<CardFigureProps, 'statistic' | 'match' | 'say' | 'copy'> {
  /** The figures that the passage bears on, each with the match that says why. */
  figures: { statistic: Statistic; match: Match }[];
  /** Saves the passage as a quote; resolves to what to say once it is kept, rejects with the reason it was not. */
  save: () => Promise<string>;
  /** Puts a text on the clipboard; rejects where the page allows no way to. */
  copy: (text: string) => Promise<void>;
  openLibrary: () => void;
  close: () => void;
}

export function ClaimCard({ figures, save, copy, openLibrary, close, ...actions }: ClaimCardProps) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const only = figures.length === 1 ? figures[0] : undefined;
  const [byHand, setByHand] = useState<string | null>(null);

  async function say(work: Promise<string>, action?: NoticeContent['action']) {
    setByHand(null);
    try {
      setNotice({ kind: 'done', message: await work, ...(action && { action }) });
    } catch (error) {
      setNotice({ kind: 'failed', message: reasonOf(error) });
    }
  }

  function copyOrShow(text: string, done: string) {
    copy(text).then(
      () => say(Promise.resolve(done)),
      async () => {
        await say(Promise.reject(new Error(i18n.t('card.copyByHand'))));
        setByHand(text);
      },
    );
  }

  return (
    <div class="card" role="dialog" aria-label={i18n.t('card.name')} tabIndex={-1}>
      <div class="card-head">
        <Emblem />
        {only ? (
          <h2>{relationLabel(only.match.relation)}</h2>
        ) : (
          <p>{i18n.t('card.figures', figures.length, { count: figures.length })}</p>
        )}
        <button type="button" class="button button-icon" aria-label={i18n.t('common.close')} onClick={close}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
          </svg>
        </button>
      </div>
      <div class="card-body">
        {figures.map(({ statistic, match }) => (
          <Fragment key={statistic.id}>
            {!only && <h2 class="card-relation">{relationLabel(match.relation)}</h2>}
            <CardFigure {...actions} statistic={statistic} match={match} copy={copyOrShow} say={(work) => say(work)} />
          </Fragment>
        ))}
      </div>
      <div class="card-foot">
        <button
          type="button"
          class="button button-primary"
          onClick={() => say(save(), { label: i18n.t('card.openQuotes'), onAction: openLibrary })}
        >
          {i18n.t('card.save')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => actions.openPanel(null).catch((error) => say(Promise.reject(error)))}
        >
          {i18n.t('card.panel')}
        </button>
        <Notice notice={notice} />
        {byHand !== null && <CopyByHand text={byHand} />}
      </div>
    </div>
  );
}

/** The product's sign, so that a reader knows whose words stand over the page. */
function Emblem() {
  return (
    <svg class="card-emblem" viewBox="0 0 32 32" width="18" height="18" aria-hidden="true">
      <path d="M6 0h20a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H14l-8 4v-4a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z" />
      <path
        class="card-emblem-dots"
        d="M8 12h4v4H8zM14 12h4v4h-4zM20 12h4v4h-4zM8 18h4v4H8zM14 18h4v4h-4zM20 18h4v4h-4z"
      />
    </svg>
  );
}
