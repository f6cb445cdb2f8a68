/** A text that could not be copied for the person: shown and selected, so that their own copy key takes it. */
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

export function CopyByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <textarea ref={field} class="copy-by-hand" aria-label={i18n.t('card.textToCopy')} readOnly rows={4} value={text} />
  );
}
