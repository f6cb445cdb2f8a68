/** Says why what was typed is no site that can be turned on. */
import { i18n } from '#i18n';
import { Refusal } from '../lib/domain/refusal';
import type { SiteRefusal } from '../lib/domain/site';

export function describeSiteRefusal(error: unknown): string {
  if (!(error instanceof Refusal)) return String(error);
  const { reason, named: name } = error as Refusal<SiteRefusal>;
  if (reason === 'empty') return i18n.t('sites.refused.empty');
  if (reason === 'not-web') return i18n.t('sites.refused.notWeb');
  return reason === 'not-a-site'
    ? i18n.t('sites.refused.notASite', { name })
    : i18n.t('sites.refused.sharedEnding', { name });
}
