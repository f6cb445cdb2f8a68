/** How well passages are found, as measured on labelled sentences: in words and in a table. */
import { i18n } from '#i18n';

/** Shares in per cent. */
interface Score {
  pages: number;
  sentences: number;
  /** Of the marks, those that are right. */
  precision: number;
  /** Of the claims, those that were marked. */
  recall: number;
  /** Of the sentences without a claim, those that were marked: on pages about the programme, and on others. */
  falseIapt: number;
  falseOther: number;
}

export interface MatcherQualityProps {
  /** Real articles, reworded, each measured by a matcher that had not learned from it. */
  unseen: Score;
  /** Articles of our own that were kept aside while the matcher was made. */
  keptAside: Score;
}

const MEASURES = ['precision', 'recall', 'falseIapt', 'falseOther'] as const;

export function MatcherQuality({ unseen, keptAside }: MatcherQualityProps) {
  const scores = [
    { id: 'unseen', ...unseen },
    { id: 'keptAside', ...keptAside },
  ] as const;
  return (
    <>
      <h3 id="quality-title">{i18n.t('method.quality.title')}</h3>
      <p>{i18n.t('method.quality.how')}</p>
      <table class="method-table" aria-labelledby="quality-title">
        <thead>
          <tr>
            <td />
            {scores.map(({ id, pages, sentences }) => (
              <th key={id} scope="col" class="method-value">
                {i18n.t(`method.quality.${id}`)}
                <span class="small">{i18n.t('method.quality.size', { pages, sentences })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">{i18n.t(`method.quality.${measure}`)}</th>
              {scores.map((score) => (
                <td key={score.id} class="method-value" data-label={i18n.t(`method.quality.${score.id}`)}>
                  {i18n.t('method.percent', { percent: score[measure] })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{i18n.t('method.quality.so')}</p>
    </>
  );
}
