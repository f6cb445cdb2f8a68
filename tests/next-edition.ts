/** An invented next edition of the results, for tests: the embedded document with one thing after another changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedDocument, parseDocument } from '../lib/domain/feed-format';

/** The embedded document, to be changed freely; read as files, so that tests under every runner can. */
export function copyDocument(): FeedDocument {
  const [figures, patternsAndEvidence] = ['embedded-figures.json', 'embedded-feed.json'].map((name) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../lib/domain', name), 'utf8')),
  );
  return parseDocument({ ...figures, ...patternsAndEvidence });
}

/** An edition 3 of 812 invented answers, in which 43% of 790 answered Yes to the first question, and `edit` after that. */
export function nextDocument(edit: (document: FeedDocument) => void = () => undefined): FeedDocument {
  const document = copyDocument();
  document.edition = 3;
  document.headlineEdition = 3;
  document.published = '2027-03-05';
  document.editions.push({
    number: 3,
    respondents: 812,
    published: '2027-03-05',
    when: 'March 2027',
    preliminary: false,
    source: 'https://results.example/march-2027',
    disclosure: { fieldwork: 'in February 2027' },
  });
  statisticOf(document, 'manipulation').values.push({
    edition: 3,
    percent: 43,
    counts: { base: 790, counted: 340, dontKnow: 12 },
  });
  edit(document);
  return document;
}

export function statisticOf(document: FeedDocument, id: string): FeedDocument['statistics'][number] {
  const statistic = document.statistics.find((statistic) => statistic.id === id);
  if (!statistic) throw new Error(`No statistic is called ${id}`);
  return statistic;
}
