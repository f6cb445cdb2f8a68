/** Every value that was published of a figure, each with its edition and how many it is of. */
import { i18n } from '#i18n';
import { type DatedValue, type Statistic, valuesOf } from '../lib/domain/statistic';

/** The one other value, or the one before the headline with all of them behind a press; nothing where there is no other. */
export function FigureHistory({ statistic }: { statistic: Statistic }) {
  const { otherValues, headline } = statistic;
  const nearest =
    otherValues.findLast(({ edition }) => edition.number < (headline?.edition.number ?? 0)) ?? otherValues[0];
  if (!nearest) return null;
  return (
    <>
      <p class="small">
        <OtherValue value={nearest} />
      </p>
      {otherValues.length > 1 && (
        <details class="figure-history small">
          <summary>{i18n.t('figure.history')}</summary>
          <ol>
            {valuesOf(statistic).map((value) => (
              <li key={value.edition.number}>
                <OtherValue value={value} />
                {value.edition.preliminary && i18n.t('figure.historyPreliminary')}
                {value === headline && i18n.t('figure.historyShown')}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Of how many a value is, and when they answered. */
export function FigureEdition({ value: { people, edition } }: { value: DatedValue }) {
  return (
    <p>
      {i18n.t('figure.ofEdition', { respondents: people.toLocaleString('en-GB'), when: edition.when })}
      {edition.preliminary && i18n.t('figure.historyPreliminary')}
    </p>
  );
}

function OtherValue({ value: { percent, people, edition } }: { value: DatedValue }) {
  return (
    <>{i18n.t('figure.otherValue', { percent, respondents: people.toLocaleString('en-GB'), when: edition.when })}</>
  );
}
