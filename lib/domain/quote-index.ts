/** What the library knows of every quote without holding them: enough to search, filter and sort tens of thousands. */
import type { AnchorOutcome, Annotation, FollowUp } from './annotation';
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
const newest = (a: Row, b: Row) => (a.created === b.created ? (a.id < b.id ? 1 : -1) : a.created < b.created ? 1 : -1);

/** The orders on offer; of two that are the same in one, the newer comes first. */
export const SORTS = {
  newest,
  oldest: (a: Row, b: Row) => newest(b, a),
  article: (a: Row, b: Row) => (a.day === b.day ? newest(a, b) : a.day < b.day ? 1 : -1),
  outlet: (a: Row, b: Row) =>
    collator.compare(a.outlet, b.outlet) || collator.compare(a.title, b.title) || newest(a, b),
} satisfies Record<string, (a: Row, b: Row) => number>;

export type Sort = keyof typeof SORTS;

/** What can be chosen in a filter, with how many quotes have it. */
export interface Facets {
  outlets: [value: string, count: number][];
  tags: [value: string, count: number][];
}

export class QuoteIndex {
  readonly #rows = new Map<string, Row>();
  readonly #sorted = new Map<Sort, Row[]>();
  #last: { key: string; query: string; rows: Row[] } | undefined;

  get size(): number {
    return this.#rows.size;
  }

  /** Adds quotes, or replaces them where they are there already. */
  set(annotations: readonly Annotation[]): void {
    for (const annotation of annotations) this.#rows.set(annotation.id, toRow(annotation));
    this.#changed();
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#changed();
  }

  /** The ids of the quotes that a filter lets through, in an order. */
  find(filter: QuoteFilter, sort: Sort): string[] {
    const query = fold(filter.query).trim();
    const key = JSON.stringify([sort, { ...filter, query: '' }]);
    const last = this.#last;
    // Another letter can only take rows away from those that are shown.
    const isNarrower = last?.key === key && query.startsWith(last.query);
    const candidates = isNarrower ? last.rows : this.#inOrder(sort).filter((row) => passes(row, filter));
    const words = query.split(/\s+/).filter(Boolean);
    const rows =
      words.length === 0 ? candidates : candidates.filter((row) => words.every((word) => row.words.includes(word)));
    this.#last = { key, query, rows };
    return rows.map(({ id }) => id);
  }

  /** Outlets and tags, those with most quotes first. */
  facets(): Facets {
    const outlets = new Map<string, number>();
    const tags = new Map<string, number>();
    for (const row of this.#rows.values()) {
      if (row.outlet) outlets.set(row.outlet, (outlets.get(row.outlet) ?? 0) + 1);
      for (const tag of row.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    }
    return { outlets: byCount(outlets), tags: byCount(tags) };
  }

  #changed(): void {
    this.#sorted.clear();
    this.#last = undefined;
  }

  #inOrder(sort: Sort): Row[] {
    const known = this.#sorted.get(sort);
    if (known) return known;
    const rows = [...this.#rows.values()].sort(SORTS[sort]);
    this.#sorted.set(sort, rows);
    return rows;
  }
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
  };
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
