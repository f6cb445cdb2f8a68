/** Deleting everything: quotes are offered as a file first, and it takes a tick and a second press. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface DeleteEverythingProps {
  /** How many quotes would be lost; null while that is not known. */
  quotes: number | null;
  onExport(): void;
  onDelete(): void;
}

export function DeleteEverything({ quotes, onExport, onDelete }: DeleteEverythingProps) {
  const [isOpen, setOpen] = useState(false);
  const [isSure, setSure] = useState(false);
  const [isUnsure, setUnsure] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const check = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) panel.current?.focus();
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    setSure(false);
    setUnsure(false);
    opener.current?.focus();
  };
  const confirm = () => {
    if (!isSure) {
      setUnsure(true);
      check.current?.focus();
      return;
    }
    close();
    onDelete();
  };

  return (
    <section
      aria-labelledby="delete-title"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && isOpen) close();
      }}
    >
      <h2 id="delete-title">{i18n.t('settings.delete.title')}</h2>
      <p>{i18n.t('settings.delete.what')}</p>
      <button
        type="button"
        class="button"
        ref={opener}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {i18n.t('settings.delete.open')}
      </button>
      {isOpen && (
        <div class="settings-panel" ref={panel} tabIndex={-1}>
          <p>
            {quotes === 0
              ? i18n.t('settings.delete.noQuotes')
              : i18n.t('settings.delete.quotes', quotes ?? 2, { quotes: quotes?.toLocaleString('en-GB') ?? '…' })}
          </p>
          {quotes !== 0 && (
            <button type="button" class="button" onClick={onExport}>
              {i18n.t('settings.delete.export')}
            </button>
          )}
          <label class="settings-check">
            <input
              type="checkbox"
              ref={check}
              checked={isSure}
              aria-invalid={isUnsure && !isSure}
              aria-describedby="delete-unsure"
              onChange={({ currentTarget }) => setSure(currentTarget.checked)}
            />
            {i18n.t('settings.delete.sure')}
          </label>
          <p id="delete-unsure" class="fault" role="alert">
            {isUnsure && !isSure && i18n.t('settings.delete.tickFirst')}
          </p>
          <div class="settings-row">
            <button type="button" class="button button-primary" onClick={confirm}>
              {i18n.t('settings.delete.confirm')}
            </button>
            <button type="button" class="button" onClick={close}>
              {i18n.t('settings.delete.cancel')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
