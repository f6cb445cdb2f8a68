/** Frames: classes of terms that mean more where they meet in one sentence, as distress does with staff whose it is. */
import type { ClaimFrame } from './claim-patterns';
import type { Hit, Hits } from './term';

/** A frame with its choices taken apart. */
export interface CompiledFrame extends ClaimFrame {
  choices: string[][];
}

/** Frames by each class that their first choice may be met with. */
export type FrameIndex = Map<string, [name: string, frame: CompiledFrame][]>;

/** Takes a frame's choices apart. */
export function compileFrame<Frame extends ClaimFrame>(frame: Frame): Frame & CompiledFrame {
  return { ...frame, choices: frame.all.map((choice) => choice.split('|')) };
}

/** Makes frames quick to find. */
export function compileFrames(frames: Record<string, ClaimFrame>): FrameIndex {
  const index: FrameIndex = new Map();
  for (const [name, frame] of Object.entries(frames)) {
    const compiled = compileFrame(frame);
    for (const first of compiled.choices[0] ?? []) {
      const others = index.get(first);
      if (others) others.push([name, compiled]);
      else index.set(first, [[name, compiled]]);
    }
  }
  return index;
}

/** The hits of a sentence, and with them, under the name of each frame that it meets, the hits that met. */
export function findFrames(hits: Hits, frames: FrameIndex, onPage: Set<string>): Hits {
  let all = hits;
  for (const first of hits.keys()) {
    for (const [name, frame] of frames.get(first) ?? []) {
      const met = all.has(name) ? null : meet(frame, hits, onPage);
      if (!met) continue;
      if (all === hits) all = new Map(hits);
      all.set(name, met);
    }
  }
  return all;
}

/** One hit for each choice of the frame, none over another, the later ones as near to the first as can be; or null. */
export function meet({ choices, none, within, page }: CompiledFrame, hits: Hits, onPage: Set<string>): Hit[] | null {
  if (page !== undefined && !onPage.has(page)) return null;
  if (hasAny(hits, none) || !choices.every((names) => hasAny(hits, names))) return null;
  const [first = [], ...others] = choices.map((names) => names.flatMap((name) => hits.get(name) ?? []));
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

function hasAny(hits: Hits, names: string[]): boolean {
  for (const name of names) if (hits.has(name)) return true;
  return false;
}

/** Whether neither lies over the other. */
export function areApart(one: Hit, other: Hit): boolean {
  return one.last < other.word || one.word > other.last;
}

/** Orders hits by how many words lie between them and `anchor`. */
export function byDistance(anchor: Hit): (a: Hit, b: Hit) => number {
  return (a, b) => Math.abs(a.word - anchor.word) - Math.abs(b.word - anchor.word);
}
