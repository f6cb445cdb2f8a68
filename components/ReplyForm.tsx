/** A reply to a newspaper, to be edited before it is copied: nothing is sent from here. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import type { Reply } from '../lib/domain/reply';

interface ReplyFormProps {
  reply: Reply;
  onCopy(text: string): Promise<void>;
}

export function ReplyForm({ reply, onCopy }: ReplyFormProps) {
  const id = useId();
  const [text, setText] = useState(reply.text);
  const [message, setMessage] = useState('');
  return (
    <section class="reply-form" aria-label={i18n.t('reply.title')}>
      <ul>
        {reply.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      <label for={id}>{i18n.t('reply.text')}</label>
      <textarea id={id} rows={14} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      <p>
        <button
          type="button"
          class="button"
          onClick={() =>
            onCopy(text).then(
              () => setMessage(i18n.t('common.copied')),
              (error: unknown) => setMessage(reasonOf(error)),
            )
          }
        >
          {i18n.t('reply.copy')}
        </button>
      </p>
      <p role="status">{message}</p>
    </section>
  );
}
