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

/**
 * The statistics that bear on a sentence in which terms of `classes` stand. A sum of weights, as in logistic regression:
 * what each class added can be read off and told. `isQuiet`: on a page that hardly argues, more is asked of a sentence.
 */
export function assess(classes: Iterable<string>, model: ClaimModel, isQuiet: boolean): Assessment[] {
  const { statistics, least } = model;
  const known = rowsOf(classes, model);
  const claim = probability(known, CLAIM, model);
  const likely = statistics
    .map((statistic, at) => ({ statistic, outcome: FIRST_STATISTIC + at }))
    .map((one) => ({ ...one, probability: probability(known, one.outcome, model) }))
    .sort((a, b) => b.probability - a.probability);
  const isSure = (likely[0]?.probability ?? 0) >= least.sure;
  if (!isSure && claim < (isQuiet ? least.quiet : least.claim)) return [];
  const enough = likely.filter((one) => one.probability >= least.statistic);
  const chosen = enough.length > 0 || claim < least.alone ? enough : likely.slice(0, 1);
  const isDirect = probability(known, DIRECT, model) >= 0.5;
  return chosen.map(({ statistic, outcome }) => ({ statistic, isDirect, signs: signsOf(known, outcome) }));
}

/** How likely it is, from 0 to 1, that a sentence in which terms of `classes` stand makes any claim. */
export function claimProbability(classes: Iterable<string>, model: ClaimModel): number {
  return probability(rowsOf(classes, model), CLAIM, model);
}

interface Row {
  name: string;
  weights: number[];
}

function rowsOf(classes: Iterable<string>, { weights }: ClaimModel): Row[] {
  return [...classes].flatMap((name) => (weights[name] ? [{ name, weights: weights[name] }] : []));
}

function probability(rows: Row[], outcome: number, { bias }: ClaimModel): number {
  const logit = rows.reduce((sum, { weights }) => sum + (weights[outcome] ?? 0), bias[outcome] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}

/** What speaks for a statistic: for itself, and for there being a claim at all. */
function signsOf(rows: Row[], outcome: number): Sign[] {
  return rows
    .map(({ name, weights }) => ({ name, weight: (weights[outcome] ?? 0) + (weights[CLAIM] ?? 0) / 2 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
