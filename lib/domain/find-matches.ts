/** Finds the sentences of an article that make a claim which a question of the survey bears on. */
import type { ClaimPatterns, ClaimRule } from './claim-patterns';
import type { Article, Match, Relation } from './match';
import { isAboutIapt } from './page-topic';
import { findSentences } from './sentence';
import { compileTerms, findTerms, type Hit, type TermIndex } from './term';
import type { Span } from './text';

export { mentionsIapt } from './page-topic';

/** Longer than any sentence that a reader could take in; what is longer is a list or a trap, and is left alone. */
const LONGEST_SENTENCE = 2_000;

const RANK: Record<Relation, number> = { reports: 3, 'same-question': 2, 'same-subject': 1 };

interface Sentence {
  span: Span;
  hits: Hit[];
}

/** A rule that holds for a sentence, with the hits that made it hold, in the order of the rule's classes. */
interface Finding {
  rule: ClaimRule;
  hits: Hit[];
}

/**
 * Yields the matches of each sentence of `article`, often none, so that a caller may pause between any two steps.
 * It passes over the article twice: what the page is about, and how freely it makes claims, is known only at its end.
 * A page that is not about IAPT ends early. Spans are UTF-16 offsets in `article.text`; at most one match per
 * sentence and statistic.
 */
export function* findMatches(article: Article, patterns: ClaimPatterns): Generator<Match[]> {
  const { title, text } = article;
  if (!isAboutIapt(title, text)) return;
  const index = compileTerms(patterns);
  const sentences: Sentence[] = [];
  for (const span of findSentences(text)) {
    if (span.end - span.start > LONGEST_SENTENCE) continue;
    sentences.push({ span, hits: findTerms(text.slice(span.start, span.end), span.start, index) });
    yield [];
  }
  for (const sentence of sentences) yield matchSentence(article, sentence, patterns);
}

function matchSentence({ text }: Article, { span, hits }: Sentence, { rules }: ClaimPatterns): Match[] {
  const best = new Map<string, Finding>();
  for (const rule of rules) {
    const known = best.get(rule.statistic);
    if (known && RANK[known.rule.relation] >= RANK[rule.relation]) continue;
    const found = applyRule(rule, hits);
    if (found) best.set(rule.statistic, { rule, hits: found });
  }
  return [...best.values()].map((finding) => ({
    claim: {
      span,
      text: text.slice(span.start, span.end),
      triggers: finding.hits.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
    },
    statistic: finding.rule.statistic,
    relation: finding.rule.relation,
    reasons: explain(finding, text),
  }));
}

function applyRule({ all, none, within }: ClaimRule, hits: Hit[]): Hit[] | null {
  if (none?.some((name) => hits.some((hit) => hit.name === name))) return null;
  const found: Hit[] = [];
  for (const choice of all) {
    const names = choice.split('|');
    const hit = hits.find((candidate) => names.includes(candidate.name) && !found.includes(candidate));
    if (!hit) return null;
    found.push(hit);
  }
  if (within && Math.max(...found.map(({ word }) => word)) - Math.min(...found.map(({ word }) => word)) > within)
    return null;
  return found;
}

function explain({ hits }: Finding, text: string): string[] {
  const words = hits.map(({ start, end }) => `“${text.slice(start, end)}”`);
  return [`says ${words.join(', ')}`];
}
