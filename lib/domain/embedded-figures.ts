/** The figures of the edition that is shipped in the package: all that a first frame needs, at a fortieth of the size. */
import document from './embedded-figures.json';
import { type Feed, parseFeed } from './feed';

/** The embedded edition without patterns and evidence. */
export function embeddedFigures(): Feed {
  return parseFeed({ ...document, patterns: {}, evidence: [] });
}
