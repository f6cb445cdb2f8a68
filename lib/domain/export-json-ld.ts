/**
 * Quotes as a W3C Annotation Collection with one page (https://www.w3.org/TR/annotation-model/): everything that is
 * kept of a quote, so that an import restores it whole. The model's own terms where it has them, schema.org's for the
 * article, and ours, under `iapt:`, for the rest.
 */
import type { Annotation } from './annotation';
import { describeFigure, disclose, type Statistic } from './statistic';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const TEXT_FRAGMENTS = 'https://wicg.github.io/scroll-to-text-fragment/';
const TERMS = { iapt: 'urn:x-time-to-talk-iapt:' };

/** The collection as JSON text. `exportedAt` is an ISO instant, and part of the collection's id. */
export function writeJsonLd(
  annotations: readonly Annotation[],
  statistics: readonly Statistic[],
  exportedAt: string,
): string {
  const id = `urn:x-time-to-talk-iapt:quotes:${exportedAt}`;
  const items = annotations.map((annotation) => writeAnnotation(annotation, statistics));
  const page = { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items };
  const collection = {
    '@context': [CONTEXT, TERMS],
    id,
    type: 'AnnotationCollection',
    label: 'Quotes about IAPT',
    created: exportedAt,
    generator: { id: 'urn:x-time-to-talk-iapt:extension', type: 'Software', name: 'Time to Talk IAPT' },
    total: items.length,
    ...(items.length > 0 && { first: page, last: page.id }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function writeAnnotation(annotation: Annotation, statistics: readonly Statistic[]): object {
  const { id, created, modified, quote, position, source, note, tags } = annotation;
  const bodies = [
    ...(note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }] : []),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ...annotation.statistics.map((id) => writeFigure(id, statistics)),
  ];
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: ['highlighting', ...new Set(bodies.map(({ purpose }) => purpose))],
    created,
    modified,
    ...(bodies.length > 0 && { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: {
        id: source.url,
        type: 'Text',
        ...present({
          'schema:headline': source.title,
          'schema:publisher': source.outlet,
          'schema:datePublished': source.published,
          'schema:dateModified': source.modified,
          'dc:language': source.language,
          'iapt:canonicalUrl': source.canonicalUrl,
        }),
        'schema:author': source.authors,
      },
      state: { type: 'TimeState', sourceDate: source.seenAt },
      selector: [quote, position, writeFragment(annotation)].filter((selector) => selector !== null),
    },
    ...present({
      'iapt:speaker': annotation.speaker,
      'iapt:speakerRole': annotation.speakerRole,
      'iapt:stance': annotation.stance,
    }),
    'iapt:followUp': annotation.followUp,
    'iapt:anchors': annotation.anchors,
  };
}

/** https://www.w3.org/TR/annotation-model/#fragment-selector, with what is known of it where no fragment leads there. */
function writeFragment({ textDirective }: Annotation): object | null {
  if (textDirective === undefined) return null;
  return { type: 'FragmentSelector', conformsTo: TEXT_FRAGMENTS, value: textDirective && `:~:${textDirective}` };
}

/** A figure as a body: its one sentence with its disclosure, which no reader of the file can lose. */
function writeFigure(id: string, statistics: readonly Statistic[]) {
  const statistic = statistics.find((candidate) => candidate.id === id);
  return {
    type: 'TextualBody',
    purpose: 'linking',
    format: 'text/plain',
    language: 'en-GB',
    value: statistic
      ? `${describeFigure(statistic)} ${disclose(statistic)}`
      : 'A figure that the survey no longer publishes.',
    'iapt:statistic': id,
  };
}

/** The properties that are not null. */
function present(properties: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== null));
}
