/** One match of an open page, as the panel lists it. */
import type { HideScope } from './hidden-figure';
import type { Relation } from './match';
import type { StatisticId } from './statistic';

/** A passage that bears on two figures gives two. */
export interface PageMatch {
  /** Its place in the list, which is in the article's order: what the calls about a match take. */
  index: number;
  statistic: StatisticId;
  relation: Relation;
  /** The passage's words. */
  text: string;
  reasons: string[];
  /** Whether its passage is marked: once for each figure in a paragraph, and not where it is hidden or marks are off. */
  marked: boolean;
  /** How far the person hid it, if they did. */
  hidden: HideScope | null;
  /** Whether its card is open. */
  open: boolean;
}
