/** The edition that is shipped in the package, so that the product works with no feed at all. */
import patternsAndEvidence from './embedded-feed.json';
import figures from './embedded-figures.json';
import { type Feed, parseFeed } from './feed';

/** The embedded edition as a document, as one is published. */
export const embeddedDocument = { ...figures, ...patternsAndEvidence };

/** The whole embedded edition. */
export function embeddedFeed(): Feed {
  return parseFeed(embeddedDocument);
}
