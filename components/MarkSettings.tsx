/** What is marked on pages, and how our own surfaces look. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { APPEARANCES, type Appearance, type Settings } from '../lib/domain/settings';

interface MarkSettingsProps {
  settings: Settings;
  onChange(changes: Partial<Settings>): void;
}

export function MarkSettings({ settings, onChange }: MarkSettingsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const showHidden = () => {
    // The button pressed goes away, and the focus with it.
    title.current?.focus();
    onChange({ hidden: [] });
  };
  return (
    <section aria-labelledby="marks-title">
      <h2 id="marks-title" ref={title} tabIndex={-1}>
        {i18n.t('settings.marks.title')}
      </h2>
      <label class="settings-check">
        <input
          type="checkbox"
          checked={settings.showMarks}
          onChange={({ currentTarget }) => onChange({ showMarks: currentTarget.checked })}
          aria-describedby="marks-show-note"
        />
        {i18n.t('settings.marks.show')}
      </label>
      <p id="marks-show-note" class="small">
        {i18n.t('settings.marks.showNote')}
      </p>
      <label class="settings-check">
        <input
          type="checkbox"
          checked={settings.captureButton}
          onChange={({ currentTarget }) => onChange({ captureButton: currentTarget.checked })}
          aria-describedby="capture-button-note"
        />
        {i18n.t('settings.marks.captureButton')}
      </label>
      <p id="capture-button-note" class="small">
        {i18n.t('settings.marks.captureButtonNote')}
      </p>
      <label class="settings-check">
        <input
          type="checkbox"
          checked={settings.readComments}
          onChange={({ currentTarget }) => onChange({ readComments: currentTarget.checked })}
        />
        {i18n.t('settings.marks.comments')}
      </label>
      <label class="settings-check">
        <input
          type="checkbox"
          checked={settings.printMarks}
          onChange={({ currentTarget }) => onChange({ printMarks: currentTarget.checked })}
        />
        {i18n.t('settings.marks.print')}
      </label>
      {settings.hidden.length > 0 && (
        <>
          <p class="settings-hidden">
            {i18n.t('settings.marks.hidden', settings.hidden.length, { count: settings.hidden.length })}
          </p>
          <button type="button" class="button" onClick={showHidden}>
            {i18n.t('settings.marks.showHidden')}
          </button>
        </>
      )}
    </section>
  );
}

interface AppearanceSettingProps {
  appearance: Appearance;
  onChange(appearance: Appearance): void;
}

export function AppearanceSetting({ appearance, onChange }: AppearanceSettingProps) {
  return (
    <section aria-labelledby="appearance-title">
      <h2 id="appearance-title">{i18n.t('settings.appearance.title')}</h2>
      <div class="settings-row" role="radiogroup" aria-labelledby="appearance-title">
        {APPEARANCES.map((choice) => (
          <label key={choice} class="settings-choice">
            <input type="radio" name="appearance" checked={choice === appearance} onChange={() => onChange(choice)} />
            {i18n.t(`settings.appearance.${choice}`)}
          </label>
        ))}
      </div>
    </section>
  );
}
