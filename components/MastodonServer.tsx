/** Asks for the name of the person's Mastodon server, and says why a name can't be one. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Refusal } from '../lib/domain/refusal';
import { parseMastodonServer } from '../lib/domain/settings';

interface MastodonServerProps {
  /** The server remembered, or empty. */
  server: string;
  onServer: (server: string) => void;
}

export function MastodonServer({ server, onServer }: MastodonServerProps) {
  const id = useId();
  const [typed, setTyped] = useState(server);
  const [fault, setFault] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // It appears because its own button was pressed.
  useEffect(() => input.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    try {
      onServer(parseMastodonServer(typed));
    } catch (error) {
      const name = error instanceof Refusal ? error.named : String(error);
      setFault(name ? i18n.t('mastodon.refused', { name }) : i18n.t('mastodon.missing'));
    }
  };
  return (
    <form class="mastodon-server" onSubmit={submit} noValidate>
      <label for={id}>{i18n.t('mastodon.server')}</label>
      <input
        id={id}
        ref={input}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        placeholder={i18n.t('mastodon.example')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
      />
      <button type="submit" class="button">
        {i18n.t('mastodon.remember')}
      </button>
      <p id={`${id}-fault`} role="alert">
        {fault}
      </p>
    </form>
  );
}
