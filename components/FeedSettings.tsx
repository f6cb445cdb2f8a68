/** Where newer editions come from: how that stands, a check at once, and another publisher's address and key. */
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import { type FeedPlace, parseFeedAddress, parsePublicKey } from '../lib/domain/feed-address';
import type { FeedStatus } from '../lib/domain/feed-status';
import { describeMoment } from './date';
import { FeedLine } from './FeedLine';

interface FeedSettingsProps {
  status: FeedStatus;
  isChecking: boolean;
  onCheck: () => void;
  onChange: (place: FeedPlace | 'built-in' | 'none') => void;
}

export function FeedSettings({ status, isChecking, onCheck, onChange }: FeedSettingsProps) {
  const { place, isChosen, hasBuiltIn, isEmbedded, dueAt } = status;
  const title = useRef<HTMLHeadingElement>(null);
  const changeTo = (choice: 'built-in' | 'none') => {
    // The button pressed goes away, and the focus with it.
    title.current?.focus();
    onChange(choice);
  };
  return (
    <section aria-labelledby="feed-title">
      <h2 id="feed-title" ref={title} tabIndex={-1}>
        {i18n.t('feed.title')}
      </h2>
      <FeedLine feed={status} status={status} />
      {isEmbedded && <p class="small">{i18n.t('feed.embedded')}</p>}
      {place ? (
        <>
          <dl class="feed-place">
            <dt>{i18n.t('feed.address')}</dt>
            <dd>{place.address}</dd>
            <dt>{i18n.t('feed.key')}</dt>
            <dd>
              <code>{place.keyName}</code>
            </dd>
            {dueAt && (
              <>
                <dt>{i18n.t('feed.next')}</dt>
                <dd>{describeMoment(dueAt)}</dd>
              </>
            )}
          </dl>
          <p class="feed-actions">
            <button type="button" class="button" disabled={isChecking} onClick={onCheck}>
              {i18n.t(isChecking ? 'feed.checking' : 'feed.checkNow')}
            </button>
            <button type="button" class="button" onClick={() => changeTo('none')}>
              {i18n.t('feed.turnOff')}
            </button>
          </p>
          <p class="small">{i18n.t('feed.whatIsSent')}</p>
        </>
      ) : (
        <p>{i18n.t('feed.nowhere')}</p>
      )}
      {(isChosen || (!place && hasBuiltIn)) && (
        <p>
          <button type="button" class="button" onClick={() => changeTo('built-in')}>
            {i18n.t(hasBuiltIn ? 'feed.useBuiltIn' : 'feed.forget')}
          </button>
        </p>
      )}
      <PlaceForm onChange={onChange} />
    </section>
  );
}

/** Another key is another publisher: the form says what that means, and wants a tick before it can be sent. */
function PlaceForm({ onChange }: { onChange: (place: FeedPlace) => void }) {
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const [isSure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  function submit(event: Event) {
    event.preventDefault();
    try {
      onChange({ address: parseFeedAddress(address), key: parsePublicKey(key) });
      setRefusal(null);
      setSure(false);
    } catch (error) {
      setRefusal(reasonOf(error));
    }
  }

  return (
    <details class="feed-change">
      <summary>{i18n.t('feed.change')}</summary>
      <form onSubmit={submit}>
        <p class="page-warning">{i18n.t('feed.warning')}</p>
        <label>
          {i18n.t('feed.newAddress')}
          <input
            type="url"
            value={address}
            placeholder="https://"
            aria-describedby="feed-refusal"
            onInput={({ currentTarget }) => setAddress(currentTarget.value)}
          />
        </label>
        <label>
          {i18n.t('feed.newKey')}
          <textarea
            rows={4}
            value={key}
            spellcheck={false}
            aria-describedby="feed-refusal"
            onInput={({ currentTarget }) => setKey(currentTarget.value)}
          />
        </label>
        <label class="feed-sure">
          <input type="checkbox" checked={isSure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />
          {i18n.t('feed.sure')}
        </label>
        <p id="feed-refusal" role="status" class="fault">
          {refusal}
        </p>
        <button type="submit" class="button" disabled={!isSure}>
          {i18n.t('feed.save')}
        </button>
      </form>
    </details>
  );
}
