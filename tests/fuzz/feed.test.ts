/** Whatever a feed's host sends: it is refused with a reason, or it is a feed whose figures stand with their disclosure. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { embeddedDocument } from '../../lib/domain/embedded-feed';
import { parseFeed } from '../../lib/domain/feed';
import { SEED, TIME } from './cases';
import { isPolluted, mutationsOf } from './mutations';

/** All kinds of things that a feed holds, and few of each, as a whole one takes long to parse. */
const DOCUMENT = {
  ...embeddedDocument,
  statistics: embeddedDocument.statistics.slice(0, 2),
  evidence: embeddedDocument.evidence
    .filter(({ bearsOn }) => bearsOn.every(({ statistic }) => isKept(statistic)))
    .slice(0, 3),
  patterns: { rules: embeddedDocument.patterns.rules.filter(({ statistic }) => isKept(statistic)).slice(0, 3) },
};

function isKept(id: string): boolean {
  return embeddedDocument.statistics.slice(0, 2).some((statistic) => statistic.id === id);
}

it(
  `F37: a feed is refused with a reason, or every figure in it has its disclosure and its question (seed ${SEED})`,
  () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutationsOf(DOCUMENT), (input) => {
        const feed = parsed(input);
        expect(isPolluted()).toBe(false);
        if (!feed) return;
        accepted++;
        expect(feed.statistics.length).toBeLessThanOrEqual(2);
        for (const { question, disclosure, headline } of feed.statistics) {
          expect(question).not.toBe('');
          expect(disclosure.population).not.toBe('');
          if (headline) expect(headline.percent).toBeGreaterThanOrEqual(0);
        }
        for (const { url } of feed.evidence) expect(url).toMatch(/^https:\/\//);
      }),
    );
    // A fuzzer that only ever tries what is refused at the door tests nothing behind it.
    expect(accepted).toBeGreaterThan(0);
  },
  TIME,
);

function parsed(input: unknown) {
  try {
    return parseFeed(input);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/^The feed was refused: \S/);
    return null;
  }
}
