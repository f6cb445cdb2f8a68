/** Reads a page's sentences twice: each by its own words, then again knowing what the first reading found around it. */
import { CLAIM, FIRST_STATISTIC, type Likelihood, type Odds, toOdds } from './claim-model';
import type { ClaimModel } from './claim-patterns';

/** The log-odds that a first reading may give, up or down: nothing is certain by its own words. */
const CERTAIN = 6.9;

/** How many sentences of any page stand beside a page's own, so that a short page is not judged by what little it has. */
const USUAL_SENTENCES = 3;

/** What is less likely than this by its own words, a claim or any statistic, is not likely on any page, and not read again. */
const HOPELESS = { claim: 0.25, statistic: 0.12 };

interface FirstReading {
  logOdds: number[];
  odds: Odds;
  /** 1 where the sentence names IAPT, else 0. */
  named: number;
}

/** Takes a page's sentences in order; once all were added, each is read again in a time that doesn't grow with the page. */
export class PageReading {
  readonly #model: ClaimModel;
  readonly #sentences: FirstReading[] = [];
  readonly #sums: number[];

  constructor(model: ClaimModel) {
    this.#model = model;
    this.#sums = model.bias.map(() => 0);
  }

  /** What stands in the page's next sentence, `classes` of terms and single `words`, and whether it names IAPT. */
  add(classes: Iterable<string>, words: readonly string[], isNamed: boolean): void {
    const sums = [...this.#model.bias];
    for (const name of classes) addTo(sums, this.#model.weights[name], 1);
    for (const word of words) addTo(sums, this.#model.words[word], 1);
    const logOdds = sums.map((sum) => Math.min(Math.max(sum, -CERTAIN), CERTAIN));
    const odds = toOdds(logOdds);
    this.#sentences.push({ logOdds, odds, named: Number(isNamed) });
    addTo(this.#sums, odds, 1);
  }

  /** What is likely of the sentence that was added as number `at`, from 0. */
  read(at: number): Likelihood {
    const own = this.#sentences[at];
    if (!own) return { odds: [], aloneOdds: [] };
    if (isHopeless(own.odds)) return { odds: own.odds, aloneOdds: own.odds };
    const { again } = this.#model;
    const sums = [...again.bias];
    const signs = this.signs(at);
    for (let sign = 0; sign < signs.length; sign++) addTo(sums, again.weights[sign], signs[sign] ?? 0);
    return { odds: toOdds(sums), aloneOdds: own.odds };
  }

  /**
   * What the second reading goes by, in the order of `ClaimModel.again.weights`: the sentence's own log-odds of each
   * outcome, the mean odds of the page's other sentences, those of its neighbours, whether it names IAPT, and the odds of
   * the likeliest statistic and of the next.
   */
  signs(at: number): number[] {
    const own = this.#sentences[at];
    if (!own) return [];
    const { usual } = this.#model.again;
    const others = this.#sentences.length - 1 + USUAL_SENTENCES;
    const page = usual.map(
      (odds, outcome) => ((this.#sums[outcome] ?? 0) - (own.odds[outcome] ?? 0) + USUAL_SENTENCES * odds) / others,
    );
    const [before = usual, after = usual] = [this.#sentences[at - 1]?.odds, this.#sentences[at + 1]?.odds];
    const near = before.map((odds, outcome) => (odds + (after[outcome] ?? 0)) / 2);
    const [first = 0, second = 0] = own.odds.slice(FIRST_STATISTIC).sort((a, b) => b - a);
    return [...own.logOdds, ...page, ...near, own.named, first, second];
  }
}

function isHopeless(odds: Odds): boolean {
  if ((odds[CLAIM] ?? 0) < HOPELESS.claim) return true;
  for (let at = FIRST_STATISTIC; at < odds.length; at++) if ((odds[at] ?? 0) >= HOPELESS.statistic) return false;
  return true;
}

function addTo(sums: number[], row: number[] | undefined, times: number): void {
  if (row) for (let at = 0; at < row.length; at++) sums[at] = (sums[at] ?? 0) + times * (row[at] ?? 0);
}
