/** What is said of a quote beside its words, as it stands in exports and briefs: in English, whatever the interface speaks. */
import type { AnchorOutcome, Annotation, FollowUp, Stance } from './annotation';
import type { Statistic } from './statistic';

const STANCE: Record<Stance, string> = {
  supports: 'Supports the figure',
  disputes: 'Disputes the figure',
  neutral: 'Neutral on the figure',
};

const FOLLOW_UP: Record<FollowUp, string> = {
  'to-write': 'To write',
  written: 'Written to',
  answered: 'Answered',
  corrected: 'Corrected',
};

const OUTCOME: Record<AnchorOutcome, string> = {
  found: 'Found word for word',
  changed: 'Wording changed',
  ambiguous: 'Cannot be told from similar passages',
  gone: 'No longer on the page',
};

export function stanceInWords({ stance }: Annotation): string | null {
  return stance && STANCE[stance];
}

/** The follow-up state now, with its date: "Written to, 2026-11-20". */
export function followUpInWords({ followUp }: Annotation): string | null {
  const last = followUp.at(-1);
  return last?.state ? `${FOLLOW_UP[last.state]}, ${isoDay(last.at)}` : null;
}

/**
 * What became of the words when their page was last looked at: "Wording changed, seen 2026-11-20: …"; null if it never was.
 * `toDay` writes the day of an ISO instant.
 */
export function outcomeInWords({ anchors }: Annotation, toDay = isoDay): string | null {
  const last = anchors.at(-1);
  if (!last) return null;
  return `${OUTCOME[last.outcome]}, seen ${toDay(last.at)}${last.text ? `: ${last.text}` : ''}`;
}

function isoDay(instant: string): string {
  return instant.slice(0, 10);
}

/** "Ms Patel, clinical lead"; null where nobody is named. */
export function speakerInWords({ speaker, speakerRole }: Annotation): string | null {
  return [speaker, speakerRole].filter(Boolean).join(', ') || null;
}

/** The statistics that a quote bears on, in the survey's order; one that is no longer published is left out. */
export function statisticsOf({ statistics: ids }: Annotation, statistics: readonly Statistic[]): Statistic[] {
  return statistics.filter(({ id }) => ids.includes(id));
}

/** The statistics that some of the quotes bear on, in the survey's order. */
export function statisticsOfAll(annotations: readonly Annotation[], statistics: readonly Statistic[]): Statistic[] {
  return statistics.filter(({ id }) => annotations.some((annotation) => annotation.statistics.includes(id)));
}

/** What a reader of an export is told of a quote, name by name and in order; null or empty where it is not known. */
export function factsOf(annotation: Annotation, bearsOn: readonly Statistic[]): [name: string, value: string | null][] {
  const { source, created, note, tags } = annotation;
  return [
    ['Said by', speakerInWords(annotation)],
    ['Outlet', source.outlet],
    ['By', source.authors.join(', ')],
    ['Published', source.published],
    ['Saved', created],
    ['Bears on', bearsOn.map(({ question }) => `“${question}”`).join(', ')],
    ['Stance', stanceInWords(annotation)],
    ['Follow-up', followUpInWords(annotation)],
    ['On its page', outcomeInWords(annotation)],
    ['Tags', tags.join(', ')],
    ['Note', note],
  ];
}

/** "1 quote", "12 quotes". */
export function countQuotes(count: number): string {
  return count === 1 ? '1 quote' : `${count.toLocaleString('en-GB')} quotes`;
}
