/** The embedded evidence stands beside the statistics it bears on, and says how well its source is known. */
import { describe, expect, it } from 'vitest';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { type Evidence, evidenceFor } from '../../lib/domain/feed';

const feed = embeddedFeed();
const evidence = feed.evidence;

function bearingOn(statistic: string, relation: string): Evidence[] {
  return evidence.filter((record) =>
    record.bearsOn.some((bearing) => bearing.statistic === statistic && bearing.relation === relation),
  );
}

const idsOf = (records: Evidence[]) => records.map(({ id }) => id);

describe('the embedded evidence', () => {
  it('has eighty records, each with an id of its own', () => {
    expect(evidence).toHaveLength(80);
    expect(new Set(idsOf(evidence)).size).toBe(evidence.length);
  });

  it('bears on statistics of the feed only, and on each of them once', () => {
    const statistics = feed.statistics.map(({ id }) => id);
    for (const { id, bearsOn } of evidence) {
      const named = bearsOn.map(({ statistic }) => statistic);
      expect(
        named.filter((name) => !statistics.includes(name)),
        id,
      ).toEqual([]);
      expect(new Set(named).size, id).toBe(named.length);
    }
  });

  it('bears on nothing in the two facts about the programme alone', () => {
    const unrelated = evidence.filter(({ bearsOn }) => bearsOn.length === 0);
    expect(idsOf(unrelated)).toEqual(['programme-rename-2023', 'programme-workforce-2016']);
    expect(evidence.filter(({ kind }) => kind === 'programme-fact')).toEqual(unrelated);
  });

  it('has something to say beside every statistic with a figure, and not on one side alone', () => {
    const figures = feed.statistics.filter(({ headline }) => headline !== null);
    expect(figures).not.toHaveLength(0);
    for (const { id } of figures) {
      expect(bearingOn(id, 'supports'), id).not.toHaveLength(0);
      expect(bearingOn(id, 'contrasts'), id).not.toHaveLength(0);
    }
  });

  it('neither confirms nor refutes the number on manipulation', () => {
    expect(idsOf(bearingOn('manipulation', 'contrasts'))).toEqual(['independent-2021-nhs-reply']);
    expect(idsOf(bearingOn('manipulation', 'supports'))).toEqual(['babcp-2014-bullying']);
    for (const relation of ['contrasts', 'supports']) {
      for (const { figure } of bearingOn('manipulation', relation)) expect(figure).not.toMatch(/\d|per cent/);
    }
  });

  it('puts the NHS reply first on manipulation', () => {
    const manipulation = feed.statistics.find(({ id }) => id === 'manipulation');
    expect(manipulation && evidenceFor(feed, manipulation)[0]?.id).toBe('independent-2021-nhs-reply');
  });

  it.each([
    'www.cbtwatch.com',
    'www.medicalnewstoday.com',
    'forums.phoenixrising.me',
    'healthunlocked.com',
    'independent.co.uk',
    'www.theguardian.com',
    'www.bacp.co.uk',
    'www.nursinginpractice.com',
    'www.psychreg.org',
    'therapymeetsnumbers.com',
    'www.wired-gov.net',
    'hrnews.co.uk',
    'www.nuffieldtrust.org.uk',
  ])('is marked as seen in a secondary source where %s reports it', (host) => {
    const reported = evidence.filter(({ url }) => new URL(url).host === host);
    expect(reported).not.toHaveLength(0);
    for (const { id, seenIn } of reported) expect(seenIn, id).toBe('secondary-source');
  });

  it('is marked as seen in its source where an abstract or the issuer’s own page was read', () => {
    const firstHand = evidence.filter(({ seenAs }) => /^(abstract|(news )?page of the issuer)/.test(seenAs));
    expect(firstHand).not.toHaveLength(0);
    for (const { id, seenIn } of firstHand) expect(seenIn, id).toBe('source');
  });

  it('is independent of the survey’s author, two records apart', () => {
    const dependent = evidence.filter(({ independent }) => !independent);
    expect(idsOf(dependent)).toEqual(['cotton-foi-rereferral', 'cotton-2017-concerns']);
    for (const { id, caveat } of dependent) expect(caveat, id).toMatch(/survey/);
  });

  it('has years from the programme’s start to the day it was last read, or none', () => {
    for (const { id, year, checked } of evidence) {
      if (year === null) continue;
      expect(year, id).toBeGreaterThanOrEqual(2008);
      expect(year, id).toBeLessThanOrEqual(Number(checked.slice(0, 4)));
    }
  });

  it('warns, beside each yearly recovery rate, that it is not reliable recovery', () => {
    const yearly = evidence.filter(({ id, figure }) => /^nhs-stats-\d{4}-\d{2}$/.test(id) && / recovered/.test(figure));
    expect(yearly.filter(({ figure }) => !figure.includes('reliably recovered'))).toHaveLength(8);
    for (const { id, figure, caveat } of yearly) {
      if (!figure.includes('reliably recovered')) expect(caveat, id).toContain('reliable recovery');
    }
  });

  it('gives the diagnostic interviews of 2018 as 9.2%', () => {
    expect(evidence.find(({ id }) => id === 'scott-2018')?.figure).toContain('9.2%');
  });

  it('is set in typographic apostrophes', () => {
    for (const record of evidence) expect(JSON.stringify(record), record.id).not.toContain("'");
  });
});
