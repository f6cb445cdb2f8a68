/** Pausing: nothing is read and nothing marked, for an hour or until the person resumes. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { describeTime } from './date';

export interface PauseSettingProps {
  /** Whether it is paused now, and until when; null stands for no end. */
  paused: { until: Date | null } | null;
  onPause(length: 'hour' | 'until-resumed'): void;
  onResume(): void;
}

export function PauseSetting({ paused, onPause, onResume }: PauseSettingProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // The button pressed goes away, and the focus with it.
  const then = (act: () => void) => () => {
    title.current?.focus();
    act();
  };
  return (
    <section aria-labelledby="pause-title">
      <h2 id="pause-title" ref={title} tabIndex={-1}>
        {i18n.t('settings.pause.title')}
      </h2>
      <p>{describePause(paused)}</p>
      <div class="settings-row">
        {paused ? (
          <button type="button" class="button button-primary" onClick={then(onResume)}>
            {i18n.t('settings.pause.resume')}
          </button>
        ) : (
          <>
            <button type="button" class="button" onClick={then(() => onPause('hour'))}>
              {i18n.t('settings.pause.hour')}
            </button>
            <button type="button" class="button" onClick={then(() => onPause('until-resumed'))}>
              {i18n.t('settings.pause.untilResumed')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function describePause(paused: PauseSettingProps['paused']): string {
  if (!paused) return i18n.t('settings.pause.off');
  if (!paused.until) return i18n.t('settings.pause.on');
  return i18n.t('settings.pause.onUntil', { time: describeTime(paused.until) });
}
