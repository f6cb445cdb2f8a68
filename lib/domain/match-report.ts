/** The report of a wrong match: a text that a person sends, or doesn't; nothing sends it for them. */
import type { Match } from './match';
import type { Statistic } from './statistic';

export interface MatchReport {
  match: Match;
  statistic: Statistic;
  /** The edition of the feed whose rule held. */
  edition: number;
  /** Whether the person agreed that the passage goes with it. */
  withPassage: boolean;
}

/** Which rule held and what it took the passage for; not a word of the page unless the person agreed to it. */
export function writeMatchReport({ match, statistic, edition, withPassage }: MatchReport): string {
  return [
    'A passage was matched with a figure of the IAPT workers’ survey, and I think that the match is wrong.',
    `Rule: ${match.rule} (edition ${edition})`,
    `Shown with: “${statistic.question}”`,
    ...(withPassage ? [`Passage: “${match.claim.text}”`] : []),
    'What is wrong with it: ',
  ].join('\n');
}
