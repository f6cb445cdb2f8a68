/** The match patterns of pages with quotes let each of them in, and few others. */
import { describe, expect, it } from 'vitest';
import { pageKey } from '../../lib/domain/page-address';
import { patternsOf } from '../../lib/domain/page-patterns';

describe('the patterns of a page', () => {
  it.each<[string, string[]]>([
    ['https://www.news.example/health/therapists?utm_source=mail#top', ['*://*.news.example/health/therapists*']],
    ['https://news.example/story?id=7', ['*://*.news.example/story*']],
    ['http://news.example:8080/story/', ['*://*.news.example/story*']],
    ['https://news.example/', ['*://*.news.example/', '*://*.news.example/?*']],
    ['https://news.example/caf\u00e9/7', ['*://*.news.example/caf*']],
    ['https://app.example/#/story/7', ['*://*.app.example/', '*://*.app.example/?*']],
    ['https://user@news.example/story', []],
    ['https://[::1]/story', []],
    ['file:///home/me/story.html', []],
  ])('at %s are %j', (url, patterns) => {
    expect(patternsOf([pageKey(url)])).toEqual(patterns);
  });

  it('are given once, and a whole host as one', () => {
    expect(patternsOf(['news.example/a?id=1', 'news.example/a?id=2', 'bbc.example/*'])).toEqual([
      '*://*.news.example/a*',
      '*://*.bbc.example/*',
    ]);
  });
});
