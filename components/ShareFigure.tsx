/** The share menu as the card has it: it starts from the card's figure, and remembers a server only while it is open. */
import { useState } from 'preact/hooks';
import type { ShareFeed, ShareSubject, ShareText } from '../lib/domain/share';
import type { Statistic } from '../lib/domain/statistic';
import { ShareMenu } from './ShareMenu';

export interface ShareFigureProps {
  statistic: Statistic;
  feed: ShareFeed;
  copy: (text: string, done: string) => void;
  /** Opens an address in a new tab. */
  openAddress: (address: string) => void;
  /** Opens the system's share sheet, or null on a device or page that has none. */
  openSheet: ((share: ShareText) => void) | null;
}

export function ShareFigure({ statistic, feed, copy, openAddress, openSheet }: ShareFigureProps) {
  const [subject, setSubject] = useState<ShareSubject>(statistic);
  const [server, setServer] = useState('');
  return (
    <ShareMenu
      feed={feed}
      subject={subject}
      onSubject={setSubject}
      server={server}
      onServer={setServer}
      onCopy={copy}
      onOpen={openAddress}
      onSheet={openSheet}
    />
  );
}
