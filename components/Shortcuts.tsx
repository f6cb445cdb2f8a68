/** The keyboard shortcuts as the browser has really assigned them, and the way to change them. */
import { i18n } from '#i18n';

interface ShortcutsProps {
  shortcuts: { name: string; description: string; keys: string }[];
  onChange(): void;
}

export function Shortcuts({ shortcuts, onChange }: ShortcutsProps) {
  return (
    <section aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{i18n.t('settings.shortcuts.title')}</h2>
      <table class="settings-table">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{i18n.t('settings.shortcuts.action')}</th>
            <th scope="col">{i18n.t('settings.shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ name, description, keys }) => (
            <tr key={name}>
              <th scope="row">{description}</th>
              <td>{keys ? <kbd>{keys}</kbd> : <span class="small">{i18n.t('settings.shortcuts.none')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{i18n.t('settings.shortcuts.note')}</p>
      <button type="button" class="button" onClick={onChange}>
        {i18n.t('settings.shortcuts.change')}
      </button>
    </section>
  );
}
