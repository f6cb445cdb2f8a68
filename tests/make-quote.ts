/** Saved quotes for tests, parsed as every stored quote is. */
import { type Annotation, parseAnnotation } from '../lib/domain/annotation';

type Change = Partial<Omit<Annotation, 'source'>> & { exact?: string; source?: Partial<Annotation['source']> };

/** A quote of an article about burnout, changed where the test says. */
export function makeQuote({
  exact = 'Staff are “burnt out”, a therapist said.',
  source,
  ...change
}: Change = {}): Annotation {
  return parseAnnotation({
    id: '0d9f3f0a-5c35-4d8e-9b54-2b6a3b1b7e11',
    created: '2026-11-20T08:00:00.000Z',
    quote: { type: 'TextQuoteSelector', exact, prefix: 'Before it. ', suffix: ' After it.' },
    position: null,
    modified: change.created ?? '2026-11-20T08:00:00.000Z',
    speaker: null,
    speakerRole: null,
    note: '',
    tags: [],
    stance: null,
    followUp: [],
    anchors: [],
    statistics: ['burnout', 'manipulation'],
    source: {
      url: 'https://news.example/iapt?a=1&b=2',
      canonicalUrl: null,
      title: 'Therapists speak out',
      outlet: 'The Example',
      authors: ['A. Writer', 'B. Writer'],
      published: '2026-11-19',
      modified: null,
      language: 'en-GB',
      seenAt: '2026-11-20T08:00:00.000Z',
      ...source,
    },
    ...change,
  });
}
