/** A feed as a schema.org Dataset, which search engines and data catalogues read: https://schema.org/Dataset. */
import { parseDocument } from './feed-format';

/** The Dataset as JSON-LD; `address` is where the document itself is published, or null where that is not known yet. */
export function describeDataset(input: unknown, address: string | null): object {
  const { survey, statistics, editions, edition, published, headlineEdition, withdrawals } = parseDocument(input);
  const headline = editions.find(({ number }) => number === headlineEdition);
  const disclosure = { ...survey.disclosure, ...headline?.disclosure };
  const withdrawn = new Set(withdrawals.map(({ statistic }) => statistic));
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: survey.title,
    description: `Answers of ${disclosure.population}, ${disclosure.fieldwork}. ${disclosure.selection}, ${disclosure.mode}, by ${disclosure.organiser}, ${disclosure.interest}. ${disclosure.limits} ${disclosure.age}`,
    url: survey.sourcePage,
    creator: { '@type': 'Organization', name: disclosure.organiser },
    ...(disclosure.funding ? { funder: { '@type': 'Organization', name: disclosure.funding } } : {}),
    ...(disclosure.area ? { spatialCoverage: disclosure.area } : {}),
    ...(headline?.published ? { datePublished: headline.published } : {}),
    dateModified: published,
    version: String(edition),
    measurementTechnique: `${disclosure.selection} survey, ${disclosure.mode}`,
    isAccessibleForFree: true,
    ...(address
      ? { distribution: { '@type': 'DataDownload', contentUrl: address, encodingFormat: 'application/json' } }
      : {}),
    variableMeasured: statistics
      .filter(({ id, countedAnswer }) => countedAnswer !== null && !withdrawn.has(id))
      .flatMap(({ id, question, countedAnswer, predicate, values }) =>
        values.map(({ edition: number, percent, counts }) => {
          const release = editions.find((release) => release.number === number);
          return {
            '@type': 'PropertyValue',
            propertyID: id,
            name: question,
            description: `Answered ${countedAnswer}: ${predicate}. Of ${counts?.base ?? release?.respondents} ${disclosure.population}, ${release?.when}${release?.preliminary ? ', preliminary' : ''}.`,
            value: percent,
            unitText: 'per cent',
            url: release?.source,
          };
        }),
      ),
  };
}
