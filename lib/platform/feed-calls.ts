/** The calls about where the feed comes from and how it stands, as a part of the protocol. */
import type { FeedPlace } from '../domain/feed-address';
import type { FeedStatus } from '../domain/feed-status';

/** What only the extension's own pages may ask about the feed. */
export interface PageFeedCalls {
  getFeedStatus(): FeedStatus;
  /** Looks for a newer edition at once. */
  checkFeed(): FeedStatus;
  /** Sets where the feed comes from and whose key signs it. The edition shown goes back to the embedded one. */
  changeFeedPlace(place: FeedPlace | 'built-in' | 'none'): FeedStatus;
  /** The person has read what the newest edition changed. */
  readNews(): FeedStatus;
}
