/** The newest published feed, kept beside the embedded edition and shown instead of it while it is newer. */
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

/** Keeps a feed's document instead of the one that is stored. It has been parsed: what can't be read would only be set aside. */
export async function keepFeed(db: Database, document: unknown): Promise<void> {
  await db.put('feed', document, 'current');
}

/** Forgets the stored feed: the embedded edition is shown again. */
export async function forgetFeed(db: Database): Promise<void> {
  await db.delete('feed', 'current');
}
