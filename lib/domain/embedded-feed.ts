/** The edition that is shipped in the package, so that the product works with no feed at all. */
import document, {
  edition,
  editions,
  format,
  headlineEdition,
  published,
  statistics,
  survey,
  withdrawals,
} from './embedded-feed.json';
import { type Feed, parseFeed } from './feed';

/** The whole embedded edition. */
export function embeddedFeed(): Feed {
  return parseFeed(document);
}

/** The embedded edition without patterns and evidence: all that the popup's first frame needs, at a third of the size. */
export function embeddedFigures(): Feed {
  return parseFeed({
    format,
    edition,
    headlineEdition,
    published,
    survey,
    editions,
    statistics,
    withdrawals,
    patterns: {},
    evidence: [],
  });
}
