/** What to share and where: the survey or one figure, in the text that fits the place. */
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import {
  type Room,
  SHARE_TARGETS,
  type ShareFeed,
  type ShareSubject,
  type ShareTarget,
  type ShareText,
  shareText,
  UNLIMITED,
} from '../lib/domain/share';
import { MastodonServer } from './MastodonServer';

interface Sending {
  /** Host name of the person's Mastodon server, or empty where none is remembered. */
  server: string;
  /** Copies a text; `done` is what to tell the person then. */
  onCopy: (text: string, done: string) => void;
  /** Opens the system's share sheet, or null on a device that has none. */
  onSheet: ((share: ShareText) => void) | null;
}

export interface ShareMenuProps extends Sending {
  feed: ShareFeed;
  subject: ShareSubject;
  onSubject: (subject: ShareSubject) => void;
  onServer: (server: string) => void;
  /** Opens an address in a new tab. */
  onOpen: (address: string) => void;
}

export function ShareMenu({ feed, subject, onSubject, onServer, onOpen, ...sending }: ShareMenuProps) {
  const [asksServer, setAsksServer] = useState(false);
  const { statistics } = feed;
  const { text } = shareText(subject, feed, UNLIMITED);
  const openOn = (server: string) => {
    setAsksServer(false);
    onServer(server);
    const target = SHARE_TARGETS.find(({ needsServer }) => needsServer);
    const share = target && fitTo(subject, feed, target);
    if (share && 'text' in share && target.address) onOpen(target.address(share, server));
  };
  return (
    <div class="share-menu">
      <label>
        {i18n.t('share.what')}
        <select
          value={subject === 'survey' ? '' : subject.id}
          onChange={({ currentTarget: { value } }) => onSubject(statistics.find(({ id }) => id === value) ?? 'survey')}
        >
          <option value="">{i18n.t('share.wholeSurvey')}</option>
          {statistics.map(({ id, question }) => (
            <option key={id} value={id}>
              {question}
            </option>
          ))}
        </select>
      </label>
      <ul class="share-targets">
        <li>
          <button type="button" class="button" onClick={() => sending.onCopy(text, i18n.t('share.textCopied'))}>
            {i18n.t('share.copyText')}
          </button>
        </li>
        {SHARE_TARGETS.filter(({ address }) => address || sending.onSheet).map((target) => (
          <li key={target.id}>
            <Target
              {...sending}
              target={target}
              share={fitTo(subject, feed, target)}
              onAskServer={() => setAsksServer(true)}
            />
          </li>
        ))}
      </ul>
      {asksServer ? (
        <MastodonServer server={sending.server} onServer={openOn} />
      ) : (
        sending.server && (
          <button type="button" class="button share-server" onClick={() => setAsksServer(true)}>
            {i18n.t('share.changeServer')}
          </button>
        )
      )}
      <details class="share-preview">
        <summary>{i18n.t('share.read')}</summary>
        <p>{text}</p>
      </details>
      <p class="small">{i18n.t('share.caveat')}</p>
    </div>
  );
}

interface TargetProps extends Sending {
  target: ShareTarget;
  share: ShareText | { fault: string };
  onAskServer: () => void;
}

function Target({ target, share, server, onCopy, onSheet, onAskServer }: TargetProps) {
  const { name, address, needsServer, onlyLink } = target;
  if ('fault' in share) return <p class="small">{share.fault}</p>;
  if (!address || (needsServer && !server)) {
    return (
      <button type="button" class="button" onClick={address ? onAskServer : () => onSheet?.(share)}>
        {name}
        <Hints hints={hintsOf(target, share)} />
      </button>
    );
  }
  const pasted = () => onCopy(share.text, i18n.t('share.onlyLink', { name }));
  return (
    <a
      class="button"
      href={address(share, server)}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onlyLink && pasted}
    >
      {name}
      <Hints hints={[...(needsServer ? [server] : []), ...hintsOf(target, share)]} />
    </a>
  );
}

function Hints({ hints }: { hints: string[] }) {
  return hints.length > 0 ? <span class="share-hint"> {hints.join(', ')}</span> : null;
}

function hintsOf({ onlyLink }: ShareTarget, { lacks }: ShareText): string[] {
  if (onlyLink) return [i18n.t('share.linkOnly')];
  if (lacks === 'nothing') return [];
  return [lacks === 'link' ? i18n.t('share.withoutLink') : i18n.t('share.withoutFigures')];
}

/** The text for a place, or the reason why there is none. */
function fitTo(subject: ShareSubject, feed: ShareFeed, room: Room): ShareText | { fault: string } {
  try {
    return shareText(subject, feed, room);
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}
