/** The JSON that the Hypothesis client exports: `{ export_date, annotations: […] }`, as its API describes annotations. */
import { type ImportContext, type ImportedEntry, toInstant } from './imported-entry';
import { asArray, asObject, asText, type Json } from './json-value';

/** Whether parsed JSON is such an export. */
export function isHypothesis(json: unknown): json is Json {
  const value = asObject(json);
  return value !== null && Array.isArray(value.annotations) && ('export_date' in value || 'client_version' in value);
}

/** An entry for each annotation. Page notes and replies quote nothing: as quotes they will be refused. */
export function readHypothesis(json: Json, context: ImportContext): ImportedEntry[] {
  return asArray(json.annotations).map((entry, index) => readEntry(asObject(entry) ?? {}, index, context));
}

function readEntry(entry: Json, index: number, { importedAt, newId }: ImportContext): ImportedEntry {
  const target = asObject(asArray(entry.target)[0]) ?? {};
  const selectors = asArray(target.selector).map((selector) => asObject(selector) ?? {});
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const created = toInstant(entry.created) ?? importedAt;
  const document = asObject(entry.document);
  return {
    label: asText(quote?.exact) ?? asText(entry.text)?.slice(0, 80) ?? `Entry ${index + 1}`,
    quote: {
      id: newId(),
      created,
      modified: toInstant(entry.updated) ?? created,
      quote: quote && {
        type: 'TextQuoteSelector',
        exact: quote.exact,
        prefix: asText(quote.prefix) ?? '',
        suffix: asText(quote.suffix) ?? '',
      },
      // Its positions count the whole page's characters, not the article's.
      position: null,
      source: {
        url: target.source ?? entry.uri,
        canonicalUrl: null,
        title: asText(asArray(document?.title)[0]) ?? '',
        outlet: null,
        authors: [],
        published: null,
        modified: null,
        language: null,
        seenAt: created,
      },
      statistics: [],
      speaker: null,
      speakerRole: null,
      note: asText(entry.text) ?? '',
      tags: asArray(entry.tags),
      stance: null,
      followUp: [],
      anchors: [],
    },
  };
}
