/** Settings are read over their defaults, and a server's name is taken from what people paste. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseMastodonServer, parseSettings } from '../../lib/domain/settings';

describe('stored settings', () => {
  it.each([[undefined], [null], ['mastodon.social'], [[]], [{ mastodonServer: 7 }], [{ mastodonServer: 'a.b/c?d' }]])(
    'that don’t hold give the defaults: %j',
    (stored) => {
      expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('keep what is known and drop the rest', () => {
    expect(parseSettings({ mastodonServer: 'mastodon.social', colour: 'red' })).toEqual({
      ...DEFAULT_SETTINGS,
      mastodonServer: 'mastodon.social',
    });
  });

  it.each([
    [{ appearance: 'dark' }, { appearance: 'dark' }],
    [{ appearance: 'pink' }, {}],
    [{ showMarks: false }, { showMarks: false }],
    [{ showMarks: 'no' }, {}],
    [{ pause: 'until-resumed' }, { pause: 'until-resumed' }],
    [{ pause: '2026-11-23T13:00:00.000Z' }, { pause: '2026-11-23T13:00:00.000Z' }],
    [{ pause: 'for a while' }, {}],
  ])('%j are read as the defaults with %j', (stored, changed) => {
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...changed });
  });
});

describe('a Mastodon server', () => {
  it.each([
    'mastodon.social',
    ' Mastodon.Social ',
    'https://mastodon.social/@me',
    'http://mastodon.social',
    'mastodon.social/home?x=1',
    '@me@mastodon.social',
    'me@mastodon.social',
  ])('is read from “%s”', (typed) => {
    expect(parseMastodonServer(typed)).toBe('mastodon.social');
  });

  it('may be written in letters of any alphabet', () => {
    expect(parseMastodonServer('https://tüt.example/')).toBe('tüt.example');
  });

  it.each([
    'not a server',
    'localhost',
    '127.0.0.1',
    'mastodon.social:8080',
    'a..b',
    '-a.org',
    'javascript:alert(1)',
    '@me',
  ])('is refused with the reason where it can be none: “%s”', (typed) => {
    expect(() => parseMastodonServer(typed)).toThrow(expect.objectContaining({ reason: 'not-a-server' }));
  });

  it.each(['', '  ', 'https://'])('is asked for where nothing was given: “%s”', (typed) => {
    expect(() => parseMastodonServer(typed)).toThrow(expect.objectContaining({ reason: 'empty' }));
  });
});
