/** Saved quotes for tests, made and parsed as every saved quote is. */
import { type Annotation, parseAnnotation, parseDraft } from '../lib/domain/annotation';
import { createAnnotation } from '../lib/domain/annotation-change';
import { makeDraft } from './make-draft';

type Change = Partial<Omit<Annotation, 'source'>> & { exact?: string; source?: Partial<Annotation['source']> };

const SAVED = '2026-11-20T08:00:00.000Z';

/** A quote of an article about burnout, changed where the test says. */
export function makeQuote({
  exact = 'Staff are “burnt out”, a therapist said.',
  created = SAVED,
  source,
  ...change
}: Change = {}): Annotation {
  const draft = parseDraft(makeDraft(exact, 'https://news.example/iapt?a=1&b=2'));
  const made = createAnnotation(draft, '0d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e11', created);
  return parseAnnotation({
    ...made,
    quote: { ...made.quote, prefix: 'Before it. ', suffix: ' After it.' },
    statistics: ['burnout', 'manipulation'],
    source: {
      ...made.source,
      title: 'Therapists speak out',
      outlet: 'The Example',
      authors: ['A. Writer', 'B. Writer'],
      published: '2026-11-19',
      language: 'en-GB',
      seenAt: SAVED,
      ...source,
    },
    ...change,
  });
}
