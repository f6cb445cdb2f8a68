/** The quotes' script: loaded only into a page that quotes were saved from; finds them again and paints them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findArticleRootInSteps } from '../lib/dom/article-root';
import { readPageTextInSteps } from '../lib/dom/page-text';
import { paintQuotes } from '../lib/dom/quote-painter';
import { inSlices } from '../lib/dom/slices';
import { type AnchorOutcome, anchorQuotes } from '../lib/domain/anchor';
import type { FoundQuote, PageQuote } from '../lib/platform/quote-calls';

/** What quotes.js leaves in our isolated world: seeks the quotes on the page as it is, paints them and tells what it found. */
export type SeekQuotes = (quotes: readonly PageQuote[]) => Promise<FoundQuote[]>;

const seekQuotes: SeekQuotes = async (quotes) => {
  const article = await inSlices(findArticleRootInSteps(document));
  const found = await seekIn(article, quotes);
  // A quote may have been saved from beside the article, or the article be another part of the page by now.
  const missing = quotes.filter((_, index) => found[index]?.outcome.state === 'gone');
  if (missing.length > 0 && article !== document.body) {
    const beside = await seekIn(document.body, missing);
    for (const [index, quote] of missing.entries()) found[quotes.indexOf(quote)] = beside[index] ?? GONE;
  }
  const rangesOf = (state: AnchorOutcome['state']) =>
    found.flatMap(({ outcome, range }) => (range && outcome.state === state ? [range] : []));
  paintQuotes({ found: rangesOf('found'), changed: rangesOf('changed') });
  return quotes.map(({ id }, index) => {
    const { outcome } = found[index] ?? GONE;
    return { id, outcome: outcome.state, ...(outcome.state === 'changed' && { text: outcome.text }) };
  });
};

interface Found {
  outcome: AnchorOutcome;
  range: Range | null;
}

const GONE: Found = { outcome: { state: 'gone' }, range: null };

async function seekIn(root: Element | null, quotes: readonly PageQuote[]): Promise<Found[]> {
  if (!root) return quotes.map(() => GONE);
  const page = await inSlices(readPageTextInSteps(root));
  const found: Found[] = [];
  await inSlices(anchorQuotes(page.text, quotes), (outcome) => {
    if (!outcome) return;
    found.push({ outcome, range: 'span' in outcome ? page.toRange(outcome.span) : null });
  });
  return found;
}

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { timeToTalkIaptQuotes: seekQuotes });
});
