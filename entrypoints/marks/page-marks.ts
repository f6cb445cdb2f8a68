/** Journey 2 on the page: marks passages, lists and hides them, and opens the card of the one that is asked for. */
import { i18n } from '#i18n';
import { type PageLayer, revealRange } from '../../lib/dom/page-layer';
import { nextTask } from '../../lib/dom/slices';
import { chooseMarks } from '../../lib/domain/choose-marks';
import type { HideScope } from '../../lib/domain/hidden-figure';
import type { Match } from '../../lib/domain/match';
import type { PageMatch } from '../../lib/domain/page-match';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { createControlName } from './control-name';
import { Hiding } from './hiding';
import { type OpenCard, openCard } from './open-card';
import { PaintedMarks } from './painted-marks';
import { watchPointer } from './watch-pointer';

interface Dependencies {
  layer: PageLayer;
  background: Remote<ContentToBackground>;
  /** Told whenever something was hidden, shown again, opened, closed, or switched off or on. */
  onChange: () => void;
}

/** A passage that stays the same one from scan to scan. */
interface KeyedPassage extends Passage {
  key: string;
}

/** A match of the list, with the passage that it is of. */
interface Row {
  passage: KeyedPassage;
  match: Match;
}

const HIDDEN = { mark: 'page.markHidden', page: 'page.hiddenOnPage', site: 'page.hiddenOnSite' } as const;

/** The marks of one page, from the first scan on: later scans change them as little as they can. */
export class PageMarks {
  readonly #layer: PageLayer;
  readonly #background: Remote<ContentToBackground>;
  readonly #onChange: () => void;
  readonly #hiding: Hiding;
  #page: ScannedPage | null = null;
  /** All that matched, hidden or not. */
  passages: KeyedPassage[] = [];
  /** Those of them that are marked. */
  #marked: KeyedPassage[] = [];
  #isRemoved = false;
  #on = true;
  /** What the settings said last: a change of them decides over what was switched on this page. */
  #wanted = true;
  #card: (OpenCard & { key: string }) | undefined;
  /** Key of the passage whose card was shown last. */
  #shown = '';
  readonly #painted = new PaintedMarks();
  readonly #nameControl = createControlName();
  readonly #stopPointer: () => void;

