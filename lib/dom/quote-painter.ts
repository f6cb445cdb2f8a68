/** Paints the quotes that were found again: in their own way, so that nobody takes them for survey matches. */
import { canPaint } from './highlighter';

/** What the names of public/marks.css begin with. */
const PREFIX = 'time-to-talk-quote-';

/** Paints the passages that stand word for word, and those that changed, in place of those painted before. */
export function paintQuotes(ranges: { found: readonly Range[]; changed: readonly Range[] }): void {
  if (!canPaint()) return;
  for (const [name, painted] of Object.entries(ranges)) {
    if (painted.length > 0) CSS.highlights.set(PREFIX + name, new Highlight(...painted));
    else CSS.highlights.delete(PREFIX + name);
  }
}
