/** Finds the sentences of an article that make a claim which a question of the survey bears on. */
import type { ClaimPatterns, ClaimRule } from './claim-patterns';
import type { Article, Match, Relation } from './match';
import { isOtherBody, mentionsIapt, readTopic, type Topic } from './page-topic';
import { findSentences } from './sentence';
import { compileTerms, findTerms, type Hit } from './term';
import type { Span } from './text';

export { mentionsIapt };

/** Longer than any sentence that a reader could take in; what is longer is a list or a trap, and is left alone. */
const LONGEST_SENTENCE = 1_500;

/** How many sentences must bear on a statistic before weak signs of it count. */
const ENOUGH = 2;

const RANK: Record<Relation, number> = { reports: 3, 'same-question': 2, 'same-subject': 1 };

/** A sentence with what stands in it, by class. */
export interface Sentence {
  span: Span;
  hits: Map<string, Hit[]>;
}

/** A rule that holds for a sentence, with one hit for each of its choices. */
interface Finding {
  rule: ClaimRule;
  hits: Hit[];
}

/**
 * Yields the matches of each sentence of `article`, often none, so that a caller may pause between any two steps.
 * It reads all sentences before it judges any: what a page is about is known only at its end. A page that is not
 * about IAPT ends early. Spans are UTF-16 offsets in `article.text`; at most one match per sentence and statistic.
 */
export function* findMatches({ title, text }: Article, patterns: ClaimPatterns): Generator<Match[]> {
  if (!mentionsIapt(title) && !mentionsIapt(text)) return;
  if (isOtherBody(`${title}\n${text}`)) return;
  const index = compileTerms(patterns);
  const read = (words: string, span: Span) => ({ span, hits: findTerms(words, span.start, index) });
  const sentences: Sentence[] = [];
  for (const span of findSentences(text)) {
    if (span.end - span.start <= LONGEST_SENTENCE) sentences.push(read(text.slice(span.start, span.end), span));
    yield [];
  }
  const headline = read(title.slice(0, LONGEST_SENTENCE), { start: 0, end: title.length });
  const topic = readTopic(headline, sentences);
  if (topic.strength === 'none') return;

  const tally = new Map<string, number>();
  for (const sentence of [headline, ...sentences]) {
    for (const statistic of judge(sentence, patterns, topic, null).keys())
      tally.set(statistic, (tally.get(statistic) ?? 0) + 1);
    yield [];
  }
  for (const sentence of sentences) {
    const findings = judge(sentence, patterns, topic, tally);
    yield [...findings.values()].map((finding) => describe(finding, sentence, text, patterns));
  }
}

/**
 * The best finding for each statistic. Where nothing is found, weak rules count if `tally` has enough sentences for
 * their statistic; they never count where it is null.
 */
function judge(
  { hits }: Sentence,
  { never, rules }: ClaimPatterns,
  topic: Topic,
  tally: Map<string, number> | null,
): Map<string, Finding> {
  const best = new Map<string, Finding>();
  if (never.some((name) => hits.has(name))) return best;
  if (topic.strength === 'passing' && !hits.has('iapt') && !hits.has('role')) return best;
  const tryRule = (rule: ClaimRule) => {
    const known = best.get(rule.statistic);
    if (known && RANK[known.rule.relation] >= RANK[rule.relation]) return;
    if (rule.page && !topic.classes.has(rule.page)) return;
    const found = applyRule(rule, hits);
    if (found) best.set(rule.statistic, { rule, hits: found });
  };
  for (const rule of rules) if (!rule.weak) tryRule(rule);
  if (best.size > 0 || !tally || topic.strength === 'passing') return best;
  for (const rule of rules) if (rule.weak && (tally.get(rule.statistic) ?? 0) >= ENOUGH) tryRule(rule);
  return best;
}

/** One hit for each choice of the rule, none over another, the later ones as near to the first as can be; or null. */
function applyRule({ all, none, within }: ClaimRule, hits: Map<string, Hit[]>): Hit[] | null {
  if (none.some((name) => hits.has(name))) return null;
  const [first, ...others] = all.map((choice) => choice.split('|').flatMap((name) => hits.get(name) ?? []));
  for (const anchor of first ?? []) {
    const found = [anchor];
    for (const candidates of others) {
      const nearest = candidates
        .filter((hit) => found.every(({ start, end }) => hit.end <= start || hit.start >= end))
        .sort((a, b) => Math.abs(a.word - anchor.word) - Math.abs(b.word - anchor.word))[0];
      if (nearest && Math.abs(nearest.word - anchor.word) <= (within ?? Number.POSITIVE_INFINITY)) found.push(nearest);
    }
    if (found.length === all.length) return found;
  }
  return null;
}

function describe({ rule, hits }: Finding, { span }: Sentence, text: string, { subjects }: ClaimPatterns): Match {
  const inOrder = hits.toSorted((a, b) => a.start - b.start);
  const quote = (some: Hit[]) => some.map(({ start, end }) => `“${text.slice(start, end)}”`).join(' and ');
  const said = inOrder.filter(({ name }) => !subjects.includes(name));
  const of = inOrder.filter(({ name }) => subjects.includes(name));
  const reasons = [said.length && of.length ? `says ${quote(said)} of ${quote(of)}` : `says ${quote(inOrder)}`];
  if (rule.weak) reasons.push('other sentences of this page are about the same question');
  if (!hits.some(({ name }) => name === 'iapt' || name === 'role')) reasons.push('the page is about IAPT');
  return {
    claim: {
      span,
      text: text.slice(span.start, span.end),
      triggers: inOrder.map(({ start, end }) => ({ start, end })),
    },
    statistic: rule.statistic,
    relation: rule.relation,
    reasons,
  };
}
