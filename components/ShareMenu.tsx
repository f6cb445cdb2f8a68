/** What to share and where: the survey or one figure, in the text that fits the place. */
import { useId } from 'preact/hooks';
import type { Feed } from '../lib/domain/feed';
import {
  SHARE_TARGETS,
  type ShareSubject,
  type ShareTarget,
  type ShareText,
  shareText,
  UNLIMITED,
} from '../lib/domain/share';
import { MastodonServer } from './MastodonServer';

export interface ShareMenuProps {
  feed: Feed;
  subject: ShareSubject;
  onSubject: (subject: ShareSubject) => void;
  /** Host name of the person's Mastodon server, or empty where none is remembered. */
  server: string;
  onServer: (server: string) => void;
  /** Copies a text; `why` is what to tell the person once it was copied. */
  onCopy: (text: string, why: string) => void;
  /** Opens an address in a new tab. */
  onOpen: (address: string) => void;
  /** Opens the system's share sheet; absent where the device has none. */
  onSheet?: (share: ShareText) => void;
}

export function ShareMenu({ feed, subject, onSubject, onCopy, onSheet, ...mastodon }: ShareMenuProps) {
  const id = useId();
  const full = fit(subject, feed, UNLIMITED);
  const targets = SHARE_TARGETS.filter(({ address }) => address || onSheet);
  return (
    <div class="share-menu">
      <div class="share-subject">
        <label for={id}>What to share</label>
        <select id={id} onChange={({ currentTarget }) => onSubject(findSubject(feed, currentTarget.value))}>
          <option value="" selected={subject === 'survey'}>
            The whole survey
          </option>
          {feed.statistics.map((statistic) => (
            <option
              key={statistic.id}
              value={statistic.id}
              selected={subject !== 'survey' && subject.id === statistic.id}
            >
              {nameOf(statistic)}
            </option>
          ))}
        </select>
      </div>
      <ul class="share-targets">
        {'text' in full && (
          <li>
            <button type="button" class="button" onClick={() => onCopy(full.text, 'Text copied, with its caveat.')}>
              Copy the text
            </button>
          </li>
        )}
        {targets.map((target) => (
          <li key={target.id}>
            <Target target={target} share={fit(subject, feed, target)} onCopy={onCopy} onSheet={onSheet} {...mastodon} />
          </li>
        ))}
      </ul>
      {'text' in full && (
        <details class="share-preview">
          <summary>Read the text</summary>
          <p>{full.text}</p>
        </details>
      )}
      <p class="small">
        A figure is only sent with its caveat. Where a place has no room for both, the text leads to the survey instead.
      </p>
    </div>
  );
}
