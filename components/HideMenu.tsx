/** How far a figure is to be hidden: the mark, the page, or the site. */
import { i18n } from '#i18n';
import type { HideScope } from '../lib/domain/hidden-figure';

interface HideMenuProps {
  /** Host name of the page, without `www.`. */
  host: string;
  hide: (scope: HideScope) => void;
}

export function HideMenu({ host, hide }: HideMenuProps) {
  return (
    <fieldset class="hide-menu">
      <legend>{i18n.t('hide.title')}</legend>
      <button type="button" class="button" onClick={() => hide('mark')}>
        {i18n.t('hide.mark')}
      </button>
      <button type="button" class="button" onClick={() => hide('page')}>
        {i18n.t('hide.page')}
      </button>
      <button type="button" class="button" onClick={() => hide('site')}>
        {i18n.t('hide.site', { host })}
      </button>
      <p class="small">{i18n.t('hide.undo')}</p>
    </fieldset>
  );
}
