/** Finds the sentences of an article that make a claim which a question of the survey bears on. */
import type { ClaimPatterns, ClaimRule } from './claim-patterns';
import { type Article, type Match, type Relation, ruleId } from './match';
import { isOtherBody, mentionsIapt, namesIapt, TopicReader } from './page-topic';
import { findSentences } from './sentence';
import type { StatisticId } from './statistic';
import { compileTerms, findTerms, type Hit, type Hits } from './term';
import type { Span } from './text';

export { mentionsIapt };

/** Longer than any sentence that a reader could take in; what is longer is a list or a trap, and is left alone. */
const LONGEST_SENTENCE = 1_500;

/** How many sentences, and what share of a page's, must bear on a statistic before weak signs of it count. */
const ENOUGH = 2;
const ENOUGH_SHARE = 0.15;

const RANK: Record<Relation, number> = { reports: 3, 'same-question': 2, 'same-subject': 1 };

/** A sentence, with what stands in it. */
interface Sentence {
  span: Span;
  hits: Hits;
}

/** A rule with its choices taken apart. */
interface Rule extends ClaimRule {
  choices: string[][];
}

/** A rule that holds for a sentence, with one hit for each of its choices. */
interface Finding {
  rule: Rule;
  hits: Hit[];
}

/** Findings by statistic: the closest relation of each. */
type Findings = Map<StatisticId, Finding>;

/**
 * Yields the matches of each sentence of `article`, often none, so that a caller may pause between any two steps.
 * All sentences are read before any is judged, since only its end tells what a page is about. A page that is not about
 * IAPT ends early. Spans are UTF-16 offsets in `article.text`; at most one match per sentence and statistic.
 */
export function* findMatches({ title, text }: Article, patterns: ClaimPatterns): Generator<Match[]> {
  if (!(mentionsIapt(title) || mentionsIapt(text)) || isOtherBody(`${title}\n${text}`)) return;
  const index = compileTerms(patterns);
  const strong = compileRules(patterns.rules.filter(({ weak }) => !weak));
  const weak = compileRules(patterns.rules.filter((rule) => rule.weak));
  const read = (words: string, span: Span) => ({ span, hits: findTerms(words, span.start, index) });
  const headline = read(title.slice(0, LONGEST_SENTENCE), { start: 0, end: 0 });
  const sentences: Sentence[] = [];
  const topic = new TopicReader(headline);
  for (const span of findSentences(text)) {
    if (span.end - span.start <= LONGEST_SENTENCE) {
      const sentence = read(text.slice(span.start, span.end), span);
      sentences.push(sentence);
      topic.add(sentence);
    }
    yield [];
  }
  if (topic.strength() === 'none') return;

  const mayClaim = ({ hits }: Sentence) =>
    !patterns.never.some((name) => hits.has(name)) && (topic.strength() === 'main' || namesIapt(hits));
  const tally = new Map<StatisticId, number>();
  const judged: Findings[] = [];
  for (const sentence of [headline, ...sentences]) {
    const findings: Findings = mayClaim(sentence) ? applyRules(strong, sentence, topic.classes) : new Map();
    for (const statistic of findings.keys()) tally.set(statistic, (tally.get(statistic) ?? 0) + 1);
    judged.push(findings);
    yield [];
  }
  const enough = Math.max(ENOUGH, ENOUGH_SHARE * sentences.length);
  const isWanted = ({ statistic }: Rule) => (tally.get(statistic) ?? 0) >= enough;
  for (const [at, sentence] of sentences.entries()) {
    let findings = judged[at + 1] ?? new Map();
    if (findings.size === 0 && topic.strength() === 'main' && mayClaim(sentence))
      findings = applyRules(weak, sentence, topic.classes, isWanted);
    yield [...findings.values()].map((finding) => describe(finding, sentence, text, patterns));
  }
}

/** Rules by each class that their first choice may be met with. */
function compileRules(rules: ClaimRule[]): Map<string, Rule[]> {
  const byClass = new Map<string, Rule[]>();
  for (const rule of rules) {
    const choices = rule.all.map((choice) => choice.split('|'));
    for (const name of choices[0] ?? []) byClass.set(name, [...(byClass.get(name) ?? []), { ...rule, choices }]);
  }
  return byClass;
}

function applyRules(
  rules: Map<string, Rule[]>,
  { hits }: Sentence,
  onPage: Set<string>,
  isWanted = (_: Rule) => true,
): Findings {
  const best: Findings = new Map();
  for (const name of hits.keys()) {
    for (const rule of rules.get(name) ?? []) {
      const known = best.get(rule.statistic);
      if (known && RANK[known.rule.relation] >= RANK[rule.relation]) continue;
      if (!isWanted(rule) || (rule.page && !onPage.has(rule.page))) continue;
      const found = applyRule(rule, hits);
      if (found) best.set(rule.statistic, { rule, hits: found });
    }
  }
  return best;
}

/** One hit for each choice of the rule, none over another, the later ones as near to the first as can be; or null. */
function applyRule({ choices, none, within }: Rule, hits: Hits): Hit[] | null {
  if (none.some((name) => hits.has(name)) || !choices.every((names) => names.some((name) => hits.has(name))))
    return null;
  const [first = [], ...others] = choices.map((names) => names.flatMap((name) => hits.get(name) ?? []));
  for (const anchor of first) {
    const found = [anchor];
    for (const candidates of others) {
      const nearest = candidates
        .filter((hit) => found.every(({ start, end }) => hit.end <= start || hit.start >= end))
        .sort((a, b) => Math.abs(a.word - anchor.word) - Math.abs(b.word - anchor.word))[0];
      if (nearest && Math.abs(nearest.word - anchor.word) <= (within ?? LONGEST_SENTENCE)) found.push(nearest);
    }
    if (found.length === choices.length) return found;
  }
  return null;
}

function describe({ rule, hits }: Finding, { span }: Sentence, text: string, patterns: ClaimPatterns): Match {
  const inOrder = hits.toSorted((a, b) => a.start - b.start);
  const isSubject = ({ name }: Hit) => patterns.subjects.includes(name);
  const quote = (some: Hit[]) => some.map(({ start, end }) => `“${text.slice(start, end)}”`).join(' and ');
  const telling = inOrder.filter(({ name }) => !patterns.unsaid.includes(name));
  const said = telling.filter((hit) => !isSubject(hit));
  const of = telling.filter(isSubject);
  const reasons = [said.length > 0 && of.length > 0 ? `says ${quote(said)} of ${quote(of)}` : `says ${quote(telling)}`];
  if (rule.relation === 'reports') reasons.push('the page names the survey');
  if (rule.weak) reasons.push('other sentences of the page bear on the same question');
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
    rule: ruleId(rule),
  };
}
