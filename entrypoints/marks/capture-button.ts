/** A button beside a selection in the article, which saves it; one press takes it away until the page is left. */
import { i18n } from '#i18n';
import { findArticleRoot } from '../../lib/dom/article-root';
import type { PageLayer } from '../../lib/dom/page-layer';
import { addSelectionButton, type SelectionButton } from '../../lib/dom/selection-button';

/** Fewer words are seldom a quote, and often a slip of the hand. */
const LEAST_WORDS = 3;
/** Where a selection is the person's own writing or the page's works. */
const NOT_ARTICLE = 'input,textarea,select,[contenteditable]:not([contenteditable="false"]),[role="textbox"]';

export class CaptureButton {
  readonly #layer: PageLayer;
  readonly #save: () => void;
  #button: SelectionButton | undefined;
  #isDismissed = false;

  constructor(layer: PageLayer, save: () => void) {
    this.#layer = layer;
    this.#save = save;
  }

  /** Shows the button beside the selection, where that is a part of the article, and takes it away where it isn't. */
  update(): void {
    const range = this.#isDismissed ? null : readSelection();
    if (!range) {
      this.#button?.hide();
      return;
    }
    this.#button ??= addSelectionButton(
      this.#layer.root,
      {
        save: this.#save,
        dismiss: () => {
          this.#isDismissed = true;
          this.#layer.announce(i18n.t('page.offerDismissed'));
        },
      },
      { language: i18n.t('pages.language'), save: i18n.t('card.save'), dismiss: i18n.t('page.dismissOffer') },
    );
    this.#button.show(range);
  }

  remove(): void {
    this.#button?.remove();
  }
}

/** The selection, where it holds some words and lies in the article. */
function readSelection(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  if (selection.toString().trim().split(/\s+/).length < LEAST_WORDS) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  const root = findArticleRoot(document);
  return element && root?.contains(element) && !element.closest(NOT_ARTICLE) ? range : null;
}
