/** The matcher keeps its figures on the corpus, and every decision on it can be read off the sentence's own words. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compilePatterns } from '../../lib/domain/compiled-patterns';
import { embeddedFeed } from '../../lib/domain/embedded-feed';
import { findMatches } from '../../lib/domain/find-matches';
import { articleOf, matchPage, readPages } from '../../scripts/claims-pages.mjs';
import { STATISTICS, scorePages } from '../../scripts/claims-score.mjs';

const patterns = compilePatterns(embeddedFeed().patterns);
const read = (name: string) =>
  readPages(readFileSync(fileURLToPath(new URL(`../corpus/${name}`, import.meta.url)), 'utf8'), name);
const articles = read('articles.jsonl');
const keptAside = read('kept-aside.jsonl');
const score = (pages: typeof articles) =>
  scorePages(
    pages,
    pages.flatMap((page) => matchPage(page, { findMatches, patterns })),
  );

describe('the corpus', () => {
  it('holds at least 40 articles, 30 claims for each question, and as many sentences without a claim as with', () => {
    const sentences = articles.flatMap((page) => page.sentences);
    expect(articles.length).toBeGreaterThanOrEqual(40);
    for (const id of STATISTICS) {
      expect(sentences.filter(({ labels }) => labels.includes(id)).length, id).toBeGreaterThanOrEqual(30);
    }
    expect(sentences.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(sentences.length / 2);
  });

  it('has each article once, and none of those kept aside', () => {
    const ids = [...articles, ...keptAside].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the figures do not fall', () => {
  it.each([
    ['the articles that the weights were learned from', articles, 0.95, 0.49, 0.57, 0.59, 0.02, 0.01],
    ['the articles kept aside', keptAside, 0.85, 0.42, 0.45, 0.5, 0.05, 0.03],
  ])('on %s', (_, pages, precision, recall, direct, microF1, falseIapt, falseOther) => {
    const figures = score(pages);
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
    expect(figures.direct).toBeGreaterThanOrEqual(direct);
    expect(figures.microF1).toBeGreaterThanOrEqual(microF1);
    expect(figures.falseIapt).toBeLessThanOrEqual(falseIapt);
    expect(figures.falseOther).toBeLessThanOrEqual(falseOther);
  });
});

describe('every decision', () => {
  const found = articles.flatMap((page) => {
    const { article, spans } = articleOf(page);
    return [...findMatches(article, patterns)].flat().map((match) => ({ match, text: article.text, spans }));
  });

  it('is about one whole sentence of the article', () => {
    for (const { match, text, spans } of found) {
      const { span } = match.claim;
      expect(match.claim.text).toBe(text.slice(span.start, span.end));
      expect(
        spans.some(({ start, end }) => start <= span.start && end >= span.end) ||
          spans.some(({ start }) => start === span.start),
      ).toBe(true);
    }
  });

  it('gives reasons that quote words of the sentence, and the same words as triggers', () => {
    for (const { match, text } of found) {
      const { span, triggers } = match.claim;
      expect(triggers.length).toBeGreaterThan(0);
      let [said = ''] = match.reasons;
      for (const { start, end } of triggers) {
        expect(said).toContain(`“${text.slice(start, end)}”`);
        said = said.replace(`“${text.slice(start, end)}”`, '');
      }
      expect(said.replaceAll(/says|and|of|[,\s]/g, '')).toBe('');
      for (const { start, end } of triggers) {
        expect(start).toBeGreaterThanOrEqual(span.start);
        expect(end).toBeLessThanOrEqual(span.end);
      }
    }
  });

  it('names no two words that lie over each other, and no statistic twice in a sentence', () => {
    for (const { match } of found) {
      let last = 0;
      for (const { start, end } of match.claim.triggers) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }
    const ids = found.map(({ match, text }) => `${text.slice(0, 80)} ${match.claim.span.start} ${match.statistic}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
