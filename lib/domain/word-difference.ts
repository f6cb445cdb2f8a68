/** What became of the words of a quote: which were kept, which left, which came. */
import { diffArrays } from 'diff';

/** A part of a text, as it stands in the older or the newer one. */
export interface WordChange {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** More words added and removed than this make it another text. It bounds the work, which grows with its square. */
const MOST_CHANGES = 200;

/** Words that stand in the place of others; either side may be empty. */
export interface Replacement<W> {
  removed: W[];
  added: W[];
}

/** The difference in words, for people: parts that are written one after the other with a space between. */
export function describeDifference(before: string, after: string): WordChange[] {
  const [old, now] = [before, after].map((text) => text.trim().split(/\s+/)) as [string[], string[]];
  const parts = diffArrays(old, now, { maxEditLength: 2 * MOST_CHANGES }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(' '),
  }));
}

/** The difference between two lists of words, or null where they are too different to be called versions of one text. */
export function compareWords<W extends { key: string }>(
  before: readonly W[],
  after: readonly W[],
): { kept: number; replacements: Replacement<W>[] } | null {
  const parts = diffArrays([...before], [...after], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: MOST_CHANGES,
  });
  if (!parts) return null;
  let kept = 0;
  const replacements: Replacement<W>[] = [];
  let open: Replacement<W> | undefined;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      kept += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [] };
      replacements.push(open);
    }
    open[added ? 'added' : 'removed'].push(...value);
  }
  return { kept, replacements };
}
