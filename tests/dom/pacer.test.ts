/** A reading that was called off is not done, however near it was. */
import { expect, it, vi } from 'vitest';
import { Pacer } from '../../entrypoints/article/pacer';

it('a reading that only waits for an idle moment is called off too', async () => {
  const pacer = new Pacer();
  const read = vi.fn(async () => true);
  const wait = window.requestIdleCallback.bind(window);
  const asked = Promise.withResolvers<void>();
  vi.spyOn(window, 'requestIdleCallback').mockImplementationOnce((run, options) => {
    queueMicrotask(asked.resolve);
    return wait(run, options);
  });
  pacer.schedule(read, true);
  await asked.promise;
  pacer.stop();
  // Idle callbacks come in the order in which they were asked for, and where no moment is idle once their time is out.
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  expect(read).not.toHaveBeenCalled();
});
