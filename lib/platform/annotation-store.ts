/** Quotes in the database. Every write resolves only when its transaction has completed. */
import { type Annotation, type AnnotationDraft, isSameQuote } from '../domain/annotation';
import type { Database } from './database';
import type { SaveOutcome } from './messages';

/** Keeps a quote, or finds the one that is the same passage of the same page. */
export async function saveQuote(db: Database, draft: AnnotationDraft, id: string, created: Date): Promise<SaveOutcome> {
  const tx = db.transaction('annotations', 'readwrite');
  const kept = await tx.store.index('url').getAll(draft.source.url);
  const same = kept.find((annotation) => isSameQuote(annotation, draft));
  const annotation = same ?? { ...draft, id, created: created.toISOString() };
  if (!same) await tx.store.add(annotation);
  await tx.done;
  return { annotation, duplicate: same !== undefined };
}

/** All quotes, newest first. */
export async function listAnnotations(db: Database): Promise<Annotation[]> {
  return (await db.getAllFromIndex('annotations', 'created')).reverse();
}

export async function deleteAnnotations(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('annotations', 'readwrite');
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
}

/** Puts quotes back as they were; one that is there already is left as it is. */
export async function restoreAnnotations(db: Database, annotations: readonly Annotation[]): Promise<void> {
  const tx = db.transaction('annotations', 'readwrite');
  for (const annotation of annotations) {
    if ((await tx.store.getKey(annotation.id)) === undefined) await tx.store.add(annotation);
  }
  await tx.done;
}
