/** A form about a quote, pasted or changed: it is sent, or given up, and says why it was not kept. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';

interface QuoteFormProps {
  class?: string;
  /** Id of the form's heading, where it has one. */
  labelledBy?: string;
  submitLabel: string;
  /** What is said where it could not be kept. */
  describeFailure(reason: string): string;
  /** Rejects with the reason it was not kept; what was typed stays. */
  onSubmit(fields: FormData): Promise<unknown>;
  onCancel(): void;
  children: ComponentChildren;
}

export function QuoteForm(props: QuoteFormProps) {
  const { labelledBy, submitLabel, describeFailure, onSubmit, onCancel, children } = props;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const values = useRef('');
  const isSending = useRef(false);
  useEffect(() => {
    if (form.current) values.current = valuesOf(form.current);
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    // A second press while the first is on its way would save the same again, and be told so.
    if (!form.current || isSending.current) return;
    isSending.current = true;
    try {
      await onSubmit(new FormData(form.current));
    } catch (error) {
      setFailure(reasonOf(error));
    } finally {
      isSending.current = false;
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // What was typed isn't thrown away by a key that also closes lists and suggestions.
    if (event.key === 'Escape' && form.current && valuesOf(form.current) === values.current) onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  }

  return (
    <form
      ref={form}
      class={`quote-editor ${props.class ?? ''}`}
      aria-labelledby={labelledBy}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      {children}
      {failure !== null && (
        <p class="page-warning" role="alert">
          {describeFailure(failure)}
        </p>
      )}
      <div class="quote-editor-actions">
        <button type="submit" class="button button-primary">
          {submitLabel}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)]);
}
