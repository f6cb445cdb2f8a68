/** The embedded edition holds the published figures, and a feed at fault is refused with its reason. */
import { describe, expect, it } from 'vitest';
import { embeddedDocument as document, embeddedFeed } from '../../lib/domain/embedded-feed';
import { embeddedFigures } from '../../lib/domain/embedded-figures';
import { parseFeed } from '../../lib/domain/feed';
import { describeFigure, disclose, discloseBriefly } from '../../lib/domain/statistic';
import { OPEN_QUESTIONS, PUBLISHED } from '../published-figures';

const feed = embeddedFeed();

describe('the embedded edition', () => {
  it.each(PUBLISHED)('gives $id as $answer $percent% at 550, and what is known at 650', (published) => {
    const { id, answer, percent, later } = published;
    const statistic = feed.statistics.find((s) => s.id === id);
    expect(statistic?.countedAnswer).toBe(answer);
    expect(statistic?.headline).toMatchObject({
      percent,
      edition: { respondents: 550, preliminary: true, published: '2019-11-13' },
    });
    expect(statistic?.otherValues.map((v) => [v.percent, v.edition.respondents])).toEqual(
      later === undefined ? [] : [[later, 650]],
    );
  });

  it('keeps the survey’s order, with the open questions last', () => {
    expect(feed.statistics.map((s) => s.id)).toEqual([...PUBLISHED.map(({ id }) => id), ...OPEN_QUESTIONS]);
  });

  it('says “asked to”, “ever” and “current and past” in the figure on manipulation', () => {
    const [manipulation] = feed.statistics;
    expect(manipulation && describeFigure(manipulation)).toBe(
      '41% of the 550 current and past IAPT workers who answered said they had ever been asked to manipulate performance data.',
    );
  });

  it('never writes a figure’s disclosure without selection, organiser, interest, date and preliminary state', () => {
    for (const statistic of feed.statistics) {
      for (const line of [disclose(statistic), discloseBriefly(statistic)]) {
        expect(line).toMatch(/self-selected/i);
        expect(line).toContain('Surviving Work');
        expect(line).toContain('campaigns on');
        expect(line).toContain('November 2019');
        if (statistic.headline) expect(line).toContain('preliminary');
        expect(line).not.toMatch(/±|\+\/-/);
      }
    }
  });

  it('has the NHS reply among its evidence on manipulation', () => {
    const reply = feed.evidence.find((e) => e.id === 'independent-2021-nhs-reply');
    expect(reply?.bearsOn).toEqual([{ statistic: 'manipulation', relation: 'contrasts' }]);
  });

  it('says that it is not known whether the survey still takes answers', () => {
    expect(feed.survey.status).toBe('unknown');
  });

  it('shows the same figures in the popup’s first frame as in the whole', () => {
    expect(embeddedFigures().statistics).toEqual(feed.statistics);
  });
});

describe('a feed at fault', () => {
  const change = (edit: (feed: typeof document) => void): unknown => {
    const copy = structuredClone(document);
    edit(copy);
    return copy;
  };
  it.each<[string, unknown, RegExp]>([
    ['nothing', null, /the document/],
    [
      'another format',
      change((f) => {
        f.format = 2;
      }),
      /format: is not format 1/,
    ],
    [
      'a missing disclosure item',
      change((f) => {
        Reflect.deleteProperty(f.survey.disclosure, 'interest');
      }),
      /survey\.disclosure\.interest/,
    ],
    [
      'a link that is a script',
      change((f) => {
        f.survey.link = 'javascript:alert(1)';
      }),
      /survey\.link/,
    ],
    [
      'a figure over 100',
      change((f) => {
        Object.assign(f.statistics[0]?.values[0] ?? {}, { percent: 410 });
      }),
      /statistics\.0\.values\.0\.percent/,
    ],
    [
      'a value of an unknown edition',
      change((f) => {
        Object.assign(f.statistics[0]?.values[1] ?? {}, { edition: 9 });
      }),
      /manipulation has a value of edition 9/,
    ],
    [
      'the same id twice',
      change((f) => {
        Object.assign(f.statistics[1] ?? {}, { id: 'manipulation' });
      }),
      /statistic manipulation stands in it twice/,
    ],
    [
      'an edition that is not its newest',
      change((f) => {
        f.edition = 1;
      }),
      /its edition is 1/,
    ],
    [
      'a counted answer without a value',
      change((f) => {
        Object.assign(f.statistics[0] ?? {}, { values: [] });
      }),
      /manipulation must have a counted answer/,
    ],
    [
      'a field from nowhere',
      change((f) => {
        Object.assign(f, { script: 'x' });
      }),
      /script/,
    ],
  ])('is refused for %s, with the place named', (_, input, reason) => {
    expect(() => parseFeed(input)).toThrow(reason);
  });

  it('leaves a withdrawn statistic out', () => {
    const withdrawn = change((f) => {
      Object.assign(f, { withdrawals: [{ statistic: 'burnout', date: '2026-12-01', reason: 'a test' }] });
    });
    expect(parseFeed(withdrawn).statistics.map((s) => s.id)).not.toContain('burnout');
  });
});
