/** The feed: the published document that holds the survey's statistics, their disclosure, claim patterns and evidence. */
import type { ClaimPatterns } from './claim-patterns';
import { type Correction, type Evidence, type FeedDocument, parseDocument, type Survey } from './feed-format';
import type { DatedValue, Disclosure, Edition, Statistic, StatisticId } from './statistic';

export type { Evidence, Survey };

/** A figure that was taken back, with the words to say so. */
export interface Withdrawal {
  statistic: StatisticId;
  question: string;
  /** ISO date. */
  date: string;
  reason: string;
}

/** A parsed feed: every statistic carries its values with their editions, and its disclosure. */
export interface Feed {
  edition: number;
  /** ISO date of this document. */
  published: string;
  survey: Survey;
  editions: Edition[];
  /** Without those that were withdrawn. */
  statistics: Statistic[];
  /** Without the rules of what was withdrawn. */
  patterns: ClaimPatterns;
  evidence: Evidence[];
  withdrawals: Withdrawal[];
  corrections: Correction[];
}

/** Parses a feed whole, or throws an Error that names the first place at fault and the reason. */
export function parseFeed(input: unknown): Feed {
  const document = parseDocument(input);
  const { edition, published, survey, evidence, corrections } = document;
  requireConsistency(document);
  const withdrawn = new Set(document.withdrawals.map(({ statistic }) => statistic));
  const editions = document.editions.map(({ disclosure, ...edition }): Edition => edition);
  const statistics = document.statistics.map((statistic) => parseStatistic(statistic, document, editions));
  return {
    edition,
    published,
    survey,
    editions,
    statistics: statistics.filter(({ id }) => !withdrawn.has(id)),
    patterns: {
      ...document.patterns,
      rules: document.patterns.rules.filter(({ statistic }) => !withdrawn.has(statistic)),
    },
    evidence,
    withdrawals: document.withdrawals.map((withdrawal) => {
      const statistic = statistics.find(({ id }) => id === withdrawal.statistic);
      if (!statistic) return refuse(`it withdraws ${withdrawal.statistic}, which is not among its statistics`);
      return { ...withdrawal, question: statistic.question };
    }),
    corrections,
  };
}

/** What the form alone can't say: no id twice, and an edition that is not older than the results in it. */
function requireConsistency({ edition, editions, statistics, evidence, withdrawals }: FeedDocument): void {
  const newest = Math.max(...editions.map(({ number }) => number));
  if (edition < newest) refuse(`its edition is ${edition}, but the newest that it lists is ${newest}`);
  requireUnique(
    'edition',
    editions.map(({ number }) => String(number)),
  );
  requireUnique(
    'statistic',
    statistics.map(({ id }) => id),
  );
  requireUnique(
    'evidence',
    evidence.map(({ id }) => id),
  );
  requireUnique(
    'the withdrawal of',
    withdrawals.map(({ statistic }) => statistic),
  );
  for (const { id, values } of statistics) {
    requireUnique(
      `a value of ${id} for edition`,
      values.map(({ edition }) => String(edition)),
    );
  }
}

function parseStatistic(
  { values, ...statistic }: FeedDocument['statistics'][number],
  document: FeedDocument,
  editions: Edition[],
): Statistic {
  const dated = values
    .map(({ edition: number, percent, counts }): DatedValue => {
      const edition =
        editions.find((edition) => edition.number === number) ??
        refuse(`statistic ${statistic.id} has a value of edition ${number}, which is not listed`);
      return { percent, edition, people: counts?.base ?? edition.respondents };
    })
    .sort((a, b) => a.edition.number - b.edition.number);
  // A figure that was too small a group in the headline edition stays at the one before, with its own date.
  const headline = dated.findLast(({ edition }) => edition.number <= document.headlineEdition) ?? null;
  const isOpen = statistic.countedAnswer === null;
  if (isOpen !== (statistic.predicate === null) || isOpen !== (headline === null)) {
    refuse(`statistic ${statistic.id} must have a counted answer, its words and a headline value, or none of them`);
  }
  const own = document.editions.find(({ number }) => number === (headline?.edition.number ?? document.headlineEdition));
  return {
    ...statistic,
    headline,
    otherValues: dated.filter((value) => value !== headline),
    // A key of JSON is there or isn't: none of them is undefined.
    disclosure: { ...document.survey.disclosure, ...(own?.disclosure as Partial<Disclosure> | undefined) },
  };
}

function requireUnique(what: string, ids: string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) refuse(`${what} ${twice} stands in it twice`);
}

function refuse(reason: string): never {
  throw new Error(`The feed was refused: ${reason}.`);
}

/** The evidence that bears on a statistic, the other side's reply first. */
export function evidenceFor(feed: Feed, { id, reply }: Statistic): Evidence[] {
  return feed.evidence
    .filter((evidence) => evidence.bearsOn.some(({ statistic }) => statistic === id))
    .sort((a, b) => Number(b.id === reply) - Number(a.id === reply));
}
