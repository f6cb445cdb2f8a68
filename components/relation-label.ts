/** How a relation between a passage and a figure is put in words: never a verdict. */
import { i18n } from '#i18n';
import type { Relation } from '../lib/domain/match';

/** "Reports this survey", "Same question", "Same subject". */
export function relationLabel(relation: Relation): string {
  if (relation === 'reports') return i18n.t('relation.reports');
  return relation === 'same-question' ? i18n.t('relation.sameQuestion') : i18n.t('relation.sameSubject');
}

/** The same in a sentence. */
export function relationMeaning(relation: Relation): string {
  if (relation === 'reports') return i18n.t('relation.reportsMeans');
  return relation === 'same-question' ? i18n.t('relation.sameQuestionMeans') : i18n.t('relation.sameSubjectMeans');
}
