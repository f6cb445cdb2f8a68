/** A quote as the database holds it: with the keys of its pages, by which it is looked up. */
import { type Annotation, parseAnnotation } from '../domain/annotation';
import { pageKey } from '../domain/page-address';

export interface StoredAnnotation extends Annotation {
  /** Keys of the address it was saved at and of the one that the page gave as its own. */
  pages: string[];
}

/** A quote as it is written to the database. */
export function toStored(annotation: Annotation): StoredAnnotation {
  const { url, canonicalUrl } = annotation.source;
  return { ...annotation, pages: [...new Set([url, canonicalUrl ?? url].map(pageKey))] };
}

/** Parses a stored quote: what a disk gives back is input too. Throws Error with the field and the reason. */
export function parseStored(record: unknown): Annotation {
  return parseAnnotation(record);
}

/** A quote of version 1 with what later versions know of a quote; a record that is none is given back as it is. */
export function completeAnnotation(record: unknown): StoredAnnotation {
  try {
    const { created, source } = record as Annotation;
    const added = {
      modified: created,
      speaker: null,
      speakerRole: null,
      note: '',
      tags: [],
      stance: null,
      followUp: [],
      anchors: [],
    };
    return toStored(parseAnnotation({ ...added, ...(record as object), source: { ...source, seenAt: created } }));
  } catch {
    // Left for the reader, which sets it aside and tells: an upgrade that fails over one record would keep all from being read.
    return record as StoredAnnotation;
  }
}
