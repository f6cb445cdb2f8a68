/** Looks for a newer edition of the feed: fetched, verified, parsed whole, and only then shown instead of the one before. */
import { i18n } from '#i18n';
import { reasonOf } from '../domain/error-reason';
import { type Feed, parseFeed } from '../domain/feed';
import { describeChanges } from '../domain/feed-changes';
import { nextCheck } from '../domain/feed-schedule';
import type { Database } from './database';
import { describeKey, digestOf, isSignedBy, signatureIn } from './feed-signature';
import { decode, type NoteRequest, openFeed } from './feed-source';
import { type FeedState, loadFeedState, placeOf, saveFeedState } from './feed-state';
import { logRequest } from './request-log';
import { createSerialQueue } from './serial-queue';

export interface RefreshDependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  /** From 0 to 1, 1 excluded. */
  chance: () => number;
  currentFeed: () => Promise<Feed>;
  /** Shows a feed that is newer than the current one; resolves to whether it could be kept. */
  show: (feed: Feed, document: unknown) => Promise<boolean>;
}

/** What a check came to: a new edition, or nothing new. */
type Found = { feed: Feed; document: unknown; digest: string } | { feed: null; digest: string };

export interface FeedCheck {
  /** Looks for a newer edition; who asks meanwhile waits for the check under way. */
  run(): Promise<FeedState>;
  /** Changes where the feed comes from. The check under way is stopped, as what it finds is of the place before. */
  changePlace(change: () => Promise<FeedState>): Promise<FeedState>;
}

/** Checks and changes of the place are made one after the other. */
export function createFeedCheck(dependencies: RefreshDependencies): FeedCheck {
  const inTurn = createSerialQueue();
  let checking: Promise<FeedState> | undefined;
  let place = new AbortController();
  return {
    run() {
      if (checking) return checking;
      const { signal } = place;
      const started = inTurn(() => check(dependencies, signal)).finally(() => {
        if (checking === started) checking = undefined;
      });
      checking = started;
      return started;
    },
    changePlace(change) {
      place.abort();
      place = new AbortController();
      checking = undefined;
      return inTurn(change);
    },
  };
}

/** `stopped` is aborted once another place counts: then nothing is shown, and no outcome written down. */
async function check(
  { connect, now, chance, currentFeed, show }: RefreshDependencies,
  stopped: AbortSignal,
): Promise<FeedState> {
  const before = await loadFeedState();
  const place = placeOf(before);
  if (!place) return before;
  const later = (failures: number) => nextCheck(now().getTime(), failures, chance());
  // Written first: a check that ends the background, over and over, is not made more often for it.
  await saveFeedState({ dueAt: later(before.failures + 1) });
  const current = await currentFeed();
  try {
    const found = await look(place, before, current, noteIn(connect, now), stopped);
    stopped.throwIfAborted();
    const kept = found.feed ? await show(found.feed, found.document) : true;
    const after: Partial<FeedState> = { checkedAt: now().getTime(), failure: null, failures: 0, dueAt: later(0) };
    // Without its document a digest would say for ever that there is nothing new.
    if (kept) after.digest = found.digest;
    if (found.feed) Object.assign(after, { highest: found.feed.edition, news: newsOf(current, found.feed) });
    return await saveFeedState(after);
  } catch (error) {
    if (stopped.aborted) return loadFeedState();
    const failure = reasonOf(error);
    const failures = before.failures + 1;
    return saveFeedState({ checkedAt: now().getTime(), failure, failures, dueAt: later(failures) });
  }
}

/** Throws an Error that says why what is published there is not shown. */
async function look(
  { address, key }: { address: string; key: string },
  { digest: known, highest }: FeedState,
  current: Feed,
  note: NoteRequest,
  stopped: AbortSignal,
): Promise<Found> {
  const source = openFeed(address, note, stopped);
  const bytes = await source.document();
  const digest = await digestOf(bytes);
  if (digest === known) return { feed: null, digest };
  const signature = signatureIn(await source.signature());
  if (signature === null) throw new Error(i18n.t('feed.noSignature'));
  if (!(await isSignedBy(bytes, signature, key))) {
    throw new Error(i18n.t('feed.notSigned', { key: await describeKey(key) }));
  }
  const document: unknown = JSON.parse(decode(bytes));
  const feed = parseFeed(document);
  const newest = Math.max(highest, current.edition);
  if (feed.edition < newest) throw new Error(i18n.t('feed.older', { edition: feed.edition, newest }));
  return feed.edition > current.edition ? { feed, document, digest } : { feed: null, digest };
}

function newsOf(before: Feed, after: Feed): FeedState['news'] {
  const changes = describeChanges(before, after).filter(({ kind }) => kind !== 'background');
  return { edition: after.edition, changes: changes.map(({ text }) => text) };
}

/** Writes each request to the log before it is made. Where there is no database, the check goes on without. */
function noteIn(connect: RefreshDependencies['connect'], now: RefreshDependencies['now']): NoteRequest {
  return async (url) => {
    const at = now().toISOString();
    const settle = await connect()
      .then((db) => logRequest(db, { at, url, outcome: i18n.t('feed.asked') }))
      .catch(() => null);
    return async (outcome) => settle?.(outcome).catch(() => undefined);
  };
}
