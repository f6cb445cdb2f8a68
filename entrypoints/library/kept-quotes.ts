/** What the library page knows of the quotes that the background keeps: an index of all, and those in view. */
import type { Annotation, AnnotationEdit } from '../../lib/domain/annotation';
import { QuoteIndex } from '../../lib/domain/quote-index';
import { BATCH, readInBatches } from '../../lib/platform/all-quotes';
import type { PageToBackground, Remote } from '../../lib/platform/messages';

/** Quotes shown at once, before all others are read and even counted: a tall screen of them. */
const FIRST = 20;
/** Milliseconds between two times that the page is told of more quotes: telling it sorts and filters them all. */
const TELL_AFTER = 1_500;
/** Quotes kept whole in memory: some screens of them. */
const IN_MEMORY = 400;

export class KeptQuotes {
  readonly index = new QuoteIndex();
  readonly records = new Map<string, Annotation>();
  /** Grows with each change of the index. */
  version = 0;
  /** How many quotes there are; null until it is known. */
  total: number | null = null;
  readonly #background: Remote<PageToBackground>;
  readonly #onChange: () => void;
  /** Asked for before anything is drawn, as an effect would wait for the first frame; null once it was taken. */
  #first: Promise<Annotation[]> | null;
  #turn = 0;
  #missing = new Set<string>();

  constructor(background: Remote<PageToBackground>, onChange: () => void) {
    this.#background = background;
    this.#onChange = onChange;
    this.#first = background.listNewest(FIRST);
    // Whoever loads is told of it.
    this.#first.catch(() => undefined);
  }

  /** Reads the newest quotes, tells, and then reads all others. Rejects with the reason they could not be read. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    const first = this.#first ?? this.#background.listNewest(FIRST);
    this.#first = null;
    const newest = await first;
    if (turn !== this.#turn) return;
    if (newest.length < FIRST) this.total = newest.length;
    this.#take(newest, true);
    await nextFrame();
    this.total = await this.#background.countAnnotations();
    if (turn !== this.#turn) return;
    this.#onChange();
    let told = performance.now();
    for await (const annotations of readInBatches(this.#background)) {
      if (turn !== this.#turn) return;
      this.index.set(annotations);
      if (performance.now() - told > TELL_AFTER) {
        this.#changed();
        told = performance.now();
      }
    }
    this.total = this.index.size;
    this.#changed();
  }

  /** Reads again what another page or script changed. */
  async refresh(ids: string[]): Promise<void> {
    const found = await this.#background.getAnnotations(ids);
    const there = new Set(found.map(({ id }) => id));
    this.#drop(ids.filter((id) => !there.has(id)));
    this.#take(found, true);
  }

  /** Makes sure that the quotes of these rows are in memory. */
  show(ids: string[]): void {
    const missing = ids.filter((id) => !this.records.has(id) && !this.#missing.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.#missing.add(id);
    void this.#background.getAnnotations(missing).then(
      (annotations) => {
        for (const id of missing) this.#missing.delete(id);
        this.#remember(annotations);
        this.#onChange();
      },
      () => {
        for (const id of missing) this.#missing.delete(id);
      },
    );
  }

  /** The quotes with these ids, in their order. */
  async get(ids: string[]): Promise<Annotation[]> {
    const annotations: Annotation[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      annotations.push(...(await this.#background.getAnnotations(ids.slice(from, from + BATCH))));
    }
    return annotations;
  }

  async edit(ids: string[], edit: AnnotationEdit): Promise<void> {
    this.#take(await this.#background.editAnnotations(ids, edit), true);
  }

  /** Where it fails half-way, what was tagged by then stays: to try again does no harm. */
  async tag(ids: string[], add: string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH);
      this.#take(await this.#background.tagAnnotations(some, { add, remove: [] }), true);
    }
  }

  async delete(ids: string[]): Promise<void> {
    await this.#background.deleteAnnotations(ids);
    this.#drop(ids);
  }

  /** Puts quotes back, or those of a file in. Where it fails half-way, what was kept by then stays. */
  async restore(annotations: Annotation[]): Promise<void> {
    for (let from = 0; from < annotations.length; from += BATCH) {
      await this.#background.restoreAnnotations(annotations.slice(from, from + BATCH));
    }
    this.#take(annotations, true);
  }

  #take(annotations: Annotation[], isWanted: boolean): void {
    this.index.set(annotations);
    if (isWanted) this.#remember(annotations);
    this.#changed();
  }

  #drop(ids: string[]): void {
    if (ids.length === 0) return;
    this.index.delete(ids);
    for (const id of ids) this.records.delete(id);
    if (this.total !== null) this.total = Math.max(this.index.size, this.total - ids.length);
    this.#changed();
  }

  /** The oldest in memory make room: a row that is shown again is read again. */
  #remember(annotations: Annotation[]): void {
    for (const annotation of annotations.slice(0, IN_MEMORY)) {
      this.records.delete(annotation.id);
      this.records.set(annotation.id, annotation);
    }
    for (const id of this.records.keys()) {
      if (this.records.size <= IN_MEMORY) break;
      this.records.delete(id);
    }
  }

  #changed(): void {
    if (this.total !== null) this.total = Math.max(this.total, this.index.size);
    this.version++;
    this.#onChange();
  }
}

/** Once the browser has drawn: what was shown first is not held up by what comes after it. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A page in a tab behind draws no frame.
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}
