/** The figures that the popup showed last, so that its first frame never goes back to what was replaced or withdrawn. */
import type { Feed } from '../../lib/domain/feed';
import { browser } from '../../lib/platform/browser';

const KEY = 'figures';

/** What was shown last, where it is newer than the embedded edition and was written by this version of the extension. */
export function lastFigures(embedded: Feed): Feed {
  try {
    const { version, feed } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { version?: string; feed?: Feed };
    return feed && version === currentVersion() && feed.edition > embedded.edition ? feed : embedded;
  } catch {
    return embedded;
  }
}

/** Remembers the figures for the next first frame; the evidence and the patterns come later anyway. */
export function rememberFigures(feed: Feed): void {
  const figures: Feed = { ...feed, evidence: [], patterns: { ...feed.patterns, classes: {}, rules: [] } };
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: currentVersion(), feed: figures }));
  } catch {
    // Full or forbidden: the next first frame is the embedded edition.
  }
}

function currentVersion(): string {
  return browser.runtime.getManifest().version;
}
