/** Types of claims-pages.mjs. */
import type { CompiledPatterns } from '../lib/domain/compiled-patterns';
import type { Article, Match, Relation } from '../lib/domain/match';
import type { StatisticId } from '../lib/domain/statistic';
import type { Span } from '../lib/domain/text';

export interface LabelledPage {
  id: string;
  title: string;
  kind: 'iapt' | 'hard-negative' | 'generic-negative';
  sentences: { text: string; labels: StatisticId[]; strength: 'direct' | 'related' | null; doubt: boolean }[];
}
export interface Line {
  id: string;
  sentence: number;
  labels: StatisticId[];
  relation: Record<StatisticId, Relation>;
  reasons: Record<StatisticId, string[]>;
}
interface Matcher {
  findMatches: (article: Article, patterns: CompiledPatterns) => Iterable<Match[]>;
  patterns: CompiledPatterns;
}
export function readPages(text: string, name: string): LabelledPage[];
export function articleOf(page: LabelledPage): { article: Article; spans: Span[] };
export function matchPage(page: LabelledPage, matcher: Matcher): Line[];
