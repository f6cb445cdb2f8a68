/** A figure written out whole, with its disclosure and where it was published. */
import type { Survey } from './feed';
import { describeFigure, disclose, type Statistic } from './statistic';

/** The figure as text to paste: sentence, disclosure, source. */
export function citeFigure(statistic: Statistic, survey: Survey): string {
  const source = statistic.headline?.edition.source ?? survey.sourcePage;
  return `${describeFigure(statistic)} ${disclose(statistic)} Source: “${survey.title}”, ${survey.disclosure.organiser}, ${source}`;
}
