/** Quotes as Markdown: each with its source and what a person noted, then the figures they bear on. */
import type { Annotation } from './annotation';
import { markdownLink, markdownQuotation, markdownText } from './markdown-text';
import {
  countQuotes,
  followUpInWords,
  outcomeInWords,
  speakerInWords,
  stanceInWords,
  statisticsOf,
  statisticsOfAll,
} from './quote-words';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

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
  const { quote, source, created, note, tags } = annotation;
  const facts: [name: string, value: string | null][] = [
    ['Said by', speakerInWords(annotation)],
    ['Outlet', source.outlet],
    ['By', source.authors.join(', ')],
    ['Published', source.published],
    ['Saved', created],
    ['Bears on', statistics.map(({ question }) => `“${question}”`).join(', ')],
    ['Stance', stanceInWords(annotation)],
    ['Follow-up', followUpInWords(annotation)],
    ['On its page', outcomeInWords(annotation)],
    ['Tags', tags.join(', ')],
    ['Note', note],
  ];
  return [
    `## ${markdownText(source.title || source.url)}`,
    markdownQuotation(quote.exact),
    [
      ...facts.filter(([, value]) => value).map(([name, value]) => `- ${name}: ${markdownText(value ?? '')}`),
      `- ${markdownLink('Open the article at the quote', linkToQuote(source.url, quote, annotation.textDirective))}`,
    ].join('\n'),
  ].join('\n\n');
}
