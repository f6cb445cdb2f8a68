/** The order in which evidence stands beside a figure: the other side's reply first, then every bearing in turn. */
import type { Evidence } from './feed';
import type { Statistic } from './statistic';

export type Bearing = Evidence['bearsOn'][number]['relation'];

const BEARINGS: readonly Bearing[] = ['supports', 'contrasts', 'contextualises'];

/** How a piece of evidence bears on a statistic; undefined where it doesn't. */
export function bearingOn({ id }: Statistic, evidence: Evidence): Bearing | undefined {
  return evidence.bearsOn.find(({ statistic }) => statistic === id)?.relation;
}

/**
 * The evidence on a statistic so that the first few are never all of one kind: the reply, then one that supports, one that
 * contrasts and one that gives context, and around again; within a kind in the feed's order.
 */
export function balanceEvidence(statistic: Statistic, evidence: readonly Evidence[]): Evidence[] {
  const reply = evidence.filter(({ id }) => id === statistic.reply);
  const kinds = BEARINGS.map((bearing) =>
    evidence.filter((item) => item.id !== statistic.reply && bearingOn(statistic, item) === bearing),
  );
  const longest = Math.max(...kinds.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) => kinds.flatMap((kind) => kind.slice(round, round + 1)));
  return [...reply, ...rounds.flat()];
}
