/** What the readers of import files need and give. */

/** One entry of a file, before it is parsed as a quote. */
export interface ImportedEntry {
  /** How a person finds it in the file: its words or its number. */
  label: string;
  /** What it says, in the shape of a quote; what it doesn't say is filled in. */
  quote: unknown;
}

/** What chance and clock give: the file doesn't say all that a quote needs. */
export interface ImportContext {
  /** ISO instant. */
  importedAt: string;
  newId: () => string;
}

/**
 * A point in time in the one form in which ours are kept and compared, in UTC with milliseconds: others write offsets and
 * microseconds. Null where it is none.
 */
export function toInstant(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
