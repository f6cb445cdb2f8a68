/** Journey 2 on the page: marks passages, lists and hides them, and opens the card of the one that is asked for. */
import { paint } from '../../lib/dom/highlighter';
import { type PageLayer, revealRange } from '../../lib/dom/page-layer';
import { chooseMarks } from '../../lib/domain/choose-marks';
import type { HideScope } from '../../lib/domain/hidden-figure';
import type { Match } from '../../lib/domain/match';
import type { PageMatch } from '../../lib/domain/page-match';
import type { StatisticId } from '../../lib/domain/statistic';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { type OpenCard, openCard } from './open-card';
import { watchPointer } from './watch-pointer';

interface Dependencies {
  layer: PageLayer;
  background: Remote<ContentToBackground>;
  /** Told whenever something was hidden, shown again or switched off or on. */
  onChange: () => void;
}

/** A passage that stays the same one from scan to scan. */
interface KeyedPassage extends Passage {
  key: string;
}

/** Longest part of a passage that names its control, in characters. */
const LABEL_LENGTH = 90;

/** The marks of one page, from the first scan on: later scans change them as little as they can. */
export class PageMarks {
  readonly #layer: PageLayer;
  readonly #background: Remote<ContentToBackground>;
  readonly #onChange: () => void;
  #page: ScannedPage | null = null;
  #passages: KeyedPassage[] = [];
  /** Those of them that are marked. */
  #marked: KeyedPassage[] = [];
  #on = true;
  /** Hidden until the page is left, by key. */
  readonly #hiddenMarks = new Set<string>();
  #hiddenFigures = new Map<StatisticId, 'page' | 'site'>();
  /** What the background could not keep, as in a private window, holds until the page is left. */
  readonly #hiddenForNow = new Map<StatisticId, 'page' | 'site'>();
  #card: (OpenCard & { key: string }) | undefined;
  /** Key of the passage whose card was shown last. */
  #shown = '';
  #unpaint: () => void = () => undefined;
  readonly #stopPointer: () => void;

