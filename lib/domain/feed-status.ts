/** How the feed stands: which edition is shown, since when, and what the last look for a newer one came to. */

/** The edition that is shown, and how it is kept up to date. Instants and dates are ISO. */
export interface FeedStatus {
  edition: number;
  published: string;
  /** Whether it is the edition that came with the extension. */
  isEmbedded: boolean;
  /** Where newer editions are looked for, and a short name of the key that must have signed them; null where nowhere. */
  place: { address: string; keyName: string } | null;
  /** Whether the person chose the place, instead of the one that the extension was built with. */
  isChosen: boolean;
  hasBuiltIn: boolean;
  /** The last check that ended, and why it brought nothing where it failed. */
  checkedAt: string | null;
  failure: string | null;
  dueAt: string | null;
  /** What the newest edition changed, until it was read. */
  news: { edition: number; changes: string[] } | null;
}
