/** A quote that is pasted or typed, for people whose screen reader hides selections from pages, and for paper. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AnnotationDraft, PageSource } from '../lib/domain/annotation';
import { readTags } from './QuoteEditor';
import { readSourceFields, SourceFields } from './SourceFields';

interface PasteQuoteProps {
  /** What the page in the person's tab says of itself, where it was asked. */
  source: Partial<PageSource>;
  /** Resolves to what to say, once it is kept; rejects with the reason it was not. */
  onSave(draft: AnnotationDraft): Promise<string>;
  onCancel(): void;
}

export function PasteQuote({ source, onSave, onCancel }: PasteQuoteProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);

  async function save(event: Event) {
    event.preventDefault();
    if (!form.current) return;
    const fields = new FormData(form.current);
    try {
      await onSave({
        quote: { type: 'TextQuoteSelector', exact: String(fields.get('exact') ?? '').trim(), prefix: '', suffix: '' },
        position: null,
        source: readSourceFields(fields),
        statistics: [],
        note: String(fields.get('note') ?? '').trim(),
        tags: readTags(String(fields.get('tags') ?? '')),
      });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form ref={form} class="quote-editor quote-paste" aria-labelledby="paste-heading" onSubmit={save}>
      <h2 id="paste-heading">{i18n.t('paste.title')}</h2>
      <label class="field">
        {i18n.t('paste.quote')}
        <textarea ref={text} name="exact" rows={4} required />
      </label>
      {/* A new source is another form's: what was typed into the one before is left behind. */}
      <SourceFields key={source.url ?? ''} source={source} />
      <label class="field">
        {i18n.t('quote.note')}
        <textarea name="note" rows={2} />
      </label>
      <label class="field">
        {i18n.t('quote.tags')}
        <input name="tags" list="known-tags" />
      </label>
      {failure !== null && (
        <p class="page-warning" role="alert">
          {i18n.t('paste.failed', { reason: failure })}
        </p>
      )}
      <div class="quote-editor-actions">
        <button type="submit" class="button button-primary">
          {i18n.t('paste.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
