/** Spaces out the readings of a page that keeps changing, so that they take a small share of its time. */

/** Milliseconds between two readings: doubled each time that one brings nothing new. */
const SHORTEST = 300;
const LONGEST = 10_000;

/** A reading of one millisecond is followed by a pause of at least so many, and of no more than that because of it. */
const PAUSE_PER_WORK = 10;
const LONGEST_FOR_WORK = 1_500;

/** The longest wait for an idle moment, in milliseconds. */
const LONGEST_WAIT = 1_000;

export class Pacer {
  #pause = SHORTEST;
  #notBefore = 0;
  #timer = 0;
  #idle = 0;

  /**
   * Runs a reading in an idle moment once the pause is over, or without one if `urgent`. A reading that is already due is
   * replaced. It resolves to whether it brought anything new.
   */
  schedule(read: () => Promise<boolean>, urgent: boolean): void {
    if (urgent) this.#pause = SHORTEST;
    const wait = urgent ? 0 : Math.max(0, this.#notBefore - performance.now());
    this.stop();
    this.#timer = window.setTimeout(() => {
      this.#idle = requestIdleCallback(() => this.#run(read), { timeout: LONGEST_WAIT });
    }, wait);
  }

  /** Drops the reading that is due, also where it only waits for its idle moment. */
  stop(): void {
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#idle);
  }

  async #run(read: () => Promise<boolean>): Promise<void> {
    const start = performance.now();
    this.#pause = (await read()) ? SHORTEST : Math.min(LONGEST, 2 * this.#pause);
    const end = performance.now();
    this.#notBefore = end + Math.max(this.#pause, Math.min(LONGEST_FOR_WORK, PAUSE_PER_WORK * (end - start)));
  }
}
