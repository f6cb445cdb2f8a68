/** The matcher's script: loaded only into a page that names IAPT; reads the article and finds its passages. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findArticleRootInSteps } from '../lib/dom/article-root';
import { type PageText, readPageTextInSteps } from '../lib/dom/page-text';
import { inSlices } from '../lib/dom/slices';
import { findMatches } from '../lib/domain/find-matches';
import type { Article, Match } from '../lib/domain/match';
import type { ClaimData } from '../lib/platform/messages';

/** A passage that matched, with a match for each figure it bears on. */
export interface Passage {
  range: Range;
  matches: [Match, ...Match[]];
}

/** What was found, and what it takes to show it; the text is the one that the matches' spans belong to. */
export interface ScannedPage {
  passages: Passage[];
  text: string;
  data: ClaimData;
}

/** What matcher.js leaves in our isolated world: scans the page; null where nothing on it can be marked. */
export type ScanPage = (data: ClaimData) => Promise<ScannedPage | null>;

type Found = [Match, ...Match[]][];

export default defineUnlistedScript(() => {
  /** What was found last: a page that changes beside its article is not matched again. */
  let last: { title: string; text: string; data: ClaimData; found: Found } | undefined;

  const scanPage: ScanPage = async (data) => {
    const root = await inSlices(findArticleRootInSteps(document, data));
    if (!root) return null;
    const page = await inSlices(readPageTextInSteps(root, data));
    const { title } = document;
    if (last?.title !== title || last.text !== page.text || last.data !== data) {
      last = { title, text: page.text, data, found: await inSlices(collect({ title, text: page.text }, data)) };
    }
    const passages = last.found.flatMap((matches) => toPassage(matches, page));
    return passages.length > 0 ? { passages, text: page.text, data } : null;
  };
  Object.assign(globalThis, { timeToTalkIaptScan: scanPage });
});

/** The matches of each sentence that has any, but for those with figures that were withdrawn. */
function* collect(article: Article, { patterns, statistics }: ClaimData): Generator<void, Found> {
  const known = new Set(statistics.map(({ id }) => id));
  const found: Found = [];
  for (const matches of findMatches(article, patterns)) {
    const [first, ...rest] = matches.filter(({ statistic }) => known.has(statistic));
    if (first) found.push([first, ...rest]);
    yield;
  }
  return found;
}

/** The passage, or none where its text has left the page since it was read. */
function toPassage(matches: [Match, ...Match[]], page: PageText): Passage[] {
  const range = page.toRange(matches[0].claim.span);
  return range ? [{ range, matches }] : [];
}
