/** A library of any size is read whole, and no message of it is longer than browsers take. */
import { expect, it } from 'vitest';
import { byNewest } from '../../lib/domain/annotation';
import { readAllQuotes, readInBatches } from '../../lib/platform/all-quotes';
import { makeQuote } from '../make-quote';

/** https://developer.chrome.com/docs/extensions/develop/concepts/messaging: a message is JSON, and at most 64 MB of it. */
const LONGEST_MESSAGE = 64 * 2 ** 20;
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** As large as a quote can reasonably be. */
const LARGE = { exact: 'x'.repeat(20_000), note: 'y'.repeat(10_000) };

const kept = Array.from({ length: 1_201 }, (_, n) => makeQuote({ ...LARGE, id: id(n) }));
const background = {
  readAnnotations: async (after: string | null, limit: number) => {
    const from = after === null ? 0 : kept.findIndex((quote) => quote.id === after) + 1;
    const annotations = kept.slice(from, from + limit);
    return { annotations, next: annotations.length < limit ? null : (annotations.at(-1)?.id ?? null) };
  },
};

it('every quote is there, once', async () => {
  const all = await readAllQuotes(background);
  expect(all.sort(byNewest)).toEqual(kept.toSorted(byNewest));
});

it('no batch is too long for a message', async () => {
  for await (const annotations of readInBatches(background)) {
    expect(JSON.stringify(annotations).length).toBeLessThan(LONGEST_MESSAGE);
  }
});
