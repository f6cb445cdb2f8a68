/** A quote that is pasted or typed, for people whose screen reader hides selections from pages, and for paper. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AnnotationDraft, PageSource } from '../lib/domain/annotation';
import { readTags } from './QuoteEditor';
import { QuoteForm } from './QuoteForm';
import { readSourceFields, SourceFields } from './SourceFields';

interface PasteQuoteProps {
  /** What the page in the person's tab says of itself, where it was asked. */
  source: Partial<PageSource>;
  /** Out of sight, with what was typed. */
  isFolded: boolean;
  /** Resolves to what to say, once it is kept; rejects with the reason it was not. */
  onSave(draft: AnnotationDraft): Promise<string>;
  onCancel(): void;
}

export function PasteQuote({ source, isFolded, onSave, onCancel }: PasteQuoteProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isFolded) text.current?.focus();
  }, [isFolded]);

  return (
    <div hidden={isFolded}>
      <QuoteForm
        class="quote-paste"
        labelledBy="paste-heading"
        submitLabel={i18n.t('paste.save')}
        describeFailure={(reason) => i18n.t('paste.failed', { reason })}
        onSubmit={(fields) => onSave(readDraft(fields))}
        onCancel={onCancel}
      >
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
      </QuoteForm>
    </div>
  );
}

function readDraft(fields: FormData): AnnotationDraft {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    quote: { type: 'TextQuoteSelector', exact: text('exact'), prefix: '', suffix: '' },
    position: null,
    source: readSourceFields(fields),
    statistics: [],
    note: text('note'),
    tags: readTags(text('tags')),
  };
}
