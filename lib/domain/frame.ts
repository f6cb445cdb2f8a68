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
  const first = hitsOf(choices[0] ?? [], hits);
  for (let at = 0; at < first.length; at++) {
    const met = meetAt(first[at] as Hit, choices, hits, within ?? Number.POSITIVE_INFINITY);
    if (met) return met;
  }
  return null;
}

/** The hits that meet where that of the first choice is `anchor`, or null. */
function meetAt(anchor: Hit, choices: string[][], hits: Hits, within: number): Hit[] | null {
  const found = [anchor];
  for (let at = 1; at < choices.length; at++) {
    const nearest = nearestTo(anchor, hitsOf(choices[at] as string[], hits), found);
    if (!nearest || distanceOf(nearest, anchor) > within) return null;
    found.push(nearest);
  }
  return found;
}

function hitsOf(names: string[], hits: Hits): Hit[] {
  let all: Hit[] | undefined;
  for (let at = 0; at < names.length; at++) {
    const some = hits.get(names[at] as string);
    if (some) all = all ? all.concat(some) : some;
  }
  return all ?? [];
}

/** Of the candidates that lie over none of those found, the nearest to `anchor`. */
function nearestTo(anchor: Hit, candidates: Hit[], found: Hit[]): Hit | null {
  let nearest: Hit | null = null;
  for (let at = 0; at < candidates.length; at++) {
    const hit = candidates[at] as Hit;
    const isNearer = !nearest || distanceOf(hit, anchor) < distanceOf(nearest, anchor);
    if (isNearer && isApartFromAll(hit, found)) nearest = hit;
  }
  return nearest;
}

function isApartFromAll(hit: Hit, others: Hit[]): boolean {
  for (let at = 0; at < others.length; at++) if (!areApart(hit, others[at] as Hit)) return false;
  return true;
}

function hasAny(hits: Hits, names: string[]): boolean {
  for (let at = 0; at < names.length; at++) if (hits.has(names[at] as string)) return true;
  return false;
}

/** Whether neither lies over the other. */
export function areApart(one: Hit, other: Hit): boolean {
  return one.last < other.word || one.word > other.last;
}

/** How many words one begins after the other. */
export function distanceOf(one: Hit, other: Hit): number {
  return Math.abs(one.word - other.word);
}
