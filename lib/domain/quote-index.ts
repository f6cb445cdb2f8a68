/** What the library knows of every quote without holding them: enough to search, filter and sort tens of thousands. */
import { type AnchorOutcome, type Annotation, byNewest, type FollowUp } from './annotation';
import { anchorState, followUpState } from './annotation-change';

/** A quote as the index holds it. */
interface Row {
  id: string;
  /** Text, note, source and tags, folded. */
  words: string;
  created: string;
  /** ISO day of the article, or of the saving where the page gives none. */
  day: string;
  outlet: string;
  title: string;
  tags: string[];
  statistics: string[];
  anchor: AnchorOutcome | null;
  followUp: FollowUp | null;
  /** Deleted, or replaced by a newer row. */
  isGone: boolean;
}

/** What is looked for; an empty text or null asks for nothing. `none` is a quote that has no such state. */
export interface QuoteFilter {
  query: string;
  statistic: string | null;
  outlet: string | null;
  tag: string | null;
  anchor: AnchorOutcome | 'none' | null;
  followUp: FollowUp | 'none' | null;
  /** ISO days, both included. */
  from: string;
  to: string;
}

export const NO_FILTER: QuoteFilter = {
  query: '',
  statistic: null,
  outlet: null,
  tag: null,
  anchor: null,
  followUp: null,
  from: '',
  to: '',
};

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

/** The orders on offer; of two that are the same in one, the newer comes first. */
export const SORTS = {
  newest: byNewest,
  oldest: (a: Row, b: Row) => byNewest(b, a),
  article: (a: Row, b: Row) => (a.day === b.day ? byNewest(a, b) : a.day < b.day ? 1 : -1),
  outlet: (a: Row, b: Row) =>
    collator.compare(a.outlet, b.outlet) || collator.compare(a.title, b.title) || byNewest(a, b),
} satisfies Record<string, (a: Row, b: Row) => number>;

export type Sort = keyof typeof SORTS;

/** What can be chosen in a filter, with how many quotes have it. */
export interface Facets {
  outlets: [value: string, count: number][];
  tags: [value: string, count: number][];
}

/** A row for each quote. An order that was asked for once is kept up to date, and not made anew. */
export class QuoteIndex {
  readonly #rows = new Map<string, Row>();
  readonly #sorted = new Map<Sort, Sorted>();
  readonly #outlets = new Map<string, number>();
  readonly #tags = new Map<string, number>();
  #facets: Facets | undefined;
  #last: { key: string; query: string; rows: Row[] } | undefined;

  get size(): number {
    return this.#rows.size;
  }

  /** Adds quotes, or replaces them where they are there already. */
  set(annotations: readonly Annotation[]): void {
    for (const annotation of annotations) {
      const row = toRow(annotation);
      this.#remove(row.id);
      this.#rows.set(row.id, row);
      this.#count(row, 1);
      for (const sorted of this.#sorted.values()) sorted.added.push(row);
    }
    this.#changed();
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) this.#remove(id);
    this.#changed();
  }

  /** The ids of the quotes that a filter lets through, in an order. */
  find(filter: QuoteFilter, sort: Sort): string[] {
    const query = fold(filter.query).trim();
    const key = JSON.stringify([sort, { ...filter, query: '' }]);
    const last = this.#last;
    // Another letter can only take rows away from those that are shown.
    const isNarrower = last?.key === key && query.startsWith(last.query);
    const candidates = isNarrower ? last.rows : this.#passing(filter, sort);
    const words = query.split(/\s+/).filter(Boolean);
    const rows = words.reduce(withWord, candidates);
    this.#last = { key, query, rows };
    return rows.map(({ id }) => id);
  }

  /** Outlets and tags, those with most quotes first. */
  facets(): Facets {
    this.#facets ??= { outlets: byCount(this.#outlets), tags: byCount(this.#tags) };
    return this.#facets;
  }

  #passing(filter: QuoteFilter, sort: Sort): Row[] {
    const rows = this.#inOrder(sort);
    const isOpen = Object.values({ ...filter, query: '' }).every((wanted) => !wanted);
    return isOpen ? rows : rows.filter((row) => passes(row, filter));
  }

  #remove(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    row.isGone = true;
    this.#rows.delete(id);
    this.#count(row, -1);
  }

  #count({ outlet, tags }: Row, by: 1 | -1): void {
    if (outlet) add(this.#outlets, outlet, by);
    for (const tag of tags) add(this.#tags, tag, by);
  }

  #changed(): void {
    this.#facets = undefined;
    this.#last = undefined;
  }

  /** All rows in an order. What was in order stays so: a change costs its own rows a sorting, and the others a copy. */
  #inOrder(sort: Sort): Row[] {
    const known = this.#sorted.get(sort) ?? { rows: [], added: [...this.#rows.values()] };
    const added = known.added.filter(({ isGone }) => !isGone).sort(SORTS[sort]);
    const rows = merge(
      known.rows.filter(({ isGone }) => !isGone),
      added,
      SORTS[sort],
    );
    this.#sorted.set(sort, { rows, added: [] });
    return rows;
  }
}

/** Rows in an order, and those that came since and have yet to be put in it. */
interface Sorted {
  rows: Row[];
  added: Row[];
}

/** Two sorted lists as one. The place of each added row is found by halving: few are added to many. */
function merge(rows: Row[], added: Row[], compare: (a: Row, b: Row) => number): Row[] {
  if (added.length === 0 || rows.length === 0) return rows.length === 0 ? added : rows;
  const merged: Row[] = [];
  let from = 0;
  for (const row of added) {
    let [low, high] = [from, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(rows[middle] as Row, row) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) merged.push(rows[from] as Row);
    merged.push(row);
  }
  for (; from < rows.length; from++) merged.push(rows[from] as Row);
  return merged;
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

function toRow(annotation: Annotation): Row {
  const { id, created, quote, source, note, tags, statistics, speaker, speakerRole } = annotation;
  const parts = [
    quote.exact,
    note,
    source.title,
    source.outlet,
    ...source.authors,
    speaker,
    speakerRole,
    ...tags,
    source.url,
  ];
  return {
    id,
    created,
    words: fold(parts.filter(Boolean).join('\n')),
    day: /^\d{4}-\d{2}-\d{2}/.exec(source.published ?? created)?.[0] ?? created.slice(0, 10),
    outlet: source.outlet ?? '',
    title: source.title,
    tags,
    statistics,
    anchor: anchorState(annotation),
    followUp: followUpState(annotation),
    isGone: false,
  };
}

function withWord(rows: Row[], word: string): Row[] {
  // indexOf takes half the time of includes, which at tens of thousands of texts is felt.
  return rows.filter((row) => row.words.indexOf(word) >= 0);
}

function passes(row: Row, { statistic, outlet, tag, anchor, followUp, from, to }: QuoteFilter): boolean {
  return (
    (statistic === null || (statistic === 'none' ? row.statistics.length === 0 : row.statistics.includes(statistic))) &&
    (outlet === null || row.outlet === outlet) &&
    (tag === null || row.tags.includes(tag)) &&
    (anchor === null || (row.anchor ?? 'none') === anchor) &&
    (followUp === null || (row.followUp ?? 'none') === followUp) &&
    (from === '' || row.day >= from) &&
    (to === '' || row.day <= to)
  );
}

/** Lower case, with accents and the form of quotation marks and dashes apart: one byte a letter, where that can be. */
function fold(text: string): string {
  const plain = /^[\0-\x7f]*$/.test(text)
    ? text
    : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase();
}

function byCount(counts: Map<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0]));
}
