/** Quotes as Markdown: each with its source and what a person noted, then the figures they bear on. */
import type { Annotation } from './annotation';
import { markdownLink, markdownQuotation, markdownText } from './markdown-text';
import { countQuotes, factsOf, statisticsOf, statisticsOfAll } from './quote-words';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

/** The whole document; `exportedAt` is an ISO instant. */
export function writeMarkdown(
  annotations: readonly Annotation[],
  statistics: readonly Statistic[],
  exportedAt: string,
): string {
  const concerned = statisticsOfAll(annotations, statistics);
  const sections = [
    `# Quotes about IAPT\n\n${countQuotes(annotations.length)}, exported ${exportedAt}.`,
    ...annotations.map((annotation) => markdownQuote(annotation, statisticsOf(annotation, statistics))),
    ...(concerned.length > 0 ? ['## What the survey found'] : []),
    ...concerned.map(
      (statistic) =>
        `### ${markdownText(statistic.question)}\n\n` +
        `${markdownText(describeFigure(statistic))}\n\n${markdownText(disclose(statistic))}`,
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function markdownQuote(annotation: Annotation, statistics: readonly Statistic[]): string {
  const { quote, source } = annotation;
  return [
    `## ${markdownText(source.title || source.url)}`,
    markdownQuotation(quote.exact),
    [
      ...factsOf(annotation, statistics)
        .filter(([, value]) => value)
        .map(([name, value]) => `- ${name}: ${markdownText(value ?? '')}`),
      `- ${markdownLink('Open the article at the quote', linkToQuote(source.url, quote, annotation.textDirective))}`,
    ].join('\n'),
  ].join('\n\n');
}
