/** The calls about the feed: the edition that is shown, how it is kept up to date, and where it comes from. */
import * as v from 'valibot';
import { compilePatterns } from '../domain/compiled-patterns';
import { embeddedFeed } from '../domain/embedded-feed';
import { evidenceFor, type Feed } from '../domain/feed';
import { parseFeedAddress, parsePublicKey } from '../domain/feed-address';
import type { FeedStatus } from '../domain/feed-status';
import type { Database } from './database';
import { setFeedAlarm } from './feed-alarm';
import { forgetFeed, keepFeed, readFeed } from './feed-cache';
import { createFeedCheck } from './feed-refresh';
import { describeKey } from './feed-signature';
import { builtInPlace, ChoiceSchema, type FeedState, loadFeedState, placeOf, saveFeedState } from './feed-state';
import type { Calls, ChangeEvent, Handlers } from './messages';
import { readPageSettings } from './page-handlers';
import { askAllTabs } from './tabs';

type FeedCalls = Pick<
  Calls,
  'getFeed' | 'getClaimData' | 'getEvidence' | 'getFeedStatus' | 'checkFeed' | 'changeFeedPlace' | 'readNews'
>;

interface Dependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  /** From 0 to 1, 1 excluded. */
  chance: () => number;
  announce: (event: ChangeEvent) => void;
}

export function createFeedHandlers({ connect, now, chance, announce }: Dependencies): Handlers<FeedCalls> {
  let feed: Promise<Feed> | undefined;

  /** The stored feed where it is newer, else the embedded one: without a database too. */
  function currentFeed(): Promise<Feed> {
    feed ??= connect()
      .then(readFeed)
      .catch(() => null)
      .then((stored) => {
        const embedded = embeddedFeed();
        return stored && stored.edition > embedded.edition ? stored : embedded;
      });
    return feed;
  }

  const check = createFeedCheck({ connect, now, chance, currentFeed, show });

  async function show(next: Feed, document: unknown): Promise<boolean> {
    const kept = await connect()
      .then((db) => keepFeed(db, document))
      .then(
        () => true,
        // Verified and parsed, it is shown while the background lives, and asked for again after that.
        () => false,
      );
    feed = Promise.resolve(next);
    tellAll();
    return kept;
  }

  /** Own pages ask again, and pages that are open are read again, so that what was withdrawn is marked no longer. */
  function tellAll(): void {
    announce('feedChanged');
    void askAllTabs((script) => script.checkPage());
  }

  async function statusOf(state: FeedState): Promise<FeedStatus> {
    const { edition, published } = await currentFeed();
    const place = placeOf(state);
    return {
      edition,
      published,
      isEmbedded: edition === embeddedFeed().edition,
      place: place && { address: place.address, keyName: await describeKey(place.key) },
      isChosen: typeof state.choice === 'object',
      hasBuiltIn: builtInPlace() !== null,
      checkedAt: toInstant(state.checkedAt),
      dueAt: place && toInstant(state.dueAt),
      failure: state.failure,
      news: state.news,
    };
  }

  return {
    getFeed: currentFeed,
    async getClaimData(_, sender) {
      const [{ patterns, statistics, survey, edition }, settings] = await Promise.all([
        currentFeed(),
        readPageSettings(sender, now()),
      ]);
      return { patterns: compilePatterns(patterns), statistics, survey, edition, ...settings };
    },
    async getEvidence([id]) {
      const current = await currentFeed();
      const statistic = current.statistics.find((statistic) => statistic.id === id);
      return statistic ? evidenceFor(current, statistic) : [];
    },
    async getFeedStatus() {
      return statusOf(await loadFeedState());
    },
    async checkFeed() {
      const state = await check.run();
      await setFeedAlarm();
      announce('feedChecked');
      return statusOf(state);
    },
    async changeFeedPlace([input]) {
      const wanted = v.parse(ChoiceSchema, input);
      const choice =
        typeof wanted === 'string'
          ? wanted
          : { address: parseFeedAddress(wanted.address), key: parsePublicKey(wanted.key) };
      // Another publisher's editions are another series: nothing of the one before may stand beside it or hold it back.
      const state = await check.changePlace(async () => {
        await connect().then(forgetFeed, () => undefined);
        feed = undefined;
        return saveFeedState({
          choice,
          checkedAt: null,
          failure: null,
          failures: 0,
          dueAt: now().getTime(),
          highest: 0,
          digest: null,
          news: null,
        });
      });
      await setFeedAlarm();
      tellAll();
      return statusOf(state);
    },
    async readNews() {
      return statusOf(await saveFeedState({ news: null }));
    },
  };
}

function toInstant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
