/** Reads the page's article and finds its passages, in slices that leave the page responsive. */

import { findArticleRoot } from '../../lib/dom/article-root';
import { readPageText } from '../../lib/dom/page-text';
import { findMatches, mentionsIapt } from '../../lib/domain/find-matches';
import type { Match } from '../../lib/domain/match';
import type { ClaimData } from '../../lib/platform/messages';
import { background } from './background-remote';

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

/** Milliseconds of work between two pauses: well under the 50 that make a long task, on a slow machine too. */
const SLICE = 8;

/** Scans the page; null where nothing on it can be marked, which most pages learn without asking the background. */
export async function scanPage(): Promise<ScannedPage | null> {
  // One native pass over the page's text: a page that never names IAPT pays for no more than this.
  if (!mentionsIapt(`${document.title}\n${document.body.textContent}`)) return null;
  const root = findArticleRoot(document);
  if (!root) return null;
  const data = await background.getClaimData();
  const page = readPageText(root);
  const passages: Passage[] = [];
  let pause = performance.now() + SLICE;
  for (const [first, ...rest] of findMatches({ title: document.title, text: page.text }, data.patterns)) {
    const range = first && page.toRange(first.claim.span);
    if (range) passages.push({ range, matches: [first, ...rest] });
    if (performance.now() > pause) {
      await nextTask();
      pause = performance.now() + SLICE;
    }
  }
  return passages.length > 0 ? { passages, text: page.text, data } : null;
}

/** A message to ourselves is a task of its own, which timers throttled in a background tab are not. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
