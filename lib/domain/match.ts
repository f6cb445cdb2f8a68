/** What a match is: a claim in an article, the statistic it bears on, how it bears on it, and why it was recognised. */
import type { StatisticId } from './statistic';
import type { Span } from './text';

/** An article as the matcher sees it: blocks (headline, paragraph, list item) are separated by a blank line. */
export interface Article {
  title: string;
  text: string;
}

/** `reports`: the passage reports this survey. `same-question`: the statistic bears on it directly. `same-subject`: related. */
export type Relation = 'reports' | 'same-question' | 'same-subject';

/** A passage that makes a claim: its place in `Article.text`, and the words that gave it away as spans of the same text. */
export interface Claim {
  span: Span;
  text: string;
  triggers: Span[];
}

export interface Match {
  claim: Claim;
  statistic: StatisticId;
  relation: Relation;
  /** Why, in words that a reader understands, for example `says “burnt out” of “therapists”`. */
  reasons: string[];
  /** The id of the rule that held, for a report of a wrong match. */
  rule: string;
}

/**
 * What a report of a wrong match calls the rule that held: its statistic, its relation and the classes that met. Made of
 * the rule's own words and not of its place, so that it still names the rule after an edition has added others.
 */
export function ruleId({
  statistic,
  relation,
  all,
}: {
  statistic: StatisticId;
  relation: Relation;
  all: string[];
}): string {
  return `${statistic}:${relation}:${all.join('+')}`;
}
