/** What a page sends to be saved, in tests: words without their place, from an invented article. */
import type { AnnotationDraft } from '../lib/domain/annotation';

/** A draft of these words at an address; `change` says what else of the draft the test is about. */
export function makeDraft(
  exact: string,
  url = 'https://www.theguardian.com/society/an-article',
  change: Partial<AnnotationDraft> = {},
): AnnotationDraft {
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    position: null,
    source: {
      url,
      canonicalUrl: null,
      title: 'An article',
      outlet: null,
      authors: [],
      published: null,
      modified: null,
      language: null,
    },
    statistics: [],
    ...change,
  };
}
