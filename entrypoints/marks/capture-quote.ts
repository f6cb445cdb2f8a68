/** Journey 3 on the page: a selection, a marked passage or pasted words become a quote. */

import { i18n } from '#i18n';
import { findArticleRoot } from '../../lib/dom/article-root';
import type { PageLayer } from '../../lib/dom/page-layer';
import { readSource } from '../../lib/dom/page-source';
import { type PageText, readPageText } from '../../lib/dom/page-text';
import type { AnnotationDraft, PageSource } from '../../lib/domain/annotation';
import { reasonOf } from '../../lib/domain/error-reason';
import { findPasted } from '../../lib/domain/find-pasted';
import { describeQuote, type TextQuoteSelector } from '../../lib/domain/selector';
import type { StatisticId } from '../../lib/domain/statistic';
import type { Span } from '../../lib/domain/text';
import { findTextDirective } from '../../lib/domain/text-fragment';
import type { ContentToBackground, Remote } from '../../lib/platform/messages';
import type { Passage, ScannedPage } from '../matcher';
import { copyText } from './copy-text';

type Background = Remote<ContentToBackground>;

/** Tells which figures a part of the page bears on, as far as the matcher found any. */
type Suggest = (range: Range) => StatisticId[];

/** Saves the selected text, and says on the page what became of it. */
export async function saveSelection(layer: PageLayer, background: Background, suggest: Suggest): Promise<void> {
  const selection = getSelection();
  const draft = selection && describeSelection(selection, suggest);
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
    const reason = reasonOf(error);
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
  const textDirective = testedDirective(quote);
  return save({ quote, position, ...textDirective, source: pageSource(), statistics }, background);
}

/** What the page says of itself. */
export function pageSource(): PageSource {
  return readSource(document, location);
}

/** A text on the page, with its place and figures; null where it doesn't stand there, or more than once. */
export function placeText(words: string, suggest: Suggest): AnnotationDraft | null {
  const page = readArticleText();
  const span = page && findPasted(page.text, words);
  return span ? describeSpan(page, span, suggest) : null;
}

async function save(draft: AnnotationDraft, background: Background): Promise<string> {
  const { duplicate } = await background.saveQuote(draft);
  return duplicate ? i18n.t('page.quoteKnown') : i18n.t('page.quoteSaved');
}

/** The selection with its place in the article, or with its words alone where it lies outside; null where it is empty. */
function describeSelection(selection: Selection, suggest: Suggest): AnnotationDraft | null {
  const exact = selection.toString().trim();
  if (selection.isCollapsed || !exact) return null;
  const page = readArticleText();
  const span = page?.toSpan(selection.getRangeAt(0));
  if (page && span) return describeSpan(page, span, suggest);
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    position: null,
    source: pageSource(),
    statistics: [],
  };
}

function describeSpan(page: PageText, span: Span, suggest: Suggest): AnnotationDraft {
  const [quote, position] = describeQuote(page.text, span);
  const range = page.toRange(span);
  const textDirective = testedDirective(quote);
  return { quote, position, ...textDirective, source: pageSource(), statistics: range ? suggest(range) : [] };
}

/** The fragment that leads to the quote alone, tested on all that the page shows, which is what a browser searches. */
function testedDirective(quote: TextQuoteSelector): Pick<AnnotationDraft, 'textDirective'> {
  const textDirective = findTextDirective(document.body.innerText, quote);
  return textDirective === null ? {} : { textDirective };
}

function readArticleText(): PageText | null {
  const root = findArticleRoot(document);
  return root && readPageText(root);
}

/** The figures that a part of the page bears on: those of the passages that it touches. */
export function figuresIn(range: Range, passages: readonly Passage[]): StatisticId[] {
  const touched = passages.filter(
    ({ range: passage }) =>
      passage.compareBoundaryPoints(Range.END_TO_START, range) < 0 &&
      passage.compareBoundaryPoints(Range.START_TO_END, range) > 0,
  );
  return [...new Set(touched.flatMap(({ matches }) => matches.map(({ statistic }) => statistic)))];
}
