/** What can be done with several quotes at once. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { FOLLOW_UPS, type FollowUp } from '../lib/domain/annotation';
import { nameFollowUp, readTags } from './QuoteEditor';

interface SelectedQuotesProps {
  count: number;
  onTag(tags: string[]): void;
  onFollowUp(state: FollowUp): void;
  onDelete(): void;
  onClear(): void;
}

export function SelectedQuotes({ count, onTag, onFollowUp, onDelete, onClear }: SelectedQuotesProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in line with its fields
    <div class="quotes-selected" role="group" aria-label={i18n.t('library.selected', count, { count })}>
      <p>{i18n.t('library.selected', count, { count })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const tags = readTags(field.current?.value ?? '');
          if (tags.length > 0) onTag(tags);
        }}
      >
        <input
          ref={field}
          list="known-tags"
          aria-label={i18n.t('library.tagField')}
          placeholder={i18n.t('library.tagField')}
        />
        <button type="submit" class="button">
          {i18n.t('library.tag')}
        </button>
      </form>
      <select
        aria-label={i18n.t('library.setFollowUp')}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value) onFollowUp(event.currentTarget.value as FollowUp);
        }}
      >
        <option value="">{i18n.t('library.setFollowUp')}</option>
        {FOLLOW_UPS.map((state) => (
          <option key={state} value={state}>
            {nameFollowUp(state)}
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={onDelete}>
        {i18n.t('library.deleteSelected', { count })}
      </button>
      <button type="button" class="button" onClick={onClear}>
        {i18n.t('library.clearSelection')}
      </button>
    </div>
  );
}
