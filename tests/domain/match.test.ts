/** A match names the rule that held, so that a wrong one can be reported without a word of the page. */
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';
import { ruleId } from '../../lib/domain/match';

const patterns = compilePatterns(embeddedFeed().patterns);

describe('the id of a rule', () => {
  it('is one rule’s alone', () => {
    const ids = patterns.rules.map(ruleId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stands in each match, and says nothing of the passage', () => {
    const text = 'IAPT began in 2008. Most of the IAPT therapists who ring us are burnt out.';
    const [match] = [...findMatches({ title: 'IAPT staff', text }, patterns)].flat();
    expect(match?.statistic).toBe('burnout');
    const classes = match?.rule.split(':').at(2)?.split('+') ?? [];
    expect(classes.length).toBeGreaterThan(0);
    for (const name of classes) expect(patterns.terms.classes).toContain(name);
  });
});
