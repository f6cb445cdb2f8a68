/** What changed between two editions of the feed, in words: figure by figure, each with how many were asked. */
import type { Feed } from './feed';
import { describeStatus } from './share';
import { type DatedValue, type Disclosure, type Statistic, valuesOf } from './statistic';

/** `figure`, `withdrawal`, `correction` and `survey` are for every reader; `background` is for those who want it all. */
export interface Change {
  kind: 'figure' | 'withdrawal' | 'correction' | 'survey' | 'background';
  text: string;
}

/** The changes from one edition to another, those that a reader must not miss first; none where both say the same. */
export function describeChanges(before: Feed, after: Feed): Change[] {
  return [
    ...withdrawals(before, after),
    ...after.statistics.flatMap((statistic) => figureChanges(find(before.statistics, statistic.id), statistic)),
    ...missing(before, after),
    ...corrections(before, after),
    ...surveyChanges(before, after),
    ...backgroundChanges(before, after),
  ];
}

/** "41% of 550 (November 2019, preliminary)". */
function describeValue({ percent, people, edition }: DatedValue): string {
  const when = edition.preliminary ? `${edition.when}, preliminary` : edition.when;
  return `${percent}% of ${people.toLocaleString('en-GB')} (${when})`;
}

function withdrawals(before: Feed, after: Feed): Change[] {
  const known = new Set(before.withdrawals.map(({ statistic }) => statistic));
  const restored = before.withdrawals.filter(({ statistic }) => find(after.statistics, statistic));
  return [
    ...after.withdrawals
      .filter(({ statistic }) => !known.has(statistic))
      .map(({ question, reason }) => ({
        kind: 'withdrawal' as const,
        text: `“${question}” was withdrawn: ${reason}`,
      })),
    ...restored.map(({ question }) => ({
      kind: 'withdrawal' as const,
      text: `“${question}” is no longer withdrawn.`,
    })),
  ];
}

function figureChanges(before: Statistic | undefined, after: Statistic): Change[] {
  const name = `“${after.question}”`;
  const figure = (text: string): Change => ({ kind: 'figure', text: `${name}: ${text}` });
  if (!before) return after.headline ? [figure(`${describeValue(after.headline)}, for the first time.`)] : [];
  const changes: Change[] = [];
  if (before.question !== after.question) changes.push(figure(`the question was given as “${before.question}”.`));
  // An open question that is counted now, or is no longer, is told by its values below.
  if (before.countedAnswer && after.countedAnswer && before.countedAnswer !== after.countedAnswer) {
    changes.push(figure(`counts “${after.countedAnswer}”, where it counted “${before.countedAnswer}”.`));
  }
  if (before.predicate && after.predicate && before.predicate !== after.predicate) {
    changes.push(figure(`says that they “${after.predicate}”, where it said that they “${before.predicate}”.`));
  }
  if (after.headline && (!before.headline || describeValue(before.headline) !== describeValue(after.headline))) {
    const was = before.headline ? `${describeValue(before.headline)} → ` : '';
    changes.push(figure(`${was}${describeValue(after.headline)}.`));
  }
  const known = new Map(valuesOf(before).map((value) => [value.edition.number, value]));
  for (const value of after.otherValues) {
    const was = known.get(value.edition.number);
    known.delete(value.edition.number);
    if (!was) changes.push(figure(`also ${describeValue(value)}.`));
    else if (describeValue(was) !== describeValue(value)) {
      changes.push(figure(`${describeValue(was)} was put right as ${describeValue(value)}.`));
    }
  }
  if (after.headline) known.delete(after.headline.edition.number);
  for (const value of known.values()) changes.push(figure(`${describeValue(value)} is no longer given.`));
  return changes;
}

/** Statistics that were taken out without being withdrawn. */
function missing(before: Feed, after: Feed): Change[] {
  const kept = new Set([
    ...after.statistics.map(({ id }) => id),
    ...after.withdrawals.map(({ statistic }) => statistic),
  ]);
  return before.statistics
    .filter(({ id }) => !kept.has(id))
    .map(({ question }) => ({ kind: 'figure', text: `“${question}” is no longer in the results.` }));
}

function corrections(before: Feed, after: Feed): Change[] {
  const known = new Set(before.corrections.map((correction) => JSON.stringify(correction)));
  return after.corrections
    .filter((correction) => !known.has(JSON.stringify(correction)))
    .map(({ was, now }) => ({ kind: 'correction', text: `Corrected: “${was}” is now “${now}”.` }));
}

function surveyChanges(before: Feed, after: Feed): Change[] {
  const changes: string[] = [];
  const [was, now] = [before.survey, after.survey];
  if (was.status !== now.status) changes.push(describeStatus(now));
  if (was.link !== now.link) changes.push(`The survey’s link is now ${now.link}.`);
  if (was.sourcePage !== now.sourcePage) changes.push(`The results are now at ${now.sourcePage}.`);
  if (was.title !== now.title) changes.push(`The survey is now called “${now.title}”.`);
  for (const item of Object.keys(now.disclosure) as (keyof Disclosure)[]) {
    const [old, fresh] = [was.disclosure[item], now.disclosure[item]];
    if (old !== fresh) changes.push(`${NAMES[item]}: ${old ?? 'not known'} → ${fresh ?? 'not known'}.`);
  }
  return changes.map((text) => ({ kind: 'survey', text }));
}

const NAMES: Record<keyof Disclosure, string> = {
  organiser: 'Organiser',
  interest: 'The organiser’s interest',
  funding: 'Funding',
  population: 'Who was asked',
  area: 'Area',
  selection: 'Selection',
  mode: 'How it was asked',
  fieldwork: 'When it was asked',
  weighting: 'Weighting',
  bases: 'Answers to each question',
  responseRate: 'Response rate',
  limits: 'Limits',
  age: 'Age',
};

function backgroundChanges(before: Feed, after: Feed): Change[] {
  const changes: string[] = [];
  for (const statistic of after.statistics) {
    const was = find(before.statistics, statistic.id);
    if (was && differ(was.themes, statistic.themes))
      changes.push(`The themes reported with “${statistic.question}” changed.`);
  }
  for (const evidence of after.evidence) {
    const was = find(before.evidence, evidence.id);
    if (!was) changes.push(`Evidence was added: ${evidence.title}.`);
    else if (differ(was, evidence)) changes.push(`Evidence was changed: ${evidence.title}.`);
  }
  for (const { id, title } of before.evidence) {
    if (!find(after.evidence, id)) changes.push(`Evidence was taken out: ${title}.`);
  }
  if (differ(before.patterns, after.patterns)) changes.push('What is recognised in articles changed.');
  return changes.map((text) => ({ kind: 'background', text }));
}

function find<T extends { id: string }>(list: readonly T[], id: string): T | undefined {
  return list.find((item) => item.id === id);
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
