/** Reads a page's sentences twice: each by its own words, then again knowing what the first reading found around it. */
import { CLAIM, DIRECT, FIRST_STATISTIC, type Likelihood, type Odds, toOdds } from './claim-model';
import type { CompiledModel } from './compiled-patterns';
import type { Single } from './term-index';

/** The log-odds that a first reading may give, up or down: nothing is certain by its own words. */
const CERTAIN = 6.9;

/** How many sentences of any page stand beside a page's own, so that a short page is not judged by what little it has. */
const USUAL_SENTENCES = 3;

/** What is less likely than this by its own words, a claim or any statistic, is not likely on any page, and not read again. */
const HOPELESS = { claim: 0.4, statistic: 0.12 };

interface FirstReading {
  logOdds: number[];
  odds: Odds;
  /** 1 where the sentence names IAPT, else 0. */
  named: number;
}

/** Takes a page's sentences in order; once all were added, each is read again in a time that doesn't grow with the page. */
export class PageReading {
  readonly #model: CompiledModel;
  readonly #sentences: FirstReading[] = [];
  readonly #sums: number[];

  constructor(model: CompiledModel) {
    this.#model = model;
    this.#sums = model.bias.map(() => 0);
  }

  /** What stands in the page's next sentence, `classes` of terms and single `words`, and whether it names IAPT. */
  add(classes: Iterable<string>, words: readonly Single[], isNamed: boolean): void {
    // By counting, since this runs most of all, and on pages where nothing has run before.
    const { bias, weights } = this.#model;
    const sums = this.#sums;
    const logOdds = bias.slice();
    for (const name of classes) addRow(logOdds, weights[name]);
    for (let at = 0; at < words.length; at++) addRow(logOdds, (words[at] as Single).row);
    const odds: Odds = [];
    for (let outcome = 0; outcome < sums.length; outcome++) {
      const own = Math.min(Math.max((logOdds[outcome] as number) / 100, -CERTAIN), CERTAIN);
      const share = toOdds(own);
      logOdds[outcome] = own;
      odds.push(share);
      sums[outcome] = (sums[outcome] as number) + share;
    }
    this.#sentences.push({ logOdds, odds, named: Number(isNamed) });
  }

  /** What is likely of the sentence that was added as number `at`, from 0; null where it is not likely to make a claim. */
  read(at: number): Likelihood | null {
    const own = this.#sentences[at];
    if (!own || isHopeless(own.odds)) return null;
    const { again, least } = this.#model;
    const signs = this.signs(at);
    let claim = again.bias[CLAIM] ?? 0;
    for (let sign = 0; sign < signs.length; sign++) claim += (signs[sign] ?? 0) * (again.weights[sign]?.[CLAIM] ?? 0);
    if (toOdds(claim) < least.claim) return null;
    const sums = [...again.bias];
    for (let sign = 0; sign < signs.length; sign++) {
      const value = signs[sign] as number;
      const row = again.weights[sign] ?? [];
      for (let outcome = 0; outcome < row.length; outcome++)
        sums[outcome] = (sums[outcome] as number) + value * (row[outcome] as number);
    }
    const odds = sums.map(toOdds);
    const isSure = (odds[DIRECT] ?? 0) >= least.direct || (odds[CLAIM] ?? 0) >= least.related;
    return isSure ? { odds, aloneOdds: own.odds } : null;
  }

  /**
   * What the second reading goes by, in the order of `CompiledModel.again.weights`: the sentence's own log-odds of each
   * outcome, the mean odds of the page's other sentences, those of its neighbours, whether it names IAPT, and the odds of
   * the likeliest statistic and of the next.
   */
  signs(at: number): number[] {
    const own = this.#sentences[at];
    if (!own) return [];
    const { usual } = this.#model.again;
    const others = this.#sentences.length - 1 + USUAL_SENTENCES;
    const before = this.#sentences[at - 1]?.odds ?? usual;
    const after = this.#sentences[at + 1]?.odds ?? usual;
    const signs = [...own.logOdds];
    for (let outcome = 0; outcome < usual.length; outcome++) {
      const sum = (this.#sums[outcome] ?? 0) - (own.odds[outcome] ?? 0) + USUAL_SENTENCES * (usual[outcome] ?? 0);
      signs.push(sum / others);
    }
    for (let outcome = 0; outcome < usual.length; outcome++)
      signs.push(((before[outcome] ?? 0) + (after[outcome] ?? 0)) / 2);
    let first = 0;
    let second = 0;
    for (const odds of own.odds.slice(FIRST_STATISTIC)) {
      second = Math.max(second, Math.min(first, odds));
      first = Math.max(first, odds);
    }
    signs.push(own.named, first, second);
    return signs;
  }
}

function isHopeless(odds: Odds): boolean {
  if ((odds[CLAIM] ?? 0) < HOPELESS.claim) return true;
  for (let at = FIRST_STATISTIC; at < odds.length; at++) if ((odds[at] ?? 0) >= HOPELESS.statistic) return false;
  return true;
}

/** A row may be short: what it lacks is nought. */
function addRow(sums: number[], row: number[] | undefined): void {
  if (row) for (let at = 0; at < row.length; at++) sums[at] = (sums[at] as number) + (row[at] as number);
}
