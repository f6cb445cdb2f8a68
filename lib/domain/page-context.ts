/** What stands around a sentence: the classes of terms that the rest of its page uses, and those of its neighbours. */

/** For each class, from 0 to 1: the share of the page's other sentences that use it; and half for each neighbour that does. */
export interface Surroundings {
  page: ReadonlyMap<string, number>;
  near: ReadonlyMap<string, number>;
}

/** Gathers the classes of a page's sentences, in order. */
export class PageContext {
  readonly #sentences: ReadonlySet<string>[] = [];
  readonly #counts = new Map<string, number>();

  add(classes: Iterable<string>): void {
    const own = new Set(classes);
    this.#sentences.push(own);
    for (const name of own) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** What stands around the sentence that was added as number `at`, from 0; to be asked once all are added. */
  around(at: number): Surroundings {
    const own = this.#sentences[at];
    const others = Math.max(this.#sentences.length - 1, 1);
    const page = new Map<string, number>();
    for (const [name, count] of this.#counts) {
      const elsewhere = own?.has(name) ? count - 1 : count;
      if (elsewhere > 0) page.set(name, elsewhere / others);
    }
    const near = new Map<string, number>();
    for (const neighbour of [this.#sentences[at - 1], this.#sentences[at + 1]])
      for (const name of neighbour ?? []) near.set(name, (near.get(name) ?? 0) + 0.5);
    return { page, near };
  }
}
