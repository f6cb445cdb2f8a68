/** Evidence beside a figure starts with the other side's reply and takes every bearing in turn, whole. */
import { expect, it } from 'vitest';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { balanceEvidence, bearingOn } from '../../lib/domain/evidence';
import { evidenceFor } from '../../lib/domain/feed';

const feed = embeddedFeed();

it.each(feed.statistics.map((statistic) => [statistic.id, statistic] as const))(
  'of %s: none is lost, and the first three show both sides where there are two',
  (_, statistic) => {
    const all = evidenceFor(feed, statistic);
    const ordered = balanceEvidence(statistic, all);
    expect(new Set(ordered)).toEqual(new Set(all));
    expect(ordered).toHaveLength(all.length);
    if (statistic.reply) expect(ordered[0]?.id).toBe(statistic.reply);
    const bearings = all.map((item) => bearingOn(statistic, item));
    const first = ordered.slice(0, 3).map((item) => bearingOn(statistic, item));
    for (const side of ['supports', 'contrasts'] as const) if (bearings.includes(side)) expect(first).toContain(side);
  },
);
