/** The whole library in messages that no browser refuses for their length: Chrome takes 64 MB, some 40,000 quotes. */
import type { Annotation } from '../domain/annotation';
import type { PageToBackground, Remote } from './messages';

/** Quotes in one message: well under the limit, however long each is, and little enough work for one task. */
export const BATCH = 500;

type Background = Pick<Remote<PageToBackground>, 'readAnnotations'>;

/** All quotes in the order of their ids, some at a time. */
export async function* readInBatches(background: Background): AsyncGenerator<Annotation[]> {
  let next: string | null = null;
  do {
    const batch: Awaited<ReturnType<Background['readAnnotations']>> = await background.readAnnotations(next, BATCH);
    yield batch.annotations;
    next = batch.next;
  } while (next !== null);
}

/** All quotes in the order of their ids. */
export async function readAllQuotes(background: Background): Promise<Annotation[]> {
  const all: Annotation[] = [];
  for await (const annotations of readInBatches(background)) all.push(...annotations);
  return all;
}
