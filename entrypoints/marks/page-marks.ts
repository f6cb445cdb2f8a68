/** Journey 2 on the page: marks passages, lists and hides them, and opens the card of the one that is asked for. */
import { i18n } from '#i18n';
import { type Painting, paint } from '../../lib/dom/highlighter';
import { type PageLayer, revealRange } from '../../lib/dom/page-layer';
import { chooseMarks } from '../../lib/domain/choose-marks';
import type { HideScope } from '../../lib/domain/hidden-figure';
import type { Match } from '../../lib/domain/match';
import type { PageMatch } from '../../lib/domain/page-match';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { Hiding } from './hiding';
import { type OpenCard, openCard } from './open-card';
import { watchColours } from './watch-colours';
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

/** Longest part of a passage that names its control, in characters. */
const LABEL_LENGTH = 90;

const HIDDEN = { mark: 'page.markHidden', page: 'page.hiddenOnPage', site: 'page.hiddenOnSite' } as const;

/** How often marks are painted again between two scans. */
const MAX_REPAINTS = 20;

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
  #on = true;
  /** What the settings said last: a change of them decides over what was switched on this page. */
  #wanted = true;
  #card: (OpenCard & { key: string }) | undefined;
  /** Key of the passage whose card was shown last. */
  #shown = '';
  #painting: Painting | undefined;
  #repaints = 0;
  /** What stands before and after a passage: asked once, as that is slow, and not possible any more after an update. */
  readonly #controlName = i18n.t('page.controlFor', { passage: '\n' }).split('\n');
  readonly #stopPointer: () => void;
  readonly #stopColours: () => void;

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
    this.#stopColours = watchColours(() => this.#repaint());
  }

  /** How many passages can be read beside a figure: those that are hidden are left out. */
  get count(): number {
    return this.passages.filter(({ matches, key }) => matches.some((match) => !this.#hiding.of(match, key))).length;
  }

  /** Shows what a scan found; returns whether the list of matches changed. */
  show(page: ScannedPage | null, announce: boolean): boolean {
    const before = JSON.stringify(this.list());
    this.#repaints = 0;
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
    this.#refresh();
    if (announce && this.#marked.length > 0) {
      this.#layer.announce(i18n.t('page.found', this.count, { count: this.count }));
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
    const { passage, match } = this.#rowAt(index);
    await this.#hiding.hide(match, passage.key, scope);
    this.#update();
    this.#layer.notify(i18n.t(HIDDEN[scope]), {
      label: i18n.t('page.undo'),
      run: () => void this.#hiding.unhide(match, passage.key, scope).finally(() => this.#update()),
    });
  }

  async unhide(index: number, scope: HideScope): Promise<void> {
    const { passage, match } = this.#rowAt(index);
    await this.#hiding.unhide(match, passage.key, scope);
    this.#update();
  }

  /** Takes away marks, controls, card and listeners. */
  remove(): void {
    this.#stopPointer();
    this.#stopColours();
    this.#page = null;
    this.passages = [];
    this.#refresh();
  }

  #rows(): { passage: KeyedPassage; match: Match }[] {
    return this.passages.flatMap((passage) => passage.matches.map((match) => ({ passage, match })));
  }

  #rowAt(index: number): { passage: KeyedPassage; match: Match } {
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
    const chosen = this.#choose();
    this.#marked = this.passages.filter(({ matches }) => matches.some((match) => chosen.has(match)));
    this.#paint();
    const [before = '', after = ''] = this.#controlName;
    this.#layer.setControls(
      this.#marked.map(({ key, range, matches: [match] }) => ({
        key,
        range,
        label: `${before}${shorten(match.claim.text)}${after}`,
      })),
      (index) => this.#open(this.#marked[index]),
    );
    const card = this.#card;
    const passage = card && this.passages.find(({ key }) => key === card.key);
    const isHidden = passage?.matches.every((match) => this.#hiding.of(match, passage.key)) ?? true;
    if (passage && !isHidden) card?.move(passage.range);
    else card?.close();
  }

  #paint(): void {
    this.#painting?.remove();
    this.#painting = paint(
      this.#marked.map(({ range }) => range),
      { print: this.#page?.data.printMarks ?? false },
    );
  }

  /** Paints again where the page's colours changed, or where it cleared the marks: but it has its way in the end. */
  #repaint(): void {
    if (this.#painting?.isCurrent() || this.#repaints >= MAX_REPAINTS) return;
    this.#repaints += 1;
    this.#paint();
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

const shorten = (text: string) =>
  text.length <= LABEL_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', LABEL_LENGTH))}…`;
