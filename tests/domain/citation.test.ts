/** A figure is copied only with its disclosure and its source. */
import { expect, it } from 'vitest';
import { citeFigure } from '../../lib/domain/citation';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { disclose } from '../../lib/domain/statistic';

const { statistics, survey } = embeddedFeed();

it.each(statistics.map((statistic) => [statistic.id, statistic] as const))(
  '%s is cited with its disclosure and source',
  (_, statistic) => {
    const text = citeFigure(statistic, survey);
    expect(text).toContain(disclose(statistic));
    expect(text).toContain('https://survivingwork.org/5241-2/');
    if (statistic.headline)
      expect(
        text.startsWith(`${statistic.headline.percent}% of the 550 current and past IAPT workers who answered`),
      ).toBe(true);
  },
);
