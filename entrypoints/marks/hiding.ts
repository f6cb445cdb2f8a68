/** What the person hid on this page: single marks until it is left, figures for good where the background may keep that. */
import type { HideScope } from '../../lib/domain/hidden-figure';
import type { Match } from '../../lib/domain/match';
import type { StatisticId } from '../../lib/domain/statistic';
import type { ClaimData, ContentToBackground, Remote } from '../../lib/platform/messages';

type Kept = 'page' | 'site';

export class Hiding {
  readonly #background: Remote<ContentToBackground>;
  /** Passages, by key. */
  readonly #marks = new Set<string>();
  #figures = new Map<StatisticId, Kept>();
  /** What the background could not keep, as in a private window. */
  readonly #forNow = new Map<StatisticId, Kept>();

  constructor(background: Remote<ContentToBackground>) {
    this.#background = background;
  }

  /** Takes over what is kept for the page's address. */
  update({ hidden }: ClaimData): void {
    this.#figures = new Map([...Object.entries(hidden), ...this.#forNow]);
  }

  /** How far a match of the passage with that key is hidden. */
  of({ statistic }: Match, key: string): HideScope | null {
    return this.#marks.has(key) ? 'mark' : (this.#figures.get(statistic) ?? null);
  }

  async hide({ statistic }: Match, key: string, scope: HideScope): Promise<void> {
    if (scope === 'mark') this.#marks.add(key);
    else {
      this.#figures.set(statistic, scope);
      await this.#background.hideFigure(statistic, scope).catch(() => this.#forNow.set(statistic, scope));
    }
  }

  /** Rejects with the reason where it stays hidden. */
  async unhide({ statistic }: Match, key: string, scope: HideScope): Promise<void> {
    if (scope === 'mark') this.#marks.delete(key);
    else {
      // First where it is kept: what could not be undone there stays hidden here, too.
      if (!this.#forNow.delete(statistic)) await this.#background.unhideFigure(statistic, scope);
      this.#figures.delete(statistic);
    }
  }
}
