/** Twelve invented articles about IAPT under the names of news sites, as a campaigner meets them in an evening. */
import type { Answer } from './fixture-pages';

export interface EveningArticle {
  address: string;
  title: string;
  outlet: string;
  author: string;
  /** ISO day. */
  published: string;
  /** Sentences worth saving, each once on the page; the first bears on burnout. */
  quotable: [string, ...string[]];
}

const SITES: [host: string, outlet: string, author: string][] = [
  ['www.theguardian.com', 'The Guardian', 'Ada Moss'],
  ['www.bbc.co.uk', 'BBC News', 'Ben Oak'],
  ['www.independent.co.uk', 'The Independent', 'Cora Field'],
  ['www.pulsetoday.co.uk', 'Pulse', 'Dev Rowan'],
  ['www.mirror.co.uk', 'The Mirror', 'Ewa Stone'],
  ['www.hsj.co.uk', 'Health Service Journal', 'Finn Hale'],
];
const TOWNS = [
  'Northwick',
  'Eastbury',
  'Southam',
  'Westleigh',
  'Milford',
  'Ashby',
  'Kirkdale',
  'Penrow',
  'Langton',
  'Marsh',
  'Holme',
  'Thorne',
];

export const EVENING_ARTICLES: EveningArticle[] = TOWNS.map((town, n) => {
  const [host, outlet, author] = SITES[n % SITES.length] as (typeof SITES)[number];
  return {
    address: `https://${host}/evening/${town.toLowerCase()}`,
    title: `IAPT in ${town}: what therapists say of their targets`,
    outlet,
    author,
    published: `2021-0${(n % 9) + 1}-1${n % 10}`,
    quotable: [
      `Many IAPT therapists in ${town} are burnt out, one of them said.`,
      `The trust in ${town} says that its doors have never been open to more people.`,
      `A councillor from ${town} wants to see the figures for herself before the summer.`,
    ],
  };
});

/** What the pretended network answers for one of them, or null. */
export function answerEvening(url: string): Answer | null {
  const article = EVENING_ARTICLES.find(({ address }) => address === url.replace(/[?#].*$/s, ''));
  return article
    ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: toPage(article) }
    : null;
}

function toPage({ address, title, outlet, author, published, quotable }: EveningArticle): string {
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    author: [{ '@type': 'Person', name: author }],
    publisher: { '@type': 'Organization', name: outlet },
    datePublished: published,
    mainEntityOfPage: address,
  };
  const filler =
    'The waiting room has eleven chairs and a fish tank. Somebody has watered the plants. A poster about sleep hangs beside the door, and the radio plays to nobody.';
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<link rel="canonical" href="${address}"><script type="application/ld+json">${JSON.stringify(metadata)}</script></head>
<body><header><a href="/">${outlet}</a></header><main><article><h1>${title}</h1>
${quotable.map((sentence) => `<p>${filler}</p><p>${sentence}</p>`).join('\n')}
<p>${filler}</p></article></main><footer>Contact us</footer></body></html>`;
}
