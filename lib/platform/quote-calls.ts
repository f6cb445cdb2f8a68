/** The part of the protocol that is about quotes. */
import type { AnchorRecord, Annotation, AnnotationDraft, AnnotationEdit, PageSource } from '../domain/annotation';

/** The fate of a quote that was sent to be kept. */
export interface SaveOutcome {
  annotation: Annotation;
  /** True where the same passage of the same page was already kept; then nothing was added. */
  duplicate: boolean;
}

/** Some of the quotes, and where to go on; null at the end. */
export interface AnnotationBatch {
  annotations: Annotation[];
  next: string | null;
}

/** What was put back from the second copy, for the person to be told. */
export interface Recovery {
  /** ISO instant. */
  at: string;
  restored: number;
}

/** What there is to tell of the library beside its quotes. */
export interface LibraryState {
  /** How many quotes no exported file holds, and whether the person is to be reminded of it. */
  reminder: { unexported: number; isDue: boolean };
  /** Records that were no quotes and lie where they can be exported as they are. */
  setAside: number;
  /** Null where nothing was lost, or the person has been told. */
  recovery: Recovery | null;
  /** Why the second copy is behind, or null. */
  copyFailure: string | null;
}

/** A quote as its page needs it to find it again. */
export type PageQuote = Pick<Annotation, 'id' | 'quote' | 'position'>;

/** What a page found of one of its quotes. */
export type FoundQuote = { id: string } & Omit<AnchorRecord, 'at'>;

/** What a page may ask about the quotes saved from it; `canonical` is what it says its address is. */
export interface AnchorCalls {
  listOwnQuotes(canonical: string | null): PageQuote[];
  /** What is news is written down with its date. */
  reportOutcomes(found: FoundQuote[], canonical: string | null): void;
}

/** What a content script may ask about quotes. */
export interface ContentQuoteCalls extends AnchorCalls {
  saveQuote(draft: AnnotationDraft): SaveOutcome;
}

/** What only the extension's own pages may ask about quotes. */
export interface PageQuoteCalls {
  /** Keeps a quote that was pasted. */
  saveQuote(draft: AnnotationDraft): SaveOutcome;
  /** What a tab's page says of itself; null where it can't be read, or is in a private window. */
  readSource(tabId: number): PageSource | null;
  /** A text on a tab's page, with its place and figures; null where it doesn't stand there, or more than once. */
  describeText(tabId: number, text: string): AnnotationDraft | null;
  getLibraryState(): LibraryState;
  /** The person has been told of the recovery. */
  dismissRecovery(): void;
  /** A file holds these quotes now: it was exported, or they were imported from it. */
  markExported(ids: string[]): void;
  /** The person put the reminder to export off. */
  postponeReminder(): void;
  /** The records that were no quotes, as they were found. */
  listSetAside(): unknown[];
  /** The quotes of the second copy, for when the database does not open. */
  listCopy(): Annotation[];
  /** The newest `limit` quotes, newest first. */
  listNewest(limit: number): Annotation[];
  /** Up to `limit` quotes in the order of their ids, behind the id `after`. */
  readAnnotations(after: string | null, limit: number): AnnotationBatch;
  /** The quotes with these ids that are there. */
  getAnnotations(ids: string[]): Annotation[];
  countAnnotations(): number;
  /** Resolves to the quotes as they are now. */
  editAnnotations(ids: string[], edit: AnnotationEdit): Annotation[];
  tagAnnotations(ids: string[], change: { add: string[]; remove: string[] }): Annotation[];
  deleteAnnotations(ids: string[]): void;
  /** Puts deleted quotes back as they were. */
  restoreAnnotations(annotations: Annotation[]): void;
}

export type QuoteCalls = ContentQuoteCalls & PageQuoteCalls;
