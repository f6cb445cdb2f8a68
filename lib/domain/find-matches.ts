/** Finds the sentences of an article that make a claim which a question of the survey bears on. */
import { assess, type Likelihood, type Sign } from './claim-model';
import type { ClaimRule } from './claim-patterns';
import type { CompiledPatterns } from './compiled-patterns';
import { areApart, type CompiledFrame, compileFrame, compileFrames, distanceOf, findFrames, meet } from './frame';
import { type Article, type Match, type Relation, ruleId } from './match';
import { PageReading } from './page-reading';
import { isOtherBody, mentionsIapt, namesIapt, type Strength, TopicReader } from './page-topic';
import { findQuantities } from './quantity';
import { findSentences } from './sentence';
import type { StatisticId } from './statistic';
import { type Found, findTerms, findWords, type Hit, type Hits } from './term';
import { indexTerms } from './term-index';
import type { Span } from './text';

/** Longer than any sentence that a reader could take in; what is longer is a list or a trap, and is left alone. */
const LONGEST_SENTENCE = 1_500;

/** What most sentences have. */
const NONE: Match[] = [];

/** How many of the strongest signs a reader is told of. */
const MOST_SIGNS = 3;

/** A sentence, with what stands in it. */
interface Sentence {
  span: Span;
  hits: Hits;
}

/** A statistic that bears on a sentence, and the hits that say so. */
interface Finding {
  statistic: StatisticId;
  relation: Relation;
  said: Hit[];
  /** Of whom or what it is said, where that is told. */
  of: Hit[];
  isCarried?: boolean;
}

/**
 * Yields the matches of each sentence of `article`, often none, so that a caller may pause between any two steps.
 * All sentences are read before any is judged, since only its end tells what a page is about. A page that is not about
 * IAPT ends early. Spans are UTF-16 offsets in `article.text`; at most one match per sentence and statistic.
 */
export function* findMatches({ title, text }: Article, patterns: CompiledPatterns): Generator<Match[]> {
  if (!(mentionsIapt(title) || mentionsIapt(text)) || isOtherBody(`${title}\n${text}`)) return;
  const index = indexTerms(patterns.terms, patterns.whole);
  const topic = new TopicReader(findTerms(title.slice(0, LONGEST_SENTENCE), index).hits);
  const sentences: (Found & { span: Span })[] = [];
  for (const span of findSentences(text)) {
    if (span.end - span.start <= LONGEST_SENTENCE) {
      const { hits, singles } = findTerms(text.slice(span.start, span.end), index);
      sentences.push({ span, hits, singles });
      topic.add(hits);
    }
    yield NONE;
  }
  const strength = topic.strength();
  if (strength === 'none') return;
  const frames = compileFrames(patterns.frames);
  // Most rules are of pages that name the survey.
  const rules = patterns.rules.filter(({ page }) => page === undefined || topic.classes.has(page)).map(compileFrame);
  const candidates: Sentence[] = [];
  const reading = patterns.model && new PageReading(patterns.model);
  for (const { span, hits: terms, singles } of sentences) {
    if (mayClaim(terms, strength, patterns)) {
      const hits = findFrames(terms, frames, topic.classes);
      candidates.push({ span, hits });
      reading?.add(hits.keys(), singles, namesIapt(hits));
    }
    yield NONE;
  }
  for (const [at, sentence] of candidates.entries()) {
    const reported = findReports(sentence, text, rules, patterns, topic.classes);
    const likely = reading?.read(at);
    const findings = likely ? [...reported, ...findClaims(sentence, likely, patterns, reported)] : reported;
    yield findings.length > 0 ? describe(findings, sentence, text) : NONE;
  }
}

/** Whether a sentence may make a claim, on a page that is so far about IAPT. */
export function mayClaim(hits: Hits, strength: Strength, { never }: CompiledPatterns): boolean {
  if (strength === 'none' || (strength === 'passing' && !namesIapt(hits))) return false;
  for (let at = 0; at < never.length; at++) if (hits.has(never[at] as string)) return false;
  return true;
}

