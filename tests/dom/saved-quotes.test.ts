/** Quotes are sought one time after the other, get their time to appear at every address, and leave nothing painted. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedQuotes } from '../../entrypoints/article/saved-quotes';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { FoundQuote, PageQuote } from '../../lib/platform/quote-calls';

const quote = (id: string) => ({ id }) as PageQuote;
const gone = (quotes: readonly PageQuote[]): FoundQuote[] => quotes.map(({ id }) => ({ id, outcome: 'gone' }));

/** The quotes that the background knows of, and what it was told of them. */
let known: PageQuote[] = [];
let told: string[] = [];
/** What seeks, in place of quotes.js. */
let seek: (quotes: readonly PageQuote[]) => Promise<FoundQuote[]>;

const background = {
  listOwnQuotes: async () => known,
  reportOutcomes: async (found: FoundQuote[]) => {
    told.push(...found.map(({ id, outcome }) => `${id} ${outcome}`));
  },
} as unknown as Remote<ContentToBackground>;

beforeEach(() => {
  known = [quote('a')];
  told = [];
  seek = async (quotes) => gone(quotes);
  Object.assign(globalThis, { timeToTalkIaptQuotes: (quotes: readonly PageQuote[]) => seek(quotes) });
});

afterEach(() => {
  vi.useRealTimers();
  CSS.highlights.clear();
});

it('what was asked for last is sought last, however long the seek before it takes', async () => {
  const begun: string[][] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  seek = async (quotes) => {
    begun.push(quotes.map(({ id }) => id));
    if (begun.length === 1) await promise;
    return gone(quotes);
  };
  const quotes = new SavedQuotes(background);
  const first = quotes.seek(true);
  await vi.waitFor(() => expect(begun).toEqual([['a']]));
  known = [quote('a'), quote('b')];
  const second = quotes.seek(true);
  const third = quotes.seek(false);
  resolve();
  await Promise.all([first, second, third]);
  expect(begun).toEqual([['a'], ['a', 'b']]);
  quotes.stop();
});

describe('a quote that is not there', () => {
  it('is told of only after four seconds at its own address', async () => {
    vi.useFakeTimers();
    const quotes = new SavedQuotes(background);
    await quotes.seek(true);
    await vi.advanceTimersByTimeAsync(3_000);
    // The page has gone on to another address, with another quote.
    known = [quote('b')];
    await quotes.seek(true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['b gone']);
  });
});

describe('once it is stopped', () => {
  const paint = () => CSS.highlights.set('time-to-talk-quote-found', new Highlight());
  const paintAll: typeof seek = async (quotes) => {
    paint();
    return gone(quotes);
  };

  it('nothing of it is painted, not even by the seek that was under way', async () => {
    seek = paintAll;
    const quotes = new SavedQuotes(background);
    await quotes.seek(true);
    const { promise, resolve } = Promise.withResolvers<void>();
    seek = async (quotes) => {
      await promise;
      paint();
      return gone(quotes);
    };
    const seeking = quotes.seek(true);
    quotes.stop();
    expect(CSS.highlights.size).toBe(0);
    resolve();
    await seeking;
    await quotes.seek(false);
    expect(CSS.highlights.size).toBe(0);
  });

  it('what a new script has painted since stays', async () => {
    seek = paintAll;
    const quotes = new SavedQuotes(background);
    await quotes.seek(true);
    paint();
    quotes.stop();
    expect(CSS.highlights.size).toBe(1);
  });
});
