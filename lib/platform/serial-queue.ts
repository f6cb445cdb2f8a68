/** Work that is read first and then written: done at once, one piece would undo the other's. */

/** A queue in which each piece of work starts once the one before has ended, however it ended. */
export function createSerialQueue(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
