/** Which matches are marked: at most one for each figure in a paragraph, so that an article stays one to read. */
import type { Match, Relation } from './match';
import type { StatisticId } from './statistic';

const RANK: Record<Relation, number> = { reports: 3, 'same-question': 2, 'same-subject': 1 };

/**
 * Chooses from matches in the article's order, whose spans belong to `text`: in each paragraph and for each figure the
 * match with the closest relation, and of equals the first.
 */
export function chooseMarks(matches: readonly Match[], text: string): Set<Match> {
  const chosen = new Map<string, Match>();
  for (const match of matches) {
    const key = paragraphKey(match.statistic, text.lastIndexOf('\n', match.claim.span.start));
    const rival = chosen.get(key);
    if (!rival || RANK[match.relation] > RANK[rival.relation]) chosen.set(key, match);
  }
  return new Set(chosen.values());
}

function paragraphKey(statistic: StatisticId, start: number): string {
  return `${start} ${statistic}`;
}
