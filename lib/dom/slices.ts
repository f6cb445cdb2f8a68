/** Work on a page in slices, in between which the page can answer its reader. */

/** Milliseconds of work between two pauses: well under the 50 that make a long task, on a slow machine too. */
const SLICE = 8;

/**
 * Takes what a piece of work yields, one after the other, with pauses; resolves to what it returns. It begins in a task of
 * its own, as what its caller did before took time too.
 */
export async function inSlices<T, R>(work: Generator<T, R>, take?: (value: T) => void): Promise<R> {
  await nextTask();
  let pause = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    take?.(step.value);
    if (performance.now() > pause) {
      await nextTask();
      pause = performance.now() + SLICE;
    }
  }
}

/** A message to ourselves is a task of its own, which timers throttled in a background tab are not. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
