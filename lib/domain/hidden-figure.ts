/** Figures that a person doesn't want to see beside a page or a site: which, and where. */
import { parseSite, type Site } from './site';
import { STATISTIC_ID, type StatisticId } from './statistic';

/** How far hiding reaches: one mark for as long as the page is open, or a figure on a page or on a whole site. */
export type HideScope = 'mark' | 'page' | 'site';

/** A figure that is hidden for good, until the person takes it back. */
export interface HiddenFigure {
  statistic: StatisticId;
  site: Site;
  /** Address of the one page that is meant, or null for the whole site. */
  page: string | null;
}

/** More than anybody hides by hand: the oldest go. */
const MOST = 500;
const LONGEST_ADDRESS = 2_000;

/** Where a reader is: a page's address without its fragment, and its host. */
export interface Place {
  page: string;
  host: string;
}

/** What hides a figure on a page or on its whole site. */
export function hiddenFigure(statistic: StatisticId, scope: 'page' | 'site', { page, host }: Place): HiddenFigure {
  return { statistic, site: siteOf(host), page: scope === 'page' ? page : null };
}

/** The figures that are hidden at a place, and how far: a figure that is hidden on page and site counts as the site's. */
export function hiddenAt(hidden: readonly HiddenFigure[], { page, host }: Place): Record<StatisticId, 'page' | 'site'> {
  const found = new Map<StatisticId, 'page' | 'site'>();
  for (const entry of hidden) {
    if (entry.page === null && (host === entry.site || host.endsWith(`.${entry.site}`)))
      found.set(entry.statistic, 'site');
    else if (entry.page === page && !found.has(entry.statistic)) found.set(entry.statistic, 'page');
  }
  return Object.fromEntries(found);
}

/** Adds an entry to a list that has it no more than once. */
export function addHidden(hidden: readonly HiddenFigure[], entry: HiddenFigure): HiddenFigure[] {
  return [...removeHidden(hidden, entry), entry].slice(-MOST);
}

/** The list without an entry, however often it has it. */
export function removeHidden(hidden: readonly HiddenFigure[], { statistic, site, page }: HiddenFigure): HiddenFigure[] {
  return hidden.filter((entry) => !(entry.statistic === statistic && entry.site === site && entry.page === page));
}

/** Stored entries; what doesn't hold is dropped. */
export function parseHiddenFigures(input: unknown): HiddenFigure[] {
  return (Array.isArray(input) ? input : []).filter(isHiddenFigure).slice(-MOST);
}

function isHiddenFigure(input: unknown): input is HiddenFigure {
  if (typeof input !== 'object' || input === null) return false;
  const { statistic, site, page } = input as { [K in keyof HiddenFigure]?: unknown };
  return (
    typeof statistic === 'string' &&
    STATISTIC_ID.test(statistic) &&
    typeof site === 'string' &&
    site.length <= 253 &&
    (page === null || (typeof page === 'string' && page.length <= LONGEST_ADDRESS && /^https?:/.test(page)))
  );
}

/** The site that a person would name, or the bare host where there is no such name. */
function siteOf(host: string): Site {
  try {
    return parseSite(host);
  } catch {
    return host;
  }
}
