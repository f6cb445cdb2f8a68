/** Weighs the classes of terms that stand in a sentence, to tell whether it makes a claim and which statistics bear on it. */
import type { CompiledModel } from './compiled-patterns';
import type { StatisticId } from './statistic';

/** The places of a row of weights; from the third on they are the statistics'. */
export const CLAIM = 0;
export const DIRECT = 1;
export const FIRST_STATISTIC = 2;

/** A class that speaks for a statistic, and how strongly, in hundredths of log-odds. */
export interface Sign {
  name: string;
  weight: number;
}

/** A statistic that bears on a sentence, with the classes that speak for it, the strongest first. */
export interface Assessment {
  statistic: StatisticId;
  isDirect: boolean;
  /** Whether the sentence's own words would not have told: what stands around it carries the match. */
  isCarried: boolean;
  signs: Sign[];
}

/** Probabilities of each outcome for a sentence in which terms of `classes` stand: that it makes a claim, and so on. */
export type Odds = number[];

/** What is likely of a sentence on its page, and by its own words alone. */
export interface Likelihood {
  odds: Odds;
  aloneOdds: Odds;
}

/** Odds from a sum of weights, as in logistic regression: what each class added to the sum can be read off and told. */
export function toOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The statistics that bear on a sentence that is likely to make a claim and in which terms of `classes` stand. */
export function assess(classes: Iterable<string>, { odds, aloneOdds }: Likelihood, model: CompiledModel): Assessment[] {
  const { statistics, least } = model;
  const oddsOf = (outcome: number) => odds[outcome] ?? 0;
  let likeliest = FIRST_STATISTIC;
  for (let at = 1; at < statistics.length; at++)
    if (oddsOf(FIRST_STATISTIC + at) > oddsOf(likeliest)) likeliest = FIRST_STATISTIC + at;
  if (oddsOf(likeliest) < least.statistic) return [];
  const isDirect = oddsOf(DIRECT) >= 0.5;
  const names = [...classes];
  return statistics
    .map((_, at) => FIRST_STATISTIC + at)
    .filter((outcome) => outcome === likeliest || oddsOf(outcome) >= least.another)
    .sort((a, b) => oddsOf(b) - oddsOf(a))
    .map((outcome) => ({
      statistic: statistics[outcome - FIRST_STATISTIC] as StatisticId,
      isDirect,
      isCarried: (aloneOdds[outcome] ?? 0) < least.statistic,
      signs: signsOf(names, outcome, model),
    }));
}

/** What speaks for a statistic: for itself, and for there being a claim at all. */
function signsOf(names: string[], outcome: number, { weights }: CompiledModel): Sign[] {
  const signs: Sign[] = [];
  for (const name of names) {
    const row = weights[name];
    const weight = (row?.[outcome] ?? 0) + (row?.[CLAIM] ?? 0) / 2;
    if (weight > 0) signs.push({ name, weight });
  }
  return signs.sort((a, b) => b.weight - a.weight);
}
