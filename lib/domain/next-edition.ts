/** Makes the next edition of a feed from the counts of an export: no group of fewer than ten is given in it. */
import { type Counts, type FeedDocument, parseDocument, SMALLEST_GROUP } from './feed-format';
import type { QuestionCount, ResponseCounts, ResponseMapping } from './responses';
import type { StatisticId } from './statistic';

type Value = FeedDocument['statistics'][number]['values'][number];

export interface NextEdition {
  document: FeedDocument;
  /** What was left out or made less exact, and why. */
  notes: string[];
}

/** The document that follows `base`. Throws an Error where the counts or the mapping don't fit it. */
export function addEdition(base: FeedDocument, mapping: ResponseMapping, counts: ResponseCounts): NextEdition {
  if (counts.respondents < SMALLEST_GROUP) {
    throw new Error(
      `Only ${counts.respondents} people answered: nothing is published of fewer than ${SMALLEST_GROUP}.`,
    );
  }
  const number = base.edition + 1;
  const notes: string[] = [];
  const values = new Map(
    counts.questions.map((question) => {
      const statistic = base.statistics.find(({ id }) => id === question.statistic);
      if (!statistic)
        throw new Error(`The mapping names the statistic ${question.statistic}, which the feed doesn’t have.`);
      if (statistic.countedAnswer === null) {
        throw new Error(`The statistic ${question.statistic} is an open question: its answers are not counted here.`);
      }
      return [question.statistic, makeValue(question, number, notes)];
    }),
  );
  for (const { id, countedAnswer } of base.statistics) {
    if (countedAnswer !== null && !values.get(id))
      notes.push(`${id} keeps the figure of the edition before, with its date.`);
  }
  const { disclosure, ...edition } = mapping.edition;
  const document = parseDocument({
    ...base,
    edition: number,
    headlineEdition: number,
    published: edition.published,
    survey: { ...base.survey, status: mapping.status ?? base.survey.status },
    editions: [
      ...base.editions,
      {
        ...edition,
        number,
        respondents: counts.respondents,
        disclosure: { ...describeBases(counts, values), ...disclosure },
      },
    ],
    statistics: base.statistics.map((statistic) => {
      const value = values.get(statistic.id);
      return value ? { ...statistic, values: [...statistic.values, value] } : statistic;
    }),
  });
  return { document, notes };
}

/** The value of a question, or null where a group in it is too small. */
function makeValue(
  { statistic, base, counted, notCounted, dontKnow, ownWords }: QuestionCount,
  edition: number,
  notes: string[],
): Value | null {
  // The rest is as easily worked out as the part, so neither may be small.
  if (counted < SMALLEST_GROUP || base - counted < SMALLEST_GROUP) {
    notes.push(`${statistic} is not given: fewer than ${SMALLEST_GROUP} gave the counted answer, or any other.`);
    return null;
  }
  const isTold = (group: number) => group === 0 || group >= SMALLEST_GROUP;
  const rest = notCounted + ownWords;
  const counts: Counts = { base, counted, dontKnow: isTold(dontKnow) && isTold(rest) ? dontKnow : null };
  if (counts.dontKnow === null)
    notes.push(`${statistic}: the don’t-knows are not given, as a group in it is under ten.`);
  return { edition, percent: Math.round((100 * counted) / base), counts };
}

/** Of the questions whose value is given: how many answered another may be a group too small to be told. */
function describeBases(
  { questions, respondents }: ResponseCounts,
  values: ReadonlyMap<StatisticId, Value | null>,
): { bases?: string } {
  const bases = questions.filter(({ statistic }) => values.get(statistic)).map(({ base }) => base);
  if (bases.length === 0) return {};
  const [least, most] = [Math.min(...bases), Math.max(...bases)];
  const range = least === most ? `${least}` : `${least} to ${most}`;
  return { bases: `${range} of the ${respondents} answered each question; don’t-knows are in the base` };
}