/** What a sentence reports, by rules. */
function findReports(
  { hits, span }: Sentence,
  text: string,
  rules: (ClaimRule & CompiledFrame)[],
  patterns: CompiledPatterns,
  onPage: Set<string>,
): Finding[] {
  return rules.flatMap((rule) => {
    const met = meet(rule, hits, onPage);
    return met && hasShare(text, span) ? [asFinding(rule, met, patterns)] : [];
  });
}

/** The statistics that bear on a sentence by what its words weigh, other than those it reports. */
function findClaims(
  { hits }: Sentence,
  likely: Likelihood,
  patterns: CompiledPatterns,
  reported: Finding[],
): Finding[] {
  if (!patterns.model || hits.size === 0) return [];
  return assess(hits.keys(), likely, patterns.model).flatMap(({ statistic, isDirect, isCarried, signs }) => {
    const { said, of } = choose(signs, hits, patterns);
    const isKnown = reported.some((finding) => finding.statistic === statistic);
    const relation: Relation = isDirect ? 'same-question' : 'same-subject';
    return isKnown || said.length === 0 ? [] : [{ statistic, relation, said, of, isCarried }];
  });
}

function hasShare(text: string, { start, end }: Span): boolean {
  return findQuantities(text.slice(start, end)).some(({ kind }) => kind === 'share');
}

function asFinding({ statistic, relation }: ClaimRule, hits: Hit[], { subjects, unsaid }: CompiledPatterns): Finding {
  const told = hits.filter(({ name }) => !unsaid.includes(name));
  const isSubject = ({ name }: Hit) => subjects.includes(name);
  return { statistic, relation, said: told.filter((hit) => !isSubject(hit)), of: told.filter(isSubject) };
}

/** The words to tell a reader of: those of the strongest signs, and whom or what they are said of. */
function choose(signs: Sign[], hits: Hits, { subjects, unsaid, frames }: CompiledPatterns): { said: Hit[]; of: Hit[] } {
  const said: Hit[] = [];
  const subject: Hit[] = [];
  for (const { name } of signs) {
    const some = (hits.get(name) ?? []).filter((hit) => !unsaid.includes(hit.name));
    subject.push(...some.filter((hit) => subjects.includes(hit.name)));
    const telling = some.filter((hit) => !subjects.includes(hit.name) && said.every((other) => areApart(hit, other)));
    // A frame needs all its words to be understood; of a class one word will do.
    if (said.length < MOST_SIGNS) said.push(...(frames[name] ? telling : telling.slice(0, 1)));
  }
  const [first] = said;
  const free = subject.filter((hit) => said.every((other) => areApart(hit, other)));
  return { said, of: first ? free.sort((a, b) => distanceOf(a, first) - distanceOf(b, first)).slice(0, 1) : [] };
}

/** Matches for the findings of a sentence. */
function describe(findings: Finding[], { span, hits }: Sentence, text: string): Match[] {
  const sentence = text.slice(span.start, span.end);
  const words = findWords(sentence);
  const isNamed = namesIapt(hits);
  return findings.map(({ statistic, relation, said, of, isCarried }) => {
    const all = [...said, ...of];
    const placesOf = (some: Hit[]) =>
      some
        .toSorted((a, b) => a.word - b.word)
        .map(({ word, last }) => ({ start: words[word]?.start ?? 0, end: words[last]?.end ?? 0 }));
    const quote = (some: Hit[]) => {
      const quoted = placesOf(some).map(({ start, end }) => `“${sentence.slice(start, end)}”`);
      return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ');
    };
    const reasons = [of.length > 0 ? `says ${quote(said)} of ${quote(of)}` : `says ${quote(said)}`];
    if (relation === 'reports') reasons.push('the page names the survey');
    if (isCarried) reasons.push('the sentences around it bear on the same question');
    if (!isNamed) reasons.push('the page is about IAPT');
    const triggers = placesOf(all).map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
    const rule = ruleId({ statistic, relation, all: all.map(({ name }) => name) });
    return { claim: { span, text: sentence, triggers }, statistic, relation, reasons, rule };
  });
}
