/** However much a host sends, the background holds no more of it than a feed may be long, and nothing once it is refused. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { openFeed } from '../../lib/platform/feed-source';

const CHUNK = 64_000;
const LONGEST = 2_000_000;

afterEach(() => vi.unstubAllGlobals());

/** A host that never stops sending, as `fetch` hands its answer over: the body ends with an error once it is given up. */
function pourWithoutEnd() {
  const sent: WeakRef<Uint8Array>[] = [];
  let given: AbortSignal | undefined;
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    given = signal;
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
        pull(controller) {
          const chunk = new Uint8Array(CHUNK).fill(32);
          sent.push(new WeakRef(chunk));
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { 'content-type': 'application/json', 'content-length': '1000' } });
  });
  return { sent, isGivenUp: () => given?.aborted };
}

/** Frees what nothing holds any more; what was made in the same turn is held until its end. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  await new Promise((resolve) => setImmediate(resolve));
  gc();
}

it('F34: a body without end is read up to the limit, given up there, and none of it is kept', async () => {
  const { sent, isGivenUp } = pourWithoutEnd();
  const outcomes: string[] = [];
  const note = async () => async (outcome: string) => void outcomes.push(outcome);
  const source = openFeed('https://results.example/feed.json', note, new AbortController().signal);
  const failure = await source.document().then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ message: 'It is longer than 2000 kB, so it is not read.' });
  expect(outcomes).toEqual(['It is longer than 2000 kB, so it is not read.']);
  // One chunk is what shows that it is too long.
  expect(sent.length * CHUNK).toBeLessThanOrEqual(LONGEST + CHUNK);
  expect(isGivenUp()).toBe(true);
  await collectGarbage();
  expect(sent.filter((chunk) => chunk.deref())).toEqual([]);
});
