/** The script of marks: loaded only where something matched or was asked for; paints, lists, opens cards and saves quotes. */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import { leaveLastWords } from '../../lib/dom/last-words';
import { addPageLayer } from '../../lib/dom/page-layer';
import type { AnnotationDraft, PageSource } from '../../lib/domain/annotation';
import type { Appearance } from '../../lib/domain/settings';
import type { BackgroundToContent, ContentToBackground, Remote } from '../../lib/platform/messages';
import type { ScannedPage } from '../matcher';
import { CaptureButton } from './capture-button';
import { figuresIn, pageSource, placeText, saveSelection } from './capture-quote';
import { copyText } from './copy-text';
import { PageMarks } from './page-marks';
import { watchRuntime } from './watch-runtime';

/** What the content script may ask of the marks: what the background asks of it, and what only it knows. */
export interface Marks extends Pick<BackgroundToContent, OnPage>, Described {
  /** Offers to save what is selected, or no longer. */
  offerCapture(): void;
  /** Shows what a scan found, null being nothing; says how many there are if `announce`. Resolves to whether the list changed. */
  show(page: ScannedPage | null, announce: boolean): Promise<boolean>;
  /** How many passages are there, hidden ones left out. */
  count(): number;
  /** Whether a node is the layer's host. */
  owns(node: Node): boolean;
  sayChecked(paused: boolean): void;
  /** Gives all that is shown on the page the look that the person chose. */
  setAppearance(appearance: Appearance): void;
  /** Takes everything away, for good, and leaves one line where that is because the extension was updated. */
  leave(isUpdated?: boolean): void;
}

type OnPage =
  | 'showNextMatch'
  | 'listMatches'
  | 'showMatch'
  | 'hideMatches'
  | 'unhideMatches'
  | 'toggleMarks'
  | 'copyText'
  | 'saveSelection';

/** What is said of the page and its words, for the form in which quotes are pasted. */
interface Described {
  describePage(): PageSource;
  describeText(words: string): AnnotationDraft | null;
}

export interface MarksContext {
  background: Remote<ContentToBackground>;
  /** Told whenever something was hidden, shown again, opened, closed, or switched off or on. */
  onChange(): void;
  /** Told once the extension was updated or removed under the page. */
  onGone(): void;
}

/** What marks.js leaves in our isolated world. */
export type AddMarks = (context: MarksContext) => Marks;

const addMarks: AddMarks = ({ background, onChange, onGone }) => {
  const language = i18n.t('pages.language');
  const layer = addPageLayer(document, {
    language,
    control: i18n.t('page.control'),
    controls: i18n.t('page.controls'),
    close: i18n.t('common.close'),
  });
  // Read now: an extension that was updated can't be asked for it.
  const updated = i18n.t('page.updated');
  if (import.meta.env.FIREFOX)
    leaveLastWords(layer.root, { message: updated, close: i18n.t('common.close'), language });
  const marks = new PageMarks({ layer, background, onChange });
  const suggest = (range: Range) => figuresIn(range, marks.passages);
  const save = () => saveSelection(layer, background, suggest);
  const capture = new CaptureButton(layer, () => void save());
  const stopWatching = watchRuntime(onGone);
  return {
    show: (page, announce) => marks.show(page, announce),
    count: () => marks.count,
    owns: (node) => layer.owns(node),
    sayChecked(paused) {
      const { count } = marks;
      if (paused) layer.notify(i18n.t('page.paused'));
      else layer.notify(count > 0 ? i18n.t('page.checked', count, { count }) : i18n.t('page.nothingFound'));
    },
    setAppearance: (appearance) => layer.setScheme(appearance === 'system' ? 'light dark' : appearance),
    offerCapture: () => capture.update(),
    describePage: () => pageSource(),
    describeText: (words) => placeText(words, suggest),
    leave(isUpdated) {
      stopWatching();
      capture.remove();
      // First, or a layer that a new script has already taken away would come back to have its controls removed.
      layer.leave(isUpdated ? updated : undefined);
      marks.remove();
    },
    showNextMatch: () => marks.showNext(),
    listMatches: () => marks.list(),
    showMatch: (index) => marks.open(index),
    hideMatches: (index, scope) => marks.hide(index, scope),
    unhideMatches: (index, scope) => marks.unhide(index, scope),
    toggleMarks: () => marks.toggle(),
    saveSelection: save,
    copyText: (text) => copyText(text, layer),
  };
};

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { timeToTalkIaptMarks: addMarks });
});
