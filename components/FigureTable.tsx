/** All questions as asked, with the values of every edition; an open question has themes and no value. */
import { i18n } from '#i18n';
import { valueIn } from '../lib/domain/edition-value';
import type { Feed } from '../lib/domain/feed';
import type { Correction } from '../lib/domain/feed-format';
import { disclose } from '../lib/domain/statistic';
import { Day } from './Day';
import { FigureList } from './Figure';

export function FigureTable({ feed: { editions, statistics, corrections } }: { feed: Feed }) {
  const counted = statistics.filter(({ headline }) => headline);
  const open = statistics.filter(({ headline }) => !headline);
  const disclosures = [...new Set(counted.map(disclose))];
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{i18n.t('method.questions.title')}</h2>
      <p>{i18n.t('method.questions.only')}</p>
      <table class="method-table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('method.questions.question')}</th>
            <th scope="col">{i18n.t('method.questions.answer')}</th>
            {editions.map(({ number, respondents, when, preliminary }) => (
              <th key={number} scope="col" class="method-value">
                {i18n.t('method.questions.edition', { respondents: respondents.toLocaleString('en-GB') })}
                <span class="small">{preliminary ? i18n.t('method.questions.preliminary', { when }) : when}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.map((statistic) => (
            <tr key={statistic.id}>
              <th scope="row">{i18n.t('figure.question', { question: statistic.question })}</th>
              <td data-label={i18n.t('method.questions.answer')}>
                {statistic.countedAnswer}
                <Corrections corrections={corrections.filter((correction) => correction.statistic === statistic.id)} />
              </td>
              {editions.map(({ number, respondents }) => {
                const value = valueIn(statistic, number);
                const label = i18n.t('method.questions.edition', { respondents: respondents.toLocaleString('en-GB') });
                return (
                  <td key={number} class="method-value" data-label={label}>
                    {value === null ? (
                      <span class="small">{i18n.t('method.notKnownShort')}</span>
                    ) : (
                      i18n.t('method.percent', { percent: value })
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Corrections corrections={corrections.filter(({ statistic }) => statistic === null)} />
      {disclosures.map((line) => (
        <p key={line} class="small">
          {line}
        </p>
      ))}
      {open.length > 0 && (
        <>
          <h3>{i18n.t('method.questions.open')}</h3>
          <FigureList statistics={open} />
        </>
      )}
    </section>
  );
}

/** What was put right, oldest first: nothing changes silently. */
function Corrections({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <ul class="method-corrections small" aria-label={i18n.t('method.corrections')}>
      {corrections.map(({ date, edition, was, now }) => (
        <li key={`${edition} ${was}`}>
          {i18n.t('method.corrected', { was, now, edition })} <Day date={date} />
        </li>
      ))}
    </ul>
  );
}
