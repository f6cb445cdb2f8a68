/** Types of claims-score.mjs. */
import type { LabelledPage, Line } from './claims-pages.mjs';

export interface Score {
  pages: number;
  scored: number;
  claims: number;
  precision: number | null;
  recall: number | null;
  direct: number | null;
  microPrecision: number | null;
  microRecall: number | null;
  microF1: number | null;
  falseIapt: number | null;
  falseOther: number | null;
}
export const STATISTICS: string[];
export function scorePages(
  pages: LabelledPage[],
  lines: Pick<Line, 'id' | 'sentence' | 'labels'>[],
  options?: { directOnly?: boolean },
): Score;
