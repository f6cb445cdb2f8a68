/** A quote's source is what the page itself says, from the surest place that says it. */
import { describe, expect, it } from 'vitest';
import { readSource } from '../../lib/dom/page-source';

const parse = (head: string) => {
  const page = new DOMParser().parseFromString(
    `<html lang="en-GB"><head>${head}</head><body></body></html>`,
    'text/html',
  );
  return readSource(page, new URL('https://www.news.example/a?utm_source=x'));
};
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Therapists speak',
  author: [{ '@type': 'Person', name: 'Ada Moss' }, { name: ' Ben \n Oak ' }],
  publisher: { name: 'The Example' },
  datePublished: '2024-03-01T09:00:00Z',
  dateModified: '2024-03-02',
};

describe('a source', () => {
  it.each([
    ['one object', ARTICLE],
    ['a list', [{ '@type': 'WebSite', name: 'x' }, ARTICLE]],
    [
      'a graph',
      {
        '@graph': [{ '@type': 'BreadcrumbList' }, { ...ARTICLE, '@type': ['Thing', 'NewsArticle'] }],
      },
    ],
  ])('is read from JSON-LD as %s', (_, data) => {
    expect(parse(jsonLd(data))).toEqual({
      url: 'https://www.news.example/a?utm_source=x',
      canonicalUrl: null,
      title: 'Therapists speak',
      outlet: 'The Example',
      authors: ['Ada Moss', 'Ben Oak'],
      published: '2024-03-01T09:00:00Z',
      modified: '2024-03-02',
      language: 'en-GB',
    });
  });

  it('is read from Open Graph and meta tags where JSON-LD is broken', () => {
    const source = parse(
      '<script type="application/ld+json">{broken</script><title>Tab</title><meta property="og:title" content="Title"><meta property="og:site_name" content="The Example"><meta name="Author" content="Ada Moss"><meta property="article:published_time" content="2024-03-01">',
    );
    expect(source).toMatchObject({
      title: 'Title',
      outlet: 'The Example',
      authors: ['Ada Moss'],
      published: '2024-03-01',
    });
  });

  it('does not take a link to a profile for a name', () => {
    expect(parse('<meta property="article:author" content="https://social.example/ada">').authors).toEqual([]);
  });

  it('has the tab’s title where nothing else is said, and null for the rest', () => {
    expect(parse('<title>Tab</title>')).toMatchObject({ title: 'Tab', outlet: null, authors: [], published: null });
  });

  it.each([
    ['on the same site', 'https://news.example/a', 'https://news.example/a'],
    ['relative', '/a', 'https://www.news.example/a'],
    ['of another site', 'https://other.example/a', null],
    ['that is a script', 'javascript:alert(1)', null],
  ])('keeps a canonical address %s as it should', (_, href, kept) => {
    expect(parse(`<base href="https://www.news.example/a"><link rel="canonical" href="${href}">`).canonicalUrl).toBe(
      kept,
    );
  });

  it('never holds more than a line of what a page says', () => {
    expect(parse(jsonLd({ ...ARTICLE, headline: 'x'.repeat(10_000) })).title).toHaveLength(500);
  });
});
