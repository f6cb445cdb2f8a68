/** Our own JSON-LD read back: what `writeJsonLd` wrote, whole, and other Web Annotations as far as they are quotes. */

import { CONTEXT, TEXT_FRAGMENTS } from './export-json-ld';
import { type ImportContext, type ImportedEntry, toInstant } from './imported-entry';
import { asArray, asObject, asText, type Json } from './json-value';

/** Whether parsed JSON is a Web Annotation, or a page or a collection of them with its items in it. */
export function isJsonLd(json: unknown): json is Json {
  const value = asObject(json);
  return value !== null && asArray(value['@context']).includes(CONTEXT) && itemsOf(value) !== null;
}

/** The annotations of a collection with its page, of a page, or the one annotation that the file is. */
function itemsOf(value: Json): unknown[] | null {
  if (value.type === 'AnnotationCollection') {
    const page = asObject(value.first);
    return page ? asArray(page.items) : value.total === 0 ? [] : null;
  }
  if (value.type === 'AnnotationPage') return asArray(value.items);
  return value.type === 'Annotation' ? [value] : null;
}

/** An entry for each annotation, in the file's order. */
export function readJsonLd(json: Json, context: ImportContext): ImportedEntry[] {
  return (itemsOf(json) ?? []).map((item, index) => readItem(asObject(item) ?? {}, index, context));
}

function readItem(item: Json, index: number, { importedAt, newId }: ImportContext): ImportedEntry {
  const target = asObject(asArray(item.target)[0]) ?? {};
  const source = asObject(target.source) ?? { id: target.source };
  const selectors = asArray(target.selector).map((selector) => asObject(selector) ?? {});
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const fragment = selectors.find(({ conformsTo }) => conformsTo === TEXT_FRAGMENTS);
  const bodies = asArray(item.body).map((body) => asObject(body) ?? {});
  const id = asText(item.id)?.match(/^urn:uuid:(.+)$/)?.[1];
  // What is no point in time stays, to be refused by its field.
  const instant = (value: unknown, otherwise: string) => toInstant(value) ?? asText(value) ?? otherwise;
  const created = instant(item.created, importedAt);
  return {
    label: asText(quote?.exact) ?? `Entry ${index + 1}`,
    quote: {
      id: id ?? newId(),
      created,
      modified: instant(item.modified, created),
      quote: quote && { prefix: '', suffix: '', ...quote },
      position: selectors.find(({ type }) => type === 'TextPositionSelector') ?? null,
      ...(fragment && { textDirective: String(fragment.value).replace(/^:~:/, '') }),
      source: {
        url: source.id,
        canonicalUrl: source['iapt:canonicalUrl'] ?? null,
        title: source['schema:headline'] ?? '',
        outlet: source['schema:publisher'] ?? null,
        authors: asArray(source['schema:author']),
        published: source['schema:datePublished'] ?? null,
        modified: source['schema:dateModified'] ?? null,
        language: source['dc:language'] ?? null,
        seenAt: instant(asObject(target.state)?.sourceDate, created),
      },
      statistics: bodies.map((body) => body['iapt:statistic']).filter((statistic) => statistic !== undefined),
      speaker: item['iapt:speaker'] ?? null,
      speakerRole: item['iapt:speakerRole'] ?? null,
      note: bodies.find(({ purpose }) => purpose === 'commenting')?.value ?? '',
      tags: bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value),
      stance: item['iapt:stance'] ?? null,
      followUp: asArray(item['iapt:followUp']),
      anchors: asArray(item['iapt:anchors']),
    },
  };
}
