/** Sources as CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), for reference managers. */
import type { Annotation } from './annotation';
import { listSources } from './quote-source';

/** A JSON list with an item for each article, its quotes in its note. */
export function writeCsl(annotations: readonly Annotation[]): string {
  const items = listSources(annotations).map((source) => ({
    id: source.key,
    type: source.outlet ? 'article-newspaper' : 'webpage',
    title: source.title,
    ...(source.authors.length > 0 && { author: source.authors }),
    ...(source.outlet && { 'container-title': source.outlet }),
    ...(source.published.length > 0 && { issued: { 'date-parts': [source.published] } }),
    accessed: { 'date-parts': [source.accessed] },
    URL: source.url,
    ...(source.language && { language: source.language }),
    note: source.notes.join('\n'),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}
