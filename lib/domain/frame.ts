/** Frames: classes of terms that mean more where they meet in one sentence, as distress does with staff whose it is. */
import type { ClaimFrame } from './claim-patterns';
import type { Hit, Hits } from './term';
import type { Span } from './text';

/** The hits of a sentence, and with them, under the name of each frame that it meets, the hits that met. */
export function findFrames(hits: Hits, frames: Record<string, ClaimFrame>, onPage: Set<string>): Hits {
  const all = new Map(hits);
  for (const [name, frame] of Object.entries(frames)) {
    const met = meet(frame, hits, onPage);
    if (met) all.set(name, met);
  }
  return all;
}

/** One hit for each choice of the frame, none over another, the later ones as near to the first as can be; or null. */
export function meet({ all, none, within, page }: ClaimFrame, hits: Hits, onPage: Set<string>): Hit[] | null {
  if (page !== undefined && !onPage.has(page)) return null;
  const choices = all.map((choice) => choice.split('|').flatMap((name) => hits.get(name) ?? []));
  if (none.some((name) => hits.has(name)) || choices.some((some) => some.length === 0)) return null;
  const [first = [], ...others] = choices;
  for (const anchor of first) {
    const found = [anchor];
    for (const candidates of others) {
      const [nearest] = candidates.filter((hit) => found.every((one) => areApart(one, hit))).sort(byDistance(anchor));
      if (nearest && Math.abs(nearest.word - anchor.word) <= (within ?? Number.POSITIVE_INFINITY)) found.push(nearest);
    }
    if (found.length === choices.length) return found;
  }
  return null;
}

/** Whether neither lies over the other. */
export function areApart(one: Span, other: Span): boolean {
  return one.end <= other.start || one.start >= other.end;
}

/** Orders hits by how many words lie between them and `anchor`. */
export function byDistance(anchor: Hit): (a: Hit, b: Hit) => number {
  return (a, b) => Math.abs(a.word - anchor.word) - Math.abs(b.word - anchor.word);
}
