/** A hidden figure stays hidden on its page or site, nowhere else, and until it is taken back. */
import { describe, expect, it } from 'vitest';
import { addHidden, hiddenAt, hiddenFigure, parseHiddenFigures, removeHidden } from '../../lib/domain/hidden-figure';

const ARTICLE = { page: 'https://www.theguardian.com/society/a', host: 'www.theguardian.com' };
const OTHER = { page: 'https://www.theguardian.com/society/b', host: 'www.theguardian.com' };
const ELSEWHERE = { page: 'https://notguardian.com/society/a', host: 'notguardian.com' };

describe('a hidden figure', () => {
  it('on a page is hidden there and on no other', () => {
    const hidden = [hiddenFigure('burnout', 'page', ARTICLE)];
    expect(hiddenAt(hidden, ARTICLE)).toEqual({ burnout: 'page' });
    expect(hiddenAt(hidden, OTHER)).toEqual({});
  });

  it('on a site is hidden on its pages and subdomains and on no other site', () => {
    const hidden = [hiddenFigure('burnout', 'site', ARTICLE)];
    expect(hidden).toEqual([{ statistic: 'burnout', site: 'theguardian.com', page: null }]);
    expect(hiddenAt(hidden, OTHER)).toEqual({ burnout: 'site' });
    expect(hiddenAt(hidden, ELSEWHERE)).toEqual({});
  });

  it('on a machine without a site’s name is hidden by its host', () => {
    expect(hiddenFigure('burnout', 'site', { page: 'http://intranet/a', host: 'intranet' }).site).toBe('intranet');
  });

  it('is kept once, and taken back with what it was', () => {
    const entry = hiddenFigure('burnout', 'page', ARTICLE);
    const hidden = addHidden(addHidden([], entry), { ...entry });
    expect(hidden).toEqual([entry]);
    expect(removeHidden(hidden, hiddenFigure('burnout', 'site', ARTICLE))).toEqual([entry]);
    expect(removeHidden(hidden, { ...entry })).toEqual([]);
  });
});

it.each([
  [null],
  ['burnout'],
  [[null, 7, { statistic: 'burnout' }]],
  [[{ statistic: '__proto__', site: 'a.uk', page: null }]],
  [[{ statistic: 'burnout', site: 'a.uk', page: 'javascript:alert(1)' }]],
])('stored entries that don’t hold are dropped: %j', (stored) => {
  expect(parseHiddenFigures(stored)).toEqual([]);
});
