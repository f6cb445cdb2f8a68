/** A reply to a newspaper whose report of a figure differs from the figure as published: a text for a person to edit. */
import type { Annotation } from './annotation';
import { dayInWords } from './day';
import { checkReport } from './report-check';
import type { Statistic } from './statistic';

export interface Reply {
  /** What differs, each said to a reader without blame. */
  differences: string[];
  text: string;
}

/** The reply to one quote, or null where its words agree with every figure that it bears on. */
export function buildReply(
  { quote, source, statistics: ids }: Annotation,
  statistics: readonly Statistic[],
): Reply | null {
  const checks = statistics
    .filter(({ id }) => ids.includes(id))
    .map((statistic) => checkReport(quote.exact, statistic))
    .filter(({ correction }) => correction !== null);
  if (checks.length === 0) return null;
  const published = source.published?.match(/^\d{4}-\d\d-\d\d/)?.[0];
  return {
    differences: checks.flatMap(({ differences }) => differences.map(({ text }) => text)),
    text: [
      `To the editor${source.outlet ? ` of ${source.outlet}` : ''}`,
      `I am writing about “${source.title || source.url}”${published ? `, published on ${dayInWords(published)}` : ''} (${source.url}). It says:`,
      `“${quote.exact}”`,
      ...checks.map(({ correction }) => correction),
      'I would be grateful if you could look at this and, if you agree, correct the article.',
      'Yours faithfully,',
    ].join('\n\n'),
  };
}
