/** A statistic on screen: the figure, the question it answers, a picture of the share, and always its disclosure. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Evidence } from '../lib/domain/feed';
import { disclose, type Statistic } from '../lib/domain/statistic';
import { FigureEdition, FigureHistory } from './FigureHistory';
import { Hundred } from './Hundred';
import { Sentence } from './Sentence';

/** One statistic with its disclosure. Its surface brings `theme.css` and `Figure.css`. */
export function Figure({ statistic }: { statistic: Statistic }) {
  return (
    <figure class="figure">
      <Finding statistic={statistic} />
      <figcaption class="figure-disclosure">{disclose(statistic)}</figcaption>
    </figure>
  );
}

interface FigureListProps {
  statistics: Statistic[];
  /** What stands at the end of a row, such as a button that shares it. */
  action?: (statistic: Statistic) => ComponentChildren;
  /** What stands under a row, such as the passages that bear on it. */
  below?: (statistic: Statistic) => ComponentChildren;
  /** Given where nothing else shows the evidence, or empty until it arrives: a row then says who has replied. */
  evidence?: Evidence[];
}

/** Several statistics in rows of equal weight; a disclosure that they have in common stands once, below them. */
export function FigureList({ statistics, action, below, evidence }: FigureListProps) {
  const disclosures = [...new Set(statistics.map(disclose))];
  const editions = new Set(statistics.flatMap(({ headline }) => headline?.edition.number ?? []));
  return (
    <figure class="figure-list">
      <ul>
        {statistics.map((statistic) => (
          <li key={statistic.id} class="figure">
            <Finding statistic={statistic} evidence={evidence} namesEdition={editions.size > 1} />
            {action && <div class="figure-action">{action(statistic)}</div>}
            {below && <div class="figure-below">{below(statistic)}</div>}
          </li>
        ))}
      </ul>
      <figcaption class="figure-disclosure">
        {disclosures.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </figcaption>
    </figure>
  );
}

interface FindingProps {
  statistic: Statistic;
  evidence?: Evidence[] | undefined;
  /** Where figures of several editions stand together, each says which is its own. */
  namesEdition?: boolean;
}

/** Not exported: whoever draws a finding has to draw the disclosure with it. */
function Finding({ statistic, evidence, namesEdition = false }: FindingProps) {
  const { question, countedAnswer, headline, themes, reply } = statistic;
  if (!headline) {
    return (
      <div class="figure-open">
        <p class="figure-question">{i18n.t('figure.question', { question })}</p>
        <p class="small">{i18n.t('figure.themes')}</p>
        <ul class="figure-themes">
          {themes.map((theme) => (
            <li key={theme}>{theme}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <Hundred statistic={statistic} />
      <div class="figure-finding">
        <p>
          <strong class="figure-number">
            {headline.percent}
            <span class="figure-sign">%</span>
          </strong>{' '}
          <span class="figure-answer">{i18n.t('figure.answer', { answer: countedAnswer ?? '', question })}</span>
        </p>
        {namesEdition && <FigureEdition value={headline} />}
        <FigureHistory statistic={statistic} />
        {evidence && reply && <Reply reply={evidence.find(({ id }) => id === reply)} />}
      </div>
    </>
  );
}

/** One line, so that nothing moves when the evidence arrives after the figure. */
function Reply({ reply }: { reply: Evidence | undefined }) {
  if (!reply) return <p class="small">{i18n.t('figure.replied')}</p>;
  return (
    <p class="small">
      <Sentence
        text={reply.seenIn === 'secondary-source' ? i18n.t('figure.replyAsReported') : i18n.t('figure.reply')}
        parts={{
          reply: () => (
            <a href={reply.url} target="_blank" rel="noopener noreferrer">
              {i18n.t('figure.replyOf', { population: reply.population })}
            </a>
          ),
        }}
      />
    </p>
  );
}
