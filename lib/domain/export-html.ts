/** Quotes as one plain web page that needs nothing from outside. */
import type { Annotation } from './annotation';
import { countQuotes, factsOf, statisticsOf, statisticsOfAll } from './quote-words';
import { linkToQuote } from './selector';
import { describeFigure, disclose, type Statistic } from './statistic';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'blockquote{margin:0 0 .5rem;padding-left:1rem;border-left:3px solid;white-space:pre-line}' +
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:0}dd{margin:0}article{margin:2rem 0;break-inside:avoid}';

/** Quotes in the order given, then each figure that they bear on once. `exportedAt` is an ISO instant. */
export function writeHtml(
  annotations: readonly Annotation[],
  statistics: readonly Statistic[],
  exportedAt: string,
): string {
  const figures = statisticsOfAll(annotations, statistics).map(
    (statistic) =>
      `<section><h3>${htmlText(statistic.question)}</h3><p>${htmlText(describeFigure(statistic))}</p>` +
      `<p><small>${htmlText(disclose(statistic))}</small></p></section>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8"><title>Quotes about IAPT</title>',
    // A saved page needs no script and asks nobody for anything.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>`,
    `<h1>Quotes about IAPT</h1><p>${countQuotes(annotations.length)}, exported ${htmlText(exportedAt)}.</p>`,
    ...annotations.map((annotation) => htmlQuote(annotation, statisticsOf(annotation, statistics))),
    ...(figures.length > 0 ? ['<h2>What the survey found</h2>', ...figures] : []),
    '</body></html>',
    '',
  ].join('\n');
}

function htmlQuote(annotation: Annotation, statistics: readonly Statistic[]): string {
  const { quote, source } = annotation;
  const language = source.language && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(source.language) ? source.language : null;
  return (
    `<article><h2>${htmlText(source.title || source.url)}</h2>` +
    `<blockquote cite="${htmlText(source.url)}"${language ? ` lang="${language}"` : ''}>${htmlText(quote.exact)}</blockquote><dl>` +
    factsOf(annotation, statistics)
      .filter(([, value]) => value)
      .map(([name, value]) => `<dt>${name}</dt><dd>${htmlText(value ?? '')}</dd>`)
      .join('') +
    `</dl><p><a href="${htmlText(linkToQuote(source.url, quote, annotation.textDirective))}">Open the article at the quote</a></p></article>`
  );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from outside as text, in an element or a quoted attribute. */
function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