  constructor({ layer, background, onChange }: Dependencies) {
    this.#layer = layer;
    this.#background = background;
    this.#onChange = onChange;
    this.#stopPointer = watchPointer({
      layer,
      ranges: () => this.#marked.map(({ range }) => range),
      open: (index) => this.#open(this.#marked[index]),
    });
  }

  /** How many passages can be read beside a figure: those that are hidden are left out. */
  get count(): number {
    return this.#passages.filter(({ matches, key }) => matches.some((match) => !this.#hidden(match, key))).length;
  }

  /** Shows what a scan found; returns whether the list of matches changed. */
  show(page: ScannedPage | null, announce: boolean): boolean {
    const before = JSON.stringify(this.list());
    this.#page = page;
    if (page) this.#hiddenFigures = new Map([...Object.entries(page.data.hidden), ...this.#hiddenForNow]);
    const seen = new Map<string, number>();
    this.#passages = (page?.passages ?? []).map((passage) => {
      const { text } = passage.matches[0].claim;
      const times = seen.get(text) ?? 0;
      seen.set(text, times + 1);
      return { ...passage, key: `${times} ${text}` };
    });
    this.#refresh();
    if (announce && this.#marked.length > 0) {
      this.#layer.announce(`${countPassages(this.count)} on this page can be read beside a survey figure.`);
    }
    return JSON.stringify(this.list()) !== before;
  }

  list(): PageMatch[] {
    const marked = this.#choose();
    return this.#rows().map(({ passage, match }, index) => ({
      index,
      statistic: match.statistic,
      relation: match.relation,
      text: match.claim.text,
      reasons: match.reasons,
      marked: marked.has(match),
      hidden: this.#hidden(match, passage.key),
    }));
  }

  /** Scrolls to a match of the list and opens its card, whether it is marked or not. */
  open(index: number): void {
    const row = this.#rows()[index];
    if (!row) throw new Error('This passage is no longer on the page.');
    revealRange(row.passage.range);
    this.#open(row.passage);
  }

  /** Opens the card of the marked passage after the one shown last, and around again. */
  showNext(): void {
    if (this.#marked.length === 0) {
      this.#layer.notify(this.#on ? 'No passage is marked on this page.' : 'Marks are switched off on this page.');
      return;
    }
    const next = (this.#marked.findIndex(({ key }) => key === this.#shown) + 1) % this.#marked.length;
    this.#layer.focusControl(next);
    this.#open(this.#marked[next]);
  }

  toggle(): void {
    this.#on = !this.#on;
    this.#refresh();
    this.#onChange();
    const { count } = this;
    this.#layer.notify(
      this.#on
        ? `Marks are on. ${count > 0 ? `${countPassages(count)} can be read beside a survey figure.` : 'Nothing is marked on this page.'}`
        : 'Marks are off on this page.',
    );
  }

  async hide(index: number, scope: HideScope): Promise<void> {
    const row = this.#rows()[index];
    if (!row) throw new Error('This passage is no longer on the page.');
    await this.#setHidden(row.passage, row.match.statistic, scope, true);
    this.#layer.notify(
      { mark: 'This mark is hidden.', page: 'Hidden on this page.', site: 'Hidden on this site.' }[scope],
      { label: 'Undo', run: () => void this.#setHidden(row.passage, row.match.statistic, scope, false) },
    );
  }

  async unhide(index: number, scope: HideScope): Promise<void> {
    const row = this.#rows()[index];
    if (row) await this.#setHidden(row.passage, row.match.statistic, scope, false);
  }

  /** Takes away marks, controls, card and listeners. */
  remove(): void {
    this.#stopPointer();
    this.#page = null;
    this.#passages = [];
    this.#refresh();
  }

  async #setHidden({ key }: KeyedPassage, statistic: StatisticId, scope: HideScope, hide: boolean): Promise<void> {
    if (scope === 'mark') {
      if (hide) this.#hiddenMarks.add(key);
      else this.#hiddenMarks.delete(key);
    } else {
      const change = hide ? this.#background.hideFigure : this.#background.unhideFigure;
      await change(statistic, scope).catch(() => hide && this.#hiddenForNow.set(statistic, scope));
      if (hide) this.#hiddenFigures.set(statistic, scope);
      else {
        this.#hiddenFigures.delete(statistic);
        this.#hiddenForNow.delete(statistic);
      }
    }
    this.#refresh();
    this.#onChange();
  }

  #rows(): { passage: KeyedPassage; match: Match }[] {
    return this.#passages.flatMap((passage) => passage.matches.map((match) => ({ passage, match })));
  }

  #hidden(match: Match, key: string): HideScope | null {
    return this.#hiddenMarks.has(key) ? 'mark' : (this.#hiddenFigures.get(match.statistic) ?? null);
  }

  #choose(): Set<Match> {
    if (!this.#on || !this.#page) return new Set();
    const visible = this.#rows().filter(({ match, passage }) => !this.#hidden(match, passage.key));
    return chooseMarks(
      visible.map(({ match }) => match),
      this.#page.text,
    );
  }

  /** Brings marks, controls and card in step with passages and what is hidden. */
  #refresh(): void {
    const chosen = this.#choose();
    this.#marked = this.#passages.filter(({ matches }) => matches.some((match) => chosen.has(match)));
    this.#paint();
    this.#layer.setControls(
      this.#marked.map(({ key, range, matches: [match] }) => ({
        key,
        range,
        label: `Survey figure for: “${shorten(match.claim.text)}”`,
      })),
      (index) => this.#open(this.#marked[index]),
    );
    const card = this.#card;
    const passage = card && this.#passages.find(({ key }) => key === card.key);
    const isHidden = passage?.matches.every((match) => this.#hidden(match, passage.key)) ?? true;
    if (passage && !isHidden) card?.move(passage.range);
    else card?.close();
  }

  #paint(): void {
    this.#unpaint();
    this.#unpaint = paint(this.#marked.map(({ range }) => range));
  }

  #open(passage: KeyedPassage | undefined): void {
    if (!passage || !this.#page) return;
    this.#shown = passage.key;
    this.#card?.close();
    this.#card = {
      key: passage.key,
      ...openCard({
        passage,
        page: this.#page,
        layer: this.#layer,
        background: this.#background,
        hide: (statistic, scope) =>
          this.hide(
            this.#rows().findIndex((row) => row.passage.key === passage.key && row.match.statistic === statistic),
            scope,
          ),
      }),
    };
  }
}

/** "1 passage", "3 passages". */
export function countPassages(count: number): string {
  return count === 1 ? '1 passage' : `${count} passages`;
}

function shorten(text: string): string {
  return text.length <= LABEL_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', LABEL_LENGTH))}…`;
}
