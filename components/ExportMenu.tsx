/** The ways to take quotes out of the library: the usual formats at once, the others behind one more press. */
import { i18n } from '#i18n';
import { EXPORTS, type ExportFormatId } from '../lib/domain/export';

interface ExportMenuProps {
  legend: string;
  disabled: boolean;
  onExport(format: ExportFormatId): void;
  onBrief(): void;
}

const USUAL: readonly ExportFormatId[] = ['markdown', 'csv', 'jsonld'];
const OTHERS = (Object.keys(EXPORTS) as ExportFormatId[]).filter((id) => !USUAL.includes(id));

export function ExportMenu({ legend, disabled, onExport, onBrief }: ExportMenuProps) {
  const button = (id: ExportFormatId) => (
    <button key={id} type="button" class="button" disabled={disabled} onClick={() => onExport(id)}>
      {EXPORTS[id].label}
    </button>
  );
  return (
    <fieldset class="quotes-export">
      <legend>{legend}</legend>
      <button type="button" class="button" disabled={disabled} onClick={onBrief}>
        {i18n.t('brief.open')}
      </button>
      {USUAL.map(button)}
      <details class="more-formats">
        <summary class="button">{i18n.t('library.moreFormats')}</summary>
        <div class="more-formats-list">{OTHERS.map(button)}</div>
      </details>
    </fieldset>
  );
}
