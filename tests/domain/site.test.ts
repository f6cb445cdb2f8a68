/** A site is asked for as narrowly as it is named, and what is granted can be read back. */
import { describe, expect, it } from 'vitest';
import { groupOrigins, NEWS_GROUPS, nameOf, originsOf, parseSite } from '../../lib/domain/site';

describe('parseSite', () => {
  it.each([
    ['theguardian.com', 'theguardian.com'],
    [' www.TheGuardian.com ', 'theguardian.com'],
    ['https://www.theguardian.com/society/2019/nov/13/x?y=1#z', 'theguardian.com'],
    ['http://hsj.co.uk', 'hsj.co.uk'],
    ['hsj.co.uk:8080/x', 'hsj.co.uk'],
    ['england.nhs.uk', 'england.nhs.uk'],
    ['www.gov.uk', 'www.gov.uk'],
    ['example.com.', 'example.com'],
    ['localhost:3000', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['https://www.MÜNCHEN.de/stadt?ä=ö', 'xn--mnchen-3ya.de'],
    ['новости.рф', 'xn--b1amnebsh.xn--p1ai'],
    ['ｔｈｅｇｕａｒｄｉａｎ.com', 'theguardian.com'],
  ])('reads %j as %s', (input, site) => {
    expect(parseSite(input)).toBe(site);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['guardian', 'not-a-site'],
    ['the guardian', 'not-a-site'],
    ['*', 'not-a-site'],
    ['*.com', 'not-a-site'],
    ['<all_urls>', 'not-a-site'],
    ['a..b', 'not-a-site'],
    ['-a.com', 'not-a-site'],
    ['2130706433', 'not-a-site'],
    ['127.1', 'not-a-site'],
    ['mün chen.de', 'not-a-site'],
    ['exa%00mple.com', 'not-a-site'],
    ['1.2.3.4.5', 'not-a-site'],
    ['256.1.1.1', 'not-a-site'],
    ['me@example.com', 'not-a-site'],
    ['javascript:alert(1)', 'not-a-site'],
    ['file:///etc/hosts', 'not-web'],
    ['moz-extension://abc/x', 'not-web'],
    ['co.uk', 'shared-ending'],
    ['gov.uk', 'shared-ending'],
    [`${'a'.repeat(300)}.com`, 'not-a-site'],
  ])('refuses %j with the reason %s', (input, reason) => {
    expect(() => parseSite(input)).toThrow(expect.objectContaining({ reason }));
  });

  it('names in the reason what was typed, cut short where it is long', () => {
    expect(() => parseSite(`${'a'.repeat(300)}.com`)).toThrow(expect.objectContaining({ named: `${'a'.repeat(60)}…` }));
    expect(() => parseSite('co.uk')).toThrow(expect.objectContaining({ named: 'co.uk' }));
  });
});

describe('match patterns', () => {
  it('are for a domain with its subdomains, on https and http alone', () => {
    expect(originsOf('theguardian.com')).toEqual(['https://*.theguardian.com/*', 'http://*.theguardian.com/*']);
  });

  it('are for one machine where there can be no subdomain', () => {
    expect(originsOf('localhost')).toEqual(['https://localhost/*', 'http://localhost/*']);
    expect(originsOf('127.0.0.1')).toEqual(['https://127.0.0.1/*', 'http://127.0.0.1/*']);
  });

  it('are read back as the sites they stand for, with the names that readers know', () => {
    const odd = ['https://other.example/*', '*://third.example/*', 'chrome://favicon/*', 'file:///*'];
    expect(groupOrigins([...originsOf('theguardian.com'), ...odd])).toEqual([
      { site: 'other.example', name: 'other.example', origins: ['https://other.example/*'] },
      { site: 'theguardian.com', name: 'The Guardian', origins: originsOf('theguardian.com') },
      { site: 'third.example', name: 'third.example', origins: ['*://third.example/*'] },
    ]);
  });

  it('for all sites are called so and stand first', () => {
    const [first] = groupOrigins([...originsOf('bbc.co.uk'), '<all_urls>', 'https://*/*', '*://*/*']);
    expect(first).toEqual({ site: null, name: 'Every site', origins: ['<all_urls>', 'https://*/*', '*://*/*'] });
  });
});

describe('the list of UK sites', () => {
  const sites = NEWS_GROUPS.flatMap((group) => group.sites);

  it('holds only sites that could be typed, each once', () => {
    for (const { site } of sites) expect(parseSite(site)).toBe(site);
    expect(new Set(sites.map(({ site }) => site)).size).toBe(sites.length);
  });

  it('leaves no group empty and calls only the press news', () => {
    for (const group of NEWS_GROUPS) expect(group.sites, group.id).not.toHaveLength(0);
    expect(NEWS_GROUPS.filter(({ isNews }) => isNews).map(({ id }) => id)).toEqual([
      'nationalNews',
      'regionalNews',
      'tradePress',
    ]);
    expect(sites.length).toBeGreaterThan(50);
  });

  it('gives each its name', () => {
    expect(nameOf('hsj.co.uk')).toBe('Health Service Journal');
    expect(nameOf('unlisted.example')).toBe('unlisted.example');
  });
});
