/** What a document must hold before it is signed, beyond what the parser asks of it. */

import { compilePatterns } from './compiled-patterns';
import { reasonOf } from './error-reason';
import { parseFeed } from './feed';
import { type FeedDocument, parseDocument } from './feed-format';
import { findMatches } from './find-matches';
import type { Disclosure, StatisticId } from './statistic';

/** How far a whole percentage may stand from the share that the counts give. */
const ROUNDING = 0.5;

/** What was found: `problems` forbid publishing, `notes` are worth a look. Both name the place. */
export interface CheckResult {
  problems: string[];
  notes: string[];
}

/**
 * Checks a document against the edition that is published now. A document that the parser refuses has that one problem:
 * what it would mean is not known.
 */
export function checkDocument(input: unknown, published: { edition: number } | null): CheckResult {
  let document: FeedDocument;
  try {
    document = parseDocument(input);
    parseFeed(input);
  } catch (error) {
    return { problems: [reasonOf(error)], notes: [] };
  }
  return {
    problems: [
      ...checkEdition(document, published),
      ...checkCounts(document),
      ...checkReferences(document),
      ...checkExamples(document),
    ],
    notes: describeNotKnown(document),
  };
}

function checkEdition({ edition, headlineEdition, editions }: FeedDocument, published: { edition: number } | null) {
  const problems: string[] = [];
  if (published && edition <= published.edition) {
    problems.push(
      `edition: ${edition} is not newer than ${published.edition}, which is published; every installed extension would refuse it`,
    );
  }
  if (!editions.some(({ number }) => number === headlineEdition)) {
    problems.push(`headlineEdition: ${headlineEdition} is not among the editions`);
  }
  return problems;
}

function checkCounts({ statistics, editions }: FeedDocument): string[] {
  return statistics.flatMap(({ id, values }) =>
    values.flatMap(({ edition, percent, counts }) => {
      if (!counts) return [];
      const place = `statistics.${id}, edition ${edition}`;
      const { base, counted, dontKnow } = counts;
      const respondents = editions.find(({ number }) => number === edition)?.respondents ?? 0;
      const share = (100 * counted) / base;
      return [
        ...(Math.abs(percent - share) > ROUNDING
          ? [`${place}: ${percent}% does not agree with ${counted} of ${base}, which is ${share.toFixed(1)}%`]
          : []),
        ...(counted + (dontKnow ?? 0) > base
          ? [`${place}: ${counted} and ${dontKnow} don’t-knows are more than the ${base} who answered`]
          : []),
        ...(base > respondents
          ? [`${place}: ${base} answered the question, but only ${respondents} answered the survey`]
          : []),
      ];
    }),
  );
}

/** Every id that is named must be the id of something. */
function checkReferences({ statistics, evidence, patterns, examples, corrections, edition }: FeedDocument): string[] {
  const ids = new Set<StatisticId>(statistics.map(({ id }) => id));
  const known = new Set(evidence.map(({ id }) => id));
  const unknown = (place: string, id: StatisticId | null) =>
    id === null || ids.has(id) ? [] : [`${place}: no statistic is called ${id}`];
  return [
    ...statistics.flatMap(({ id, reply }) =>
      reply === null || known.has(reply) ? [] : [`statistics.${id}.reply: no evidence is called ${reply}`],
    ),
    ...evidence.flatMap(({ id, bearsOn }) =>
      bearsOn.flatMap(({ statistic }) => unknown(`evidence.${id}.bearsOn`, statistic)),
    ),
    ...patterns.rules.flatMap(({ statistic }, index) => unknown(`patterns.rules.${index}`, statistic)),
    ...(patterns.model?.statistics ?? []).flatMap((id, index) => unknown(`patterns.model.statistics.${index}`, id)),
    ...examples.flatMap(({ statistic }, index) => unknown(`examples.${index}`, statistic)),
    ...corrections.flatMap(({ statistic }, index) => unknown(`corrections.${index}`, statistic)),
    ...corrections.flatMap((correction, index) =>
      correction.edition > edition
        ? [`corrections.${index}: edition ${correction.edition} is newer than the document’s`]
        : [],
    ),
  ];
}

/** Runs each example through the matcher that runs in pages, and asks for examples of both kinds wherever there are rules. */
function checkExamples({ patterns, examples }: FeedDocument): string[] {
  const compiled = compilePatterns(patterns);
  const recognises = (text: string, statistic: StatisticId) =>
    [...findMatches({ title: '', text }, compiled)].flat().some((match) => match.statistic === statistic);
  const withRules = new Set([
    ...patterns.rules.map(({ statistic }) => statistic),
    ...(patterns.model?.statistics ?? []),
  ]);
  const lacking = [...withRules].filter(
    (id) => !examples.some(({ statistic, claims, notClaims }) => statistic === id && claims[0] && notClaims[0]),
  );
  return [
    ...lacking.map((id) => `examples: ${id} has patterns, and needs an example of a claim and of what is none`),
    ...examples.flatMap(({ statistic, claims, notClaims }) => [
      ...claims
        .filter((text) => !recognises(text, statistic))
        .map((text) => `examples.${statistic}: is not recognised as a claim: “${text}”`),
      ...notClaims
        .filter((text) => recognises(text, statistic))
        .map((text) => `examples.${statistic}: is recognised, but is not to be: “${text}”`),
    ]),
  ];
}

function describeNotKnown({ survey: { disclosure, status } }: FeedDocument): string[] {
  const missing = (Object.keys(disclosure) as (keyof Disclosure)[]).filter((item) => disclosure[item] === null);
  return [
    ...(missing.length > 0 ? [`disclosed as not known: ${missing.join(', ')}`] : []),
    ...(status === 'unknown' ? ['the survey’s status is given as not known'] : []),
  ];
}
