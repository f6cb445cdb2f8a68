/** Paints the quotes that were found again: in their own way, so that nobody takes them for survey matches. */
import { canPaint } from './highlighter';

/** The names of public/marks.css, by what became of a quote. */
const NAMES = { found: 'time-to-talk-quote-found', changed: 'time-to-talk-quote-changed' };

/** Paints the passages that stand word for word, and those that changed, in place of those painted before. */
export function paintQuotes(ranges: Record<keyof typeof NAMES, readonly Range[]>): void {
  if (!canPaint()) return;
  clearQuotes();
  for (const state of ['found', 'changed'] as const) {
    if (ranges[state].length > 0) CSS.highlights.set(NAMES[state], new Highlight(...ranges[state]));
  }
}

/** Takes away what was painted, by whichever script of ours. */
export function clearQuotes(): void {
  for (const name of Object.values(NAMES)) CSS.highlights?.delete(name);
}

/** What is painted now: the function returned takes it away, but for what was painted anew since, as by a new script. */
export function holdPaintedQuotes(): () => void {
  const painted = Object.values(NAMES).map((name) => [name, CSS.highlights?.get(name)] as const);
  return () => {
    for (const [name, highlight] of painted) {
      if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  };
}
