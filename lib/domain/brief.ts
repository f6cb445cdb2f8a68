/** A brief: chosen quotes and the survey's figures, grouped by question, with numbered sources and the disclosures at the end. */
import type { Annotation } from './annotation';
import { dayInWords } from './day';
import type { Survey } from './feed';
import { markdownLink, markdownQuotation, markdownText } from './markdown-text';
import { outcomeInWords, speakerInWords } from './quote-words';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

export interface Brief {
  title: string;
  /** ISO date. */
  writtenOn: string;
  groups: BriefGroup[];
  sources: BriefSource[];
  /** Each once, in the order of the figures. */
  disclosures: string[];
}

export interface BriefGroup {
  /** The survey's question, or what stands in for one. */
  heading: string;
  /** The figure in its one sentence; null where the group has none. */
  figure: string | null;
  quotes: BriefQuote[];
}

export interface BriefQuote {
  id: string;
  text: string;
  speaker: string | null;
  /** Number in the list of sources. */
  source: number;
  /** What became of the words on their page, where they don't stand there as they were saved. */
  outcome: string | null;
}

export interface BriefSource {
  number: number;
  title: string;
  /** Authors, outlet and date, as far as they are known, and the day on which the page was seen. */
  details: string;
  /** Opens the first of its quotes. */
  link: string;
}

/** A figure that can't be told apart from who was asked: in a brief the disclosure stands once for all that share it. */
export function buildBrief(
  annotations: readonly Annotation[],
  statistics: readonly Statistic[],
  survey: Survey,
  writtenAt: string,
): Brief {
  const toQuote = (annotation: Annotation): BriefQuote => ({
    id: annotation.id,
    text: annotation.quote.exact,
    speaker: speakerInWords(annotation),
    source: numberOf(annotation),
    outcome: annotation.anchors.at(-1)?.outcome === 'found' ? null : outcomeInWords(annotation, dayInWords),
  });
  const sources: BriefSource[] = [];
  const numbers = new Map<string, number>();
  const asked = statistics.filter(({ id }) => annotations.some(({ statistics }) => statistics.includes(id)));
  const groups: BriefGroup[] = asked.map((statistic) => ({
    heading: statistic.question,
    figure: describeFigure(statistic),
    quotes: annotations.filter(({ statistics }) => statistics.includes(statistic.id)).map(toQuote),
  }));
  const others = annotations.filter((annotation) => !asked.some(({ id }) => annotation.statistics.includes(id)));
  if (others.length > 0) {
    groups.push({ heading: asked.length > 0 ? 'Other quotes' : 'Quotes', figure: null, quotes: others.map(toQuote) });
  }
  return {
    title: `Brief: ${survey.title}`,
    writtenOn: writtenAt.slice(0, 10),
    groups,
    sources,
    disclosures: [...new Set(asked.map(disclose))],
  };

  /** Sources are numbered in the order in which the brief names them. */
  function numberOf(annotation: Annotation): number {
    const address = addressOf(annotation);
    const known = numbers.get(address);
    if (known !== undefined) return known;
    sources.push(describeSource(annotation, sources.length + 1));
    numbers.set(address, sources.length);
    return sources.length;
  }
}

/** The brief as Markdown. */
export function writeBrief({ title, writtenOn, groups, sources, disclosures }: Brief): string {
  const sections = [
    `# ${markdownText(title)}\n\n${dayInWords(writtenOn)}`,
    ...groups.flatMap(({ heading, figure, quotes }) => [
      `## ${markdownText(heading)}`,
      ...(figure ? [`**${markdownText(figure)}**`] : []),
      ...quotes.map(
        ({ text, speaker, source, outcome }) =>
          `${markdownQuotation(text)}\n>\n> ${[speaker && `— ${markdownText(speaker)}`, `\\[${source}\\]`].filter(Boolean).join(' ')}` +
          (outcome ? `\n\n${markdownText(outcome)}` : ''),
      ),
    ]),
    '## Sources',
    sources
      .map(({ number, title, details, link }) => `${number}. ${markdownLink(title, link)}. ${markdownText(details)}`)
      .join('\n'),
    ...(disclosures.length > 0 ? ['## About the figures', ...disclosures.map(markdownText)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function addressOf({ source }: Annotation): string {
  return source.url.replace(/#.*/s, '');
}

function describeSource({ source, quote, textDirective }: Annotation, number: number): BriefSource {
  const published = source.published && dayInWords(source.published);
  const known = [source.authors.join(', '), source.outlet, published].filter(Boolean);
  return {
    number,
    title: source.title || source.url,
    details: `${known.length > 0 ? `${known.join('. ')}. ` : ''}Seen ${dayInWords(source.seenAt)}.`,
    link: linkToQuote(source.url, quote, textDirective),
  };
}
