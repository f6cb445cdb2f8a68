/** What people are told when a new edition comes: each figure with how many were asked, withdrawals first. */
import { describe, expect, it } from 'vitest';
import { describeDataset } from '../../lib/domain/dataset';
import { parseFeed } from '../../lib/domain/feed';
import { describeChanges } from '../../lib/domain/feed-changes';
import type { FeedDocument } from '../../lib/domain/feed-format';
import { describeFigure, disclose } from '../../lib/domain/statistic';
import { copyDocument, nextDocument, statisticOf } from '../next-edition';

const before = parseFeed(copyDocument());
const changesOf = (edit?: (document: FeedDocument) => void) =>
  describeChanges(before, parseFeed(nextDocument(edit))).map(({ text }) => text);

describe('between two editions', () => {
  it('nothing is told where nothing changed', () => {
    expect(describeChanges(before, before)).toEqual([]);
  });

  it('a figure is told with both values and how many each is of', () => {
    expect(changesOf()).toContain(
      '“Have you ever been asked to manipulate performance data?”: 41% of 550 (November 2019, preliminary) → 43% of 790 (March 2027).',
    );
  });

  it('a figure that the new edition does not give stays at its own edition, and only its order changes', () => {
    expect(changesOf().filter((text) => text.includes('well managed'))).toEqual([]);
    const feed = parseFeed(nextDocument());
    expect(feed.statistics.find(({ id }) => id === 'management')?.headline?.edition.number).toBe(1);
  });

  it('a value of an old edition that was put right is told as such', () => {
    const texts = changesOf((document) => {
      Object.assign(statisticOf(document, 'manipulation').values[0] ?? {}, { percent: 40 });
    });
    expect(texts.join('\n')).toContain('41% of 550 (November 2019, preliminary) was put right as 40% of 550');
  });

  it('other words for those who are counted are told, as they are what a reader reads', () => {
    const texts = changesOf((document) => {
      statisticOf(document, 'manipulation').predicate = 'had manipulated performance data';
    });
    expect(texts).toContain(
      '“Have you ever been asked to manipulate performance data?”: says that they “had manipulated performance data”, where it said that they “had ever been asked to manipulate performance data”.',
    );
  });

  it('an open question that is counted now is told by its figure, without an answer that never was', () => {
    const texts = changesOf((document) => {
      Object.assign(statisticOf(document, 'future'), {
        countedAnswer: 'Close them',
        predicate: 'wanted them closed',
        values: [{ edition: 3, percent: 12 }],
      });
    }).filter((text) => text.includes('happen to IAPT'));
    expect(texts).toEqual([expect.stringMatching(/: 12% of 812 \(March 2027\)\.$/)]);
  });

  it('a withdrawal comes first and gives the reason; its statistic, its rules and its figure are gone', () => {
    const document = nextDocument((document) => {
      document.withdrawals.push({
        statistic: 'burnout',
        date: '2027-03-05',
        reason: 'two answers were counted as one.',
      });
    });
    const feed = parseFeed(document);
    expect(describeChanges(before, feed)[0]).toEqual({
      kind: 'withdrawal',
      text: '“Have you ever experienced burnout as a result of working in IAPT?” was withdrawn: two answers were counted as one.',
    });
    expect(feed.statistics.map(({ id }) => id)).not.toContain('burnout');
    expect(feed.patterns.rules.filter(({ statistic }) => statistic === 'burnout')).toEqual([]);
    expect(feed.withdrawals[0]?.question).toMatch(/burnout/);
  });

  it('a survey that closed, a correction and a disclosure that became known are told', () => {
    const texts = changesOf((document) => {
      document.survey.status = 'closed';
      document.survey.disclosure.funding = 'a grant of an invented trust';
      document.corrections.push({ date: '2027-03-05', edition: 3, statistic: null, was: '1', now: '2' });
    });
    expect(texts).toContain('The form no longer takes answers.');
    expect(texts).toContain('Funding: not known → a grant of an invented trust.');
    expect(texts).toContain('Corrected: “1” is now “2”.');
  });

  it('a statistic that vanished without being withdrawn is told', () => {
    const texts = changesOf((document) => {
      document.statistics = document.statistics.filter(({ id }) => id !== 'good-care');
    });
    expect(texts).toContain('“Do you think you are providing good care in your service?” is no longer in the results.');
  });
});

describe('a figure of a new edition', () => {
  const [statistic] = parseFeed(nextDocument()).statistics;
  if (!statistic) throw new Error('The edition holds no statistic');

  it('is a share of those who answered the question, and disclosed with those who answered the survey', () => {
    expect(describeFigure(statistic)).toMatch(/^43% of the 790 current and past IAPT workers who answered said they/);
    expect(disclose(statistic)).toMatch(
      /^Of 812 current and past IAPT workers who chose to answer, in February 2027\./,
    );
  });
});

describe('as a schema.org Dataset', () => {
  it('gives each value with its question, its edition and how many were asked', () => {
    const dataset = describeDataset(nextDocument(), 'https://results.example/feed.json');
    expect(dataset).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'The IAPT Survey Results',
      creator: { '@type': 'Organization', name: 'Surviving Work' },
      version: '3',
      dateModified: '2027-03-05',
      distribution: { contentUrl: 'https://results.example/feed.json' },
    });
    expect(dataset).toHaveProperty(
      'variableMeasured',
      expect.arrayContaining([
        expect.objectContaining({
          propertyID: 'manipulation',
          value: 43,
          description: expect.stringContaining('Of 790 '),
        }),
        expect.objectContaining({
          propertyID: 'good-care',
          value: 69,
          description: expect.stringContaining('Of 650 '),
        }),
      ]),
    );
  });
});
