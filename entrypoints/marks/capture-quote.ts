/** Journey 3 on the page: a selection or a marked passage becomes a quote. */

import { i18n } from '#i18n';
import { findArticleRoot } from '../../lib/dom/article-root';
import type { PageLayer } from '../../lib/dom/page-layer';
import { readSource } from '../../lib/dom/page-source';
import { readPageText } from '../../lib/dom/page-text';
import type { AnnotationDraft } from '../../lib/domain/annotation';
import { describeQuote } from '../../lib/domain/selector';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { copyText } from './copy-text';

type Background = Remote<ContentToBackground>;

/** Saves the selected text, and says on the page what became of it. */
export async function saveSelection(layer: PageLayer, background: Background): Promise<void> {
  const selection = getSelection();
  const draft = selection && describeSelection(selection);
  if (!draft) {
    layer.notify(i18n.t('page.nothingSelected'));
    return;
  }
  try {
    layer.notify(await save(draft, background), {
      label: i18n.t('page.openQuotes'),
      run: () => void background.openLibrary(),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    layer.notify(i18n.t('page.quoteNotSaved', { reason }), {
      label: i18n.t('page.copyInstead'),
      run: () => void copyText(draft.quote.exact, layer),
    });
  }
}

/** Saves a marked passage. Resolves to what to say, once it is kept; rejects with the reason it was not. */
export function savePassage({ text }: ScannedPage, { matches }: Passage, background: Background): Promise<string> {
  const [quote, position] = describeQuote(text, matches[0].claim.span);
  const statistics = matches.map(({ statistic }) => statistic);
  return save({ quote, position, source: readSource(document, location), statistics }, background);
}

async function save(draft: AnnotationDraft, background: Background): Promise<string> {
  const { duplicate } = await background.saveQuote(draft);
  return duplicate ? i18n.t('page.quoteKnown') : i18n.t('page.quoteSaved');
}

/** The selection with its place in the article, or with its words alone where it lies outside; null where it is empty. */
function describeSelection(selection: Selection): AnnotationDraft | null {
  const exact = selection.toString().trim();
  if (selection.isCollapsed || !exact) return null;
  const source = readSource(document, location);
  const root = findArticleRoot(document);
  const page = root && readPageText(root);
  const span = page?.toSpan(selection.getRangeAt(0));
  if (!page || !span) {
    return {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: null,
      source,
      statistics: [],
    };
  }
  const [quote, position] = describeQuote(page.text, span);
  return { quote, position, source, statistics: [] };
}
