/** The line above the library's rows: how many there are, all of them at once, and their export. */
import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { ExportFormatId } from '../lib/domain/export';
import { ExportMenu } from './ExportMenu';

interface QuoteStatusProps {
  /** How many quotes are shown, of how many, once they are counted; `read` is how many could be searched so far. */
  shown: number;
  total: number | null;
  read: number;
  selected: number;
  isFiltered: boolean;
  /** The count, which takes the focus where no row can. */
  summary: RefObject<HTMLParagraphElement | null>;
  onSelectAll(isSelected: boolean): void;
  onExport(format: ExportFormatId): void;
  onBrief(): void;
}

export function QuoteStatus(props: QuoteStatusProps) {
  const { shown, total, read, selected, isFiltered, summary, onSelectAll, onExport, onBrief } = props;
  const isReading = total === null || read < total;
  const all =
    total === null
      ? i18n.t('library.loading')
      : total === 0
        ? i18n.t('library.noQuotes')
        : i18n.t('library.count', total, { count: format(total) });
  return (
    <div class="quotes-status">
      {shown > 1 && (
        <label class="quotes-all">
          <input
            type="checkbox"
            checked={selected === shown}
            ref={(box) => {
              if (box) box.indeterminate = selected > 0 && selected < shown;
            }}
            onChange={(event) => onSelectAll(event.currentTarget.checked)}
          />
          <span class="visually-hidden">{i18n.t('library.selectAll')}</span>
        </label>
      )}
      <p ref={summary} role="status" tabIndex={-1}>
        {isFiltered && total !== null && total > 0 ? i18n.t('library.ofCount', { count: format(shown), all }) : all}
        {isReading && isFiltered && ` ${i18n.t('library.stillReading', { read: format(read) })}`}
      </p>
      {total !== 0 && (
        <ExportMenu
          legend={
            selected > 0
              ? i18n.t('library.exportSelected', { count: format(selected) })
              : isFiltered
                ? i18n.t('library.exportFound', { count: format(shown) })
                : i18n.t('library.exportAll')
          }
          disabled={shown === 0 || isReading}
          onExport={onExport}
          onBrief={onBrief}
        />
      )}
    </div>
  );
}

function format(count: number): string {
  return count.toLocaleString('en-GB');
}
