/** A statistic of the survey, which cannot be written out without its disclosure. */

/** The id of a statistic: the same word in the feed, the card, the export and the tests, for example `good-care`. */
export type StatisticId = string;

/** What an id looks like, wherever one comes from outside. */
export const STATISTIC_ID = /^[a-z][a-z0-9-]{0,40}$/;

/** One release of the results. Numbers only grow; a value belongs to exactly one edition. */
export interface Edition {
  number: number;
  /** How many people had answered the survey; bases per question were never published. */
  respondents: number;
  /** ISO date, or null where it is not known. */
  published: string | null;
  /** When it came out, in words: stands in for `published` where that is null. */
  when: string;
  preliminary: boolean;
  source: string;
}

/**
 * Who asked whom, when and how. Null means that it was looked for and is not known.
 * The items follow the British Polling Council's list; the survey is not under its rules.
 */
export interface Disclosure {
  organiser: string;
  interest: string;
  funding: string | null;
  population: string;
  area: string | null;
  selection: string;
  mode: string;
  fieldwork: string;
  weighting: string | null;
  bases: string | null;
  responseRate: string | null;
  limits: string;
  age: string;
}

/** The share of an edition's answers, in whole per cent. */
export interface DatedValue {
  percent: number;
  edition: Edition;
  /** How many it is a share of: those who answered the question where that was published, else all who answered the survey. */
  people: number;
}

export interface Statistic {
  id: StatisticId;
  question: string;
  /** The answer that was counted, or null for an open question. */
  countedAnswer: string | null;
  /** Completes "41% of those who answered said they …"; null for an open question. */
  predicate: string | null;
  /** The value shown first; null for an open question. */
  headline: DatedValue | null;
  /** Values of the other editions, oldest first. */
  otherValues: DatedValue[];
  themes: string[];
  /** Id of the evidence record that holds the other side's reply, where there is one. */
  reply: string | null;
  disclosure: Disclosure;
}

/** "550 current and past IAPT workers", for the number of people given. */
export function describeSample(statistic: Statistic, people: number): string {
  return `${people.toLocaleString('en-GB')} ${statistic.disclosure.population}`;
}

/**
 * The figure as one sentence in the only words it may be told in, without its limits: pair it with `disclose`.
 * An open question has no figure; its sentence names the themes that were reported.
 */
export function describeFigure(statistic: Statistic): string {
  const { headline, predicate } = statistic;
  if (!headline)
    return `Asked “${statistic.question}”, ${statistic.disclosure.population} named: ${statistic.themes.join('; ')}.`;
  return `${headline.percent}% of the ${describeSample(statistic, headline.people)} who answered said they ${predicate}.`;
}

/** The disclosure line that stands wherever the figure stands: sample, selection, date, organiser, limits and age. */
export function disclose(statistic: Statistic): string {
  const { disclosure, headline } = statistic;
  const who = headline
    ? `Of ${describeSample(statistic, headline.edition.respondents)} who chose to answer, ${disclosure.fieldwork}${headline.edition.preliminary ? ' (preliminary)' : ''}.`
    : `From ${disclosure.population} who chose to answer, ${disclosure.fieldwork}.`;
  return `${who} ${disclosure.selection}, ${disclosure.mode}, by ${disclosure.organiser}, ${disclosure.interest}. ${disclosure.limits} ${disclosure.age}`;
}

/** The shortest disclosure that may accompany the figure where space is scarce: it is never cut further. */
export function discloseBriefly(statistic: Statistic): string {
  const { disclosure, headline } = statistic;
  const preliminary = headline?.edition.preliminary ? ', preliminary' : '';
  return `Self-selected; ${disclosure.organiser} (${disclosure.interest}), ${headline?.edition.when ?? disclosure.fieldwork}${preliminary}.`;
}

/** Every value of a statistic, oldest edition first. */
export function valuesOf({ headline, otherValues }: Statistic): DatedValue[] {
  return [...otherValues, ...(headline ? [headline] : [])].sort((a, b) => a.edition.number - b.edition.number);
}
