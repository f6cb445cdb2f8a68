/** What is remembered of the feed besides its newest document: where it comes from, how the checks went, what is new. */
import * as v from 'valibot';
import { type FeedPlace, parseFeedAddress, parsePublicKey } from '../domain/feed-address';
import { browser } from './browser';
import { createSerialQueue } from './serial-queue';

/** Beside the settings, and not in the database: a lost database may not make an older edition acceptable again. */
const KEY = 'feed';

const inTurn = createSerialQueue();

const instant = v.nullable(v.number());
const text = v.nullable(v.string());

/** What the person chose: another place than the built-in one, or none at all. */
export const ChoiceSchema = v.union([
  v.picklist(['built-in', 'none']),
  v.object({ address: v.string(), key: v.string() }),
]);

const StateSchema = v.object({
  choice: v.fallback(ChoiceSchema, 'built-in'),
  /** The last check that ended, in milliseconds. */
  checkedAt: v.fallback(instant, null),
  /** Why the last check brought nothing, or null where it did not fail. */
  failure: v.fallback(text, null),
  /** Failures since the last success. */
  failures: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  /** When the next check is due, in milliseconds; null before the first. */
  dueAt: v.fallback(instant, null),
  /** The highest edition that was ever accepted from this place. */
  highest: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  /** SHA-256 of the document that was accepted last: the same bytes need no second look. */
  digest: v.fallback(text, null),
  /** What the newest edition changed, until the person has read it. */
  news: v.fallback(v.nullable(v.object({ edition: v.number(), changes: v.array(v.string()) })), null),
});

export type FeedState = v.InferOutput<typeof StateSchema>;

/** What was remembered; what is missing or can't be read is as at the beginning. */
export async function loadFeedState(): Promise<FeedState> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return v.parse(StateSchema, typeof stored === 'object' && stored ? stored : {});
}

/** Changes what is given and leaves the rest. */
export function saveFeedState(changes: Partial<FeedState>): Promise<FeedState> {
  return inTurn(async () => {
    const state = { ...(await loadFeedState()), ...changes };
    await browser.storage.local.set({ [KEY]: state });
    return state;
  });
}

/** The place that was set when the extension was built, or null where none was. Throws where it was set wrongly. */
export function builtInPlace(): FeedPlace | null {
  const { WXT_FEED_ADDRESS: address, WXT_FEED_KEY: key } = import.meta.env;
  return address && key ? { address: parseFeedAddress(address), key: parsePublicKey(key) } : null;
}

/** The place that is asked, or null where none is. */
export function placeOf({ choice }: FeedState): FeedPlace | null {
  if (choice === 'none') return null;
  return choice === 'built-in' ? builtInPlace() : choice;
}
