/** Frames: classes of terms that mean more where they meet in one sentence, as distress does with staff whose it is. */
import type { ClaimFrame } from './claim-patterns';
import type { Hit, Hits } from './term';

/** A frame with its choices taken apart. */
export interface CompiledFrame extends ClaimFrame {
  choices: string[][];
}

/** Frames by each class that their first choice may be met with. */
export type FrameIndex = Map<string, { name: string; frame: CompiledFrame }[]>;

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
      if (others) others.push({ name, frame: compiled });
      else index.set(first, [{ name, frame: compiled }]);
    }
  }
  return index;
}

/** The hits of a sentence, and with them, under the name of each frame that it meets, the hits that met. */
export function findFrames(hits: Hits, frames: FrameIndex, onPage: Set<string>): Hits {
  let all = hits;
  for (const first of hits.keys()) {
    const some = frames.get(first);
    if (!some) continue;
    for (let at = 0; at < some.length; at++) {
      const { name, frame } = some[at] as { name: string; frame: CompiledFrame };
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
  if (hasAny(hits, none)) return null;
  for (let at = 0; at < choices.length; at++) if (!hasAny(hits, choices[at] as string[])) return null;
  const [first = [], ...others] = choices.map((names) => hitsOf(names, hits));
  for (const anchor of first) {
    const found = [anchor];
    for (const candidates of others) {
      const nearest = nearestTo(anchor, candidates, found);
      if (!nearest || Math.abs(nearest.word - anchor.word) > (within ?? Number.POSITIVE_INFINITY)) break;
      found.push(nearest);
    }
    if (found.length === choices.length) return found;
  }
  return null;
}

function hitsOf([name = '', ...others]: string[], hits: Hits): Hit[] {
  const own = hits.get(name) ?? [];
  return others.length === 0 ? own : own.concat(...others.map((other) => hits.get(other) ?? []));
}

/** Of the candidates that lie over none of those found, the nearest to `anchor`. */
function nearestTo(anchor: Hit, candidates: Hit[], found: Hit[]): Hit | null {
  let nearest: Hit | null = null;
  for (const hit of candidates) {
    const isNearer = !nearest || byDistance(anchor)(hit, nearest) < 0;
    if (isNearer && found.every((one) => areApart(one, hit))) nearest = hit;
  }
  return nearest;
}

function hasAny(hits: Hits, names: string[]): boolean {
  for (let at = 0; at < names.length; at++) if (hits.has(names[at] as string)) return true;
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
