/** Who asked whom, how and when, item by item as pollsters disclose it; what is not known says so. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { valueIn } from '../lib/domain/edition-value';
import type { Feed } from '../lib/domain/feed';
import { describeStatus } from '../lib/domain/share';

export function SurveyDisclosure({ feed: { survey, editions, statistics } }: { feed: Feed }) {
  const { disclosure } = survey;
  const unknown = (['funding', 'weighting', 'bases', 'responseRate', 'area'] as const).filter(
    (item) => disclosure[item] === null,
  );
  const partly = editions.filter(({ number }) =>
    statistics.some((statistic) => statistic.headline && !valueIn(statistic, number)),
  );
  return (
    <>
      <section aria-labelledby="asked-title">
        <h2 id="asked-title">{i18n.t('method.asked.title')}</h2>
        <p>{i18n.t('method.asked.pattern')}</p>
        <dl class="method-facts">
          <Item name={i18n.t('method.item.organiser')}>
            {i18n.t('method.organiser', { organiser: disclosure.organiser, interest: disclosure.interest })}
          </Item>
          <Item name={i18n.t('method.item.funding')}>{disclosure.funding}</Item>
          <Item name={i18n.t('method.item.population')}>{disclosure.population}</Item>
          <Item name={i18n.t('method.item.area')}>{disclosure.area}</Item>
          <Item name={i18n.t('method.item.selection')}>
            {i18n.t('method.selection', { selection: disclosure.selection, limits: disclosure.limits })}
          </Item>
          <Item name={i18n.t('method.item.mode')}>{disclosure.mode}</Item>
          <Item name={i18n.t('method.item.fieldwork')}>{disclosure.fieldwork}</Item>
          <Item name={i18n.t('method.item.editions')}>
            <ul>
              {editions.map((edition) => (
                <li key={edition.number}>
                  <a href={edition.source} target="_blank" rel="noopener noreferrer">
                    {i18n.t(edition.preliminary ? 'method.editionPreliminary' : 'method.edition', {
                      respondents: edition.respondents.toLocaleString('en-GB'),
                      when: edition.when,
                    })}
                  </a>
                </li>
              ))}
            </ul>
          </Item>
          <Item name={i18n.t('method.item.weighting')}>{disclosure.weighting}</Item>
          <Item name={i18n.t('method.item.bases')}>{disclosure.bases}</Item>
          <Item name={i18n.t('method.item.responseRate')}>{disclosure.responseRate}</Item>
          <Item name={i18n.t('method.item.age')}>{disclosure.age}</Item>
          <Item name={i18n.t('method.item.status')}>{describeStatus(survey)}</Item>
        </dl>
      </section>
      <section aria-labelledby="unknown-title">
        <h2 id="unknown-title">{i18n.t('method.unknown.title')}</h2>
        <ul class="method-list">
          {unknown.map((item) => (
            <li key={item}>{i18n.t(`method.unknown.${item}`)}</li>
          ))}
          {editions
            .filter(({ published }) => published === null)
            .map(({ number, respondents }) => (
              <li key={number}>
                {i18n.t('method.unknown.date', { respondents: respondents.toLocaleString('en-GB') })}
              </li>
            ))}
          {partly.map(({ number, respondents }) => (
            <li key={number}>
              {i18n.t('method.unknown.values', {
                respondents: respondents.toLocaleString('en-GB'),
                questions: new Intl.ListFormat('en-GB').format(
                  statistics
                    .filter((statistic) => statistic.headline && !valueIn(statistic, number))
                    .map(({ question }) => i18n.t('figure.question', { question })),
                ),
              })}
            </li>
          ))}
          {survey.status === 'unknown' && <li>{i18n.t('method.unknown.status')}</li>}
        </ul>
      </section>
    </>
  );
}

function Item({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? <em>{i18n.t('method.notKnown')}</em>}</dd>
    </>
  );
}
