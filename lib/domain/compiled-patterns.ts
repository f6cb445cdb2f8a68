/** Claim patterns as pages get them: with their terms in a table, made once instead of on each page. */
import type { ClaimModel, ClaimPatterns } from './claim-patterns';
import { type TermTable, tabulateTerms } from './term-index';

/** What the sentences of a page are weighed by; single words bring their weights with them. */
export type CompiledModel = Omit<ClaimModel, 'words'>;

export interface CompiledPatterns extends Omit<ClaimPatterns, 'classes' | 'model'> {
  terms: TermTable;
  model?: CompiledModel;
}

/** Plain data, as the patterns are. */
export function compilePatterns({ classes, model, ...patterns }: ClaimPatterns): CompiledPatterns {
  if (!model) return { ...patterns, terms: tabulateTerms(classes, {}) };
  const { words, ...others } = model;
  return { ...patterns, terms: tabulateTerms(classes, words), model: others };
}
