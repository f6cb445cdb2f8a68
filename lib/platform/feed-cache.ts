/** The newest published feed, kept beside the embedded edition and shown instead of it while it is newer. */
import { i18n } from '#i18n';
import { type Feed, parseFeed } from '../domain/feed';
import type { Database } from './database';

/** The stored feed, or null where there is none that this version can read. */
export async function readFeed(db: Database): Promise<Feed | null> {
  const document = await db.get('feed', 'current');
  if (document === undefined) return null;
  try {
    return parseFeed(document);
  } catch (error) {
    // Written by another version: the embedded edition serves, and the next refresh replaces it.
    console.warn('The stored feed was set aside.', error);
    return null;
  }
}

/** Replaces the stored feed. Throws with the reason, and changes nothing, where it is malformed or not newer than `current`. */
export async function replaceFeed(db: Database, document: unknown, current: Feed): Promise<Feed> {
  const feed = parseFeed(document);
  if (feed.edition <= current.edition) {
    throw new Error(i18n.t('feed.notNewer', { edition: feed.edition, current: current.edition }));
  }
  await db.put('feed', document, 'current');
  return feed;
}

/** Forgets the stored feed: the embedded edition is shown again. */
export async function forgetFeed(db: Database): Promise<void> {
  await db.delete('feed', 'current');
}
