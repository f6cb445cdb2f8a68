/**
 * Learns what each class of terms says of a sentence, and writes it into the embedded feed: `npm run claims:learn`.
 * Logistic regression with an L2 penalty, one for each outcome; the same corpora always give the same weights.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadMatcher } from './claims-matcher.mjs';
import { readPages } from './claims-pages.mjs';
import { STATISTICS } from './claims-score.mjs';
import { ROOT } from './tools.mjs';

const FEED = join(ROOT, 'lib/domain/embedded-feed.json');
export const OWN = join(ROOT, 'tests/corpus/articles.jsonl');
const OUTCOMES = ['claim', 'direct', ...STATISTICS];
const LEAST = { claim: 0.7, statistic: 0.4, alone: 0.75, quiet: 0.92, sure: 0.8 };
const PENALTY = 1.5;
const ROUNDS = 200;
/** How often a sentence of a real page counts, beside one of our own: what is read will resemble the real ones. */
const REAL = 2;
/** A class that stands in fewer sentences than this says nothing that can be relied on. */
const FEWEST = 2;

/** Labelled pages from outside the project, where they are present. */
export function devFile(path = process.argv.slice(2).find((argument) => !argument.startsWith('--'))) {
  return path ?? join(ROOT, '../shared/data/claims/dev.jsonl');
}

/** The model that the labelled `pages` teach. Sentences in doubt, and those that the matcher would not judge, are left out. */
export function learn(pages, { readPage, patterns }) {
  const rows = pages.flatMap((page) =>
    readPage(page, patterns).flatMap((classes, at) => {
      const { doubt, labels, strength } = page.sentences[at];
      const times = !classes || doubt ? 0 : page.wording === 'reworded' ? REAL : 1;
      return Array.from({ length: times }, () => ({ classes, labels, isDirect: strength === 'direct' }));
    }),
  );
  const counts = new Map();
  for (const { classes } of rows) for (const name of classes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name) >= FEWEST).sort();
  const place = new Map(names.map((name, at) => [name, at + 1]));
  for (const row of rows) row.places = [0, ...row.classes.flatMap((name) => place.get(name) ?? [])];
  const columns = OUTCOMES.map((outcome) => {
    const some = outcome === 'direct' ? rows.filter(({ labels }) => labels.length > 0) : rows;
    const isMet = ({ labels, isDirect }) =>
      outcome === 'claim' ? labels.length > 0 : outcome === 'direct' ? isDirect : labels.includes(outcome);
    return regress(
      some.map(({ places }) => places),
      some.map(isMet),
      names.length + 1,
    );
  });
  const row = (at) => columns.map((column) => Math.round(column[at] * 100) / 100);
  return {
    statistics: STATISTICS,
    bias: row(0),
    weights: Object.fromEntries(names.map((name, at) => [name, row(at + 1)])),
    least: LEAST,
  };
}

/** Weights by place, the first being the bias; gradient descent with steps fitted to each weight (Adagrad). */
function regress(rows, met, size) {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : PENALTY * weight));
    rows.forEach((places, at) => {
      const sum = places.reduce((total, place) => total + weights[place], 0);
      const error = 1 / (1 + Math.exp(-sum)) - Number(met[at]);
      for (const place of places) gradient[place] += error;
    });
    for (let at = 0; at < size; at++) {
      squares[at] += gradient[at] ** 2;
      weights[at] -= (0.5 * gradient[at]) / Math.sqrt(squares[at]);
    }
  }
  return weights;
}

/** The feed's examples of claims and of what is none, each as a page of its own. */
function pagesOf(examples) {
  return examples.flatMap(({ statistic, claims, notClaims }) => [
    ...claims.map((text) => pageOf(text, [statistic])),
    ...notClaims.map((text) => pageOf(text, [])),
  ]);
}

function pageOf(text, labels) {
  return { title: '', wording: 'reworded', sentences: [{ text, labels, strength: 'direct', doubt: false }] };
}

if (process.argv[1] === import.meta.filename) {
  const files = [OWN, devFile()].filter((file) => existsSync(file));
  const pages = files.flatMap((file) => readPages(readFileSync(file, 'utf8'), file));
  const feed = JSON.parse(readFileSync(FEED, 'utf8'));
  feed.patterns.model = learn([...pages, ...pagesOf(feed.examples)], await loadMatcher());
  // A row of weights on a line of its own, so that a change can be read.
  const text = JSON.stringify(feed, null, 1).replace(
    /\[\s+(-?\d[^\]]*?)\s+\]/g,
    (_, row) => `[${row.replace(/\s+/g, ' ')}]`,
  );
  writeFileSync(FEED, `${text}\n`);
  console.log(
    `${pages.length} pages of ${files.length} files; ${Object.keys(feed.patterns.model.weights).length} classes weigh`,
  );
}
