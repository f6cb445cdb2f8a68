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

  it.each([
    ['a page with its main entity', { '@type': 'WebPage', mainEntity: ARTICLE }],
    [
      'a graph whose nodes refer to one another',
      {
        '@graph': [
          { ...ARTICLE, author: [{ '@id': '#ada' }, { '@id': '#ben' }], publisher: { '@id': '#example' } },
          { '@type': 'Person', '@id': '#ada', name: 'Ada Moss' },
          { '@type': 'Person', '@id': '#ben', name: 'Ben Oak' },
          { '@type': 'NewsMediaOrganization', '@id': '#example', name: 'The Example' },
        ],
      },
    ],
    [
      'one of several, by its address',
      [
        { ...ARTICLE, headline: 'Another', url: 'https://www.news.example/b' },
        { ...ARTICLE, mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://www.news.example/a' } },
      ],
    ],
    ['an analysis', { ...ARTICLE, '@type': 'AnalysisNewsArticle' }],
    ['a report in a journal', { ...ARTICLE, '@type': ['ScholarlyArticle'] }],
  ])('is read from JSON-LD as %s', (_, data) => {
    expect(parse(jsonLd(data))).toMatchObject({
      title: 'Therapists speak',
      outlet: 'The Example',
      authors: ['Ada Moss', 'Ben Oak'],
      published: '2024-03-01T09:00:00Z',
    });
  });

  it.each([
    ['comments around it', `<!--\n${JSON.stringify(ARTICLE)}\n-->`],
    ['a CDATA section', `//<![CDATA[\n${JSON.stringify(ARTICLE)}\n//]]>`],
    ['a comma at the end of its lists', JSON.stringify(ARTICLE).replace(/\}$/, ',}')],
    ['line breaks in its texts', JSON.stringify(ARTICLE).replace('Therapists speak', 'Therapists\n\tspeak')],
    ['entities in its texts', JSON.stringify({ ...ARTICLE, headline: 'Therapists&nbsp;speak' })],
  ])('is read from JSON-LD with %s', (_, script) => {
    expect(parse(`<script type="application/ld+json">${script}</script>`).title).toBe('Therapists speak');
  });

  it('is read from the tags of a journal, every author and the date as ISO', () => {
    const source = parse(
      '<title>Tab</title><meta name="citation_title" content="Burnout in low-intensity workers"><meta name="citation_author" content="Moss, A."><meta name="citation_author" content="Oak, B."><meta name="citation_journal_title" content="Journal of Examples"><meta name="citation_publication_date" content="2021/07/01"><meta name="citation_language" content="en">',
    );
    expect(source).toMatchObject({
      title: 'Burnout in low-intensity workers',
      authors: ['Moss, A.', 'Oak, B.'],
      outlet: 'Journal of Examples',
      published: '2021-07-01',
    });
  });

  it('is read from microdata, without the comments’ authors', () => {
    const page = new DOMParser().parseFromString(
      `<html><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Therapists speak</h1>
      <p>By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/ada"><span itemprop="name">Ada Moss</span></a></span></p>
      <time itemprop="datePublished" datetime="2024-03-01T09:00">1 March</time>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="The Example"></div>
      <div itemprop="comment" itemscope><span itemprop="author">Reader</span></div></article></body></html>`,
      'text/html',
    );
    expect(readSource(page, new URL('https://www.news.example/a'))).toMatchObject({
      title: 'Therapists speak',
      authors: ['Ada Moss'],
      outlet: 'The Example',
      published: '2024-03-01T09:00',
    });
  });

  it.each([
    ['“By” before a name', { ...ARTICLE, author: 'By Ada Moss' }, ['Ada Moss']],
    ['a name twice', { ...ARTICLE, author: ['Ada Moss', { name: 'Ada Moss' }] }, ['Ada Moss']],
    ['an author that is no name', { ...ARTICLE, author: [{ url: 'x' }, 7, null, '@ada'] }, []],
  ])('has authors without %s', (_, data, authors) => {
    expect(parse(jsonLd(data)).authors).toEqual(authors);
  });

  it('is not spoiled by JSON-LD that is hostile', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const many = JSON.stringify(Array.from({ length: 5_000 }, () => ({ '@type': 'Thing' })));
    const circle = JSON.stringify({ '@graph': [{ ...ARTICLE, '@id': '#a', author: { '@id': '#a' } }] });
    for (const script of [deep, many, circle, '{"@type":"NewsArticle","headline":{"__proto__":1}}', 'null', '7']) {
      const source = parse(
        `<script type="application/ld+json">${script}</script><meta property="og:title" content="Title">`,
      );
      expect(source.title).not.toBe('');
    }
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
