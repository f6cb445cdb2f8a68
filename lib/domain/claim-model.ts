/** Weighs the classes of terms that stand in a sentence, to tell whether it makes a claim and which statistics bear on it. */
import type { ClaimModel } from './claim-patterns';
import type { StatisticId } from './statistic';

/** The places of a row of weights; from the third on they are the statistics'. */
const CLAIM = 0;
const DIRECT = 1;
const FIRST_STATISTIC = 2;

/** A class that speaks for a statistic, and how strongly, in log-odds. */
export interface Sign {
  name: string;
  weight: number;
}

/** A statistic that bears on a sentence, with the classes that speak for it, the strongest first. */
export interface Assessment {
  statistic: StatisticId;
  isDirect: boolean;
  signs: Sign[];
}

/** Probabilities of each outcome for a sentence in which terms of `classes` stand: that it makes a claim, and so on. */
export type Odds = number[];

/** A sum of weights, as in logistic regression: what each class added can be read off and told. */
export function weigh(classes: Iterable<string>, { bias, weights }: ClaimModel): Odds {
  const sums = [...bias];
  for (const name of classes) {
    const row = weights[name];
    if (row) for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
  }
  return sums.map((logit) => 1 / (1 + Math.exp(-logit)));
}

/** How likely it is, from 0 to 1, that the sentence makes any claim. */
export function claimProbability(odds: Odds): number {
  return odds[CLAIM] ?? 0;
}

/** The statistics that bear on a sentence. `isQuiet`: on a page that hardly argues, more is asked of a sentence. */
export function assess(classes: Iterable<string>, odds: Odds, model: ClaimModel, isQuiet: boolean): Assessment[] {
  const { statistics, least } = model;
  const claim = claimProbability(odds);
  if (claim < (isQuiet ? least.quiet : least.claim) && Math.max(...odds.slice(FIRST_STATISTIC)) < least.sure) return [];

  const likely = statistics
    .map((statistic, at) => ({
      statistic,
      outcome: FIRST_STATISTIC + at,
      probability: odds[FIRST_STATISTIC + at] ?? 0,
    }))
    .sort((a, b) => b.probability - a.probability);
  const enough = likely.filter((one) => one.probability >= least.statistic);
  const chosen = enough.length > 0 || claim < least.alone ? enough : likely.slice(0, 1);
  const isDirect = (odds[DIRECT] ?? 0) >= 0.5;
  const names = [...classes];
  return chosen.map(({ statistic, outcome }) => ({ statistic, isDirect, signs: signsOf(names, outcome, model) }));
}

/** What speaks for a statistic: for itself, and for there being a claim at all. */
function signsOf(names: string[], outcome: number, { weights }: ClaimModel): Sign[] {
  return names
    .map((name) => ({ name, weight: (weights[name]?.[outcome] ?? 0) + (weights[name]?.[CLAIM] ?? 0) / 2 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
