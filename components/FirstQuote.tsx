/** What an empty library says: how the first quote is saved. */
import { i18n } from '#i18n';

export function FirstQuote({ shortcut }: { shortcut: string | null }) {
  return (
    <div class="quotes-empty">
      <h2>{i18n.t('firstQuote.title')}</h2>
      <ol>
        <li>{i18n.t('firstQuote.select')}</li>
        <li>{shortcut ? i18n.t('firstQuote.pressKeys', { keys: shortcut }) : i18n.t('firstQuote.press')}</li>
        <li>{i18n.t('firstQuote.orPaste')}</li>
      </ol>
      <p>{i18n.t('firstQuote.kept')}</p>
    </div>
  );
}