  constructor({ layer, background, onChange }: Dependencies) {
    this.#layer = layer;
    this.#background = background;
    this.#onChange = onChange;
    this.#hiding = new Hiding(background);
    this.#stopPointer = watchPointer({
      layer,
      ranges: () => this.#marked.map(({ range }) => range),
      open: (index) => this.#open(this.#marked[index]),
    });
  }

  /** How many passages can be read beside a figure: those that are hidden are left out. */
  get count(): number {
    return this.passages.filter(({ matches, key }) => matches.some((match) => !this.#hiding.of(match, key))).length;
  }

  /** Shows what a scan found, painted last: what is seen to be marked can be used. Resolves to whether the list changed. */
  async show(page: ScannedPage | null, announce: boolean): Promise<boolean> {
    const before = JSON.stringify(this.list());
    this.#page = page;
    if (page && page.data.showMarks !== this.#wanted) this.#on = this.#wanted = page.data.showMarks;
    if (page) this.#hiding.update(page.data);
    const seen = new Map<string, number>();
    this.passages = (page?.passages ?? []).map((passage) => {
      const { text } = passage.matches[0].claim;
      const times = seen.get(text) ?? 0;
      seen.set(text, times + 1);
      return { ...passage, key: `${times} ${text}` };
    });
    this.#placeControls();
    await nextTask();
    if (this.#isRemoved) return false;
    this.#paint();
    if (announce && this.#marked.length > 0)
      this.#layer.announce(i18n.t('page.found', this.count, { count: this.count }));
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
      hidden: this.#hiding.of(match, passage.key),
      open: this.#card?.key === passage.key,
    }));
  }

  /** Scrolls to a match of the list and opens its card, whether it is marked or not. */
  open(index: number): void {
    const { passage } = this.#rowAt(index);
    revealRange(passage.range);
    this.#open(passage);
  }

  /** Opens the card of the marked passage after the one shown last, and around again. */
  showNext(): void {
    if (this.#marked.length === 0) {
      this.#layer.notify(i18n.t(this.#on ? 'page.noneMarked' : 'page.marksOff'));
      return;
    }
    const next = (this.#marked.findIndex(({ key }) => key === this.#shown) + 1) % this.#marked.length;
    this.#layer.focusControl(next);
    this.#open(this.#marked[next]);
  }

  toggle(): void {
    this.#on = !this.#on;
    this.#update();
    this.#layer.notify(this.#on ? i18n.t('page.marksOn', this.count, { count: this.count }) : i18n.t('page.marksOff'));
  }

  /** Hides a match of the list, says so and offers to take it back. */
  async hide(index: number, scope: HideScope): Promise<void> {
    const row = this.#rowAt(index);
    const opener = this.#card?.opener;
    await this.#hiding.hide(row.match, row.passage.key, scope);
    this.#update();
    const undo = async () => {
      await this.#unhide(row, scope);
      if (opener) this.#layer.focusControl(this.#marked.findIndex(({ key }) => key === row.passage.key));
    };
    const fail = ({ message }: Error) => this.#layer.notify(i18n.t('page.stillHidden', { reason: message }));
    this.#layer.notify(i18n.t(HIDDEN[scope]), { label: i18n.t('page.undo'), run: () => void undo().catch(fail) });
    // The control that led to the card is gone with the mark: the focus goes to what brings it back.
    if (opener && !opener.isConnected) this.#layer.focusNotice();
  }

  async unhide(index: number, scope: HideScope): Promise<void> {
    await this.#unhide(this.#rowAt(index), scope);
  }

  /** Takes away marks, controls, card and listeners. */
  remove(): void {
    this.#stopPointer();
    this.#page = null;
    this.passages = [];
    this.#refresh();
    this.#painted.remove();
    this.#isRemoved = true;
  }

  async #unhide({ passage, match }: Row, scope: HideScope): Promise<void> {
    await this.#hiding.unhide(match, passage.key, scope);
    this.#update();
  }

  #rows(): Row[] {
    return this.passages.flatMap((passage) => passage.matches.map((match) => ({ passage, match })));
  }

  #rowAt(index: number): Row {
    const row = this.#rows()[index];
    if (!row) throw new Error(i18n.t('page.gone'));
    return row;
  }

  #update(): void {
    this.#refresh();
    this.#onChange();
  }

  #choose(): Set<Match> {
    if (!this.#on || !this.#page) return new Set();
    const visible = this.#rows().filter(({ match, passage }) => !this.#hiding.of(match, passage.key));
    return chooseMarks(
      visible.map(({ match }) => match),
      this.#page.text,
    );
  }

  /** Brings marks, controls and card in step with passages and what is hidden. */
  #refresh(): void {
    this.#placeControls();
    this.#paint();
  }

  #paint(): void {
    this.#painted.show(
      this.#marked.map(({ range }) => range),
      this.#page?.data.printMarks ?? false,
    );
  }

  #placeControls(): void {
    const chosen = this.#choose();
    this.#marked = this.passages.filter(({ matches }) => matches.some((match) => chosen.has(match)));
    this.#layer.setControls(
      this.#marked.map(({ key, range, matches: [match] }) => ({
        key,
        range,
        label: this.#nameControl(match.claim.text),
      })),
      (index) => this.#open(this.#marked[index]),
    );
    const card = this.#card;
    const passage = card && this.passages.find(({ key }) => key === card.key);
    const isHidden = passage?.matches.every((match) => this.#hiding.of(match, passage.key)) ?? true;
    if (passage && !isHidden) card?.move(passage.range);
    else card?.close();
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
        onClose: () => {
          this.#card = undefined;
          this.#onChange();
        },
      }),
    };
    this.#onChange();
  }
}
