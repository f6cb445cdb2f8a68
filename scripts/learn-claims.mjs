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
const LEAST = { claim: 0.73, direct: 0.4, related: 0.82, statistic: 0.45, another: 0.35 };
/** How strongly weights are held back: single words say much less than classes. */
const PENALTY = { class: 1.7, word: 3.4, again: 0.5 };
const ROUNDS = { first: 150, again: 600 };
/** Parts of the pages, each read for the first time by what the others taught. */
const FOLDS = 6;
/** Sentences and pages that a word must stand in to be learned from, and the least that it must speak with, as rows do. */
const WORD_SENTENCES = 7;
const WORD_PAGES = 3;
const LEAST_WORD = 25;
/** Before a single word, beside names of classes. */
const WORD = 'word ';
const ENDING = /(?:ations?|ingly|ments?|it(?:y|ies)|ions?|ings?|edly|ied|ies|ed|ers?|ors?|ly|es|s|e)$/;
const STOP_WORDS = new Set(
  `the and for with from are was were been has have had its this that these those his her she him you but who which what
  when where than then there their them they into out own also such one two our can will would could may might did does
  about after before over under between during while until since because both each other some any all more most very
  being just only not nor per via how why too own off`.split(/\s+/),
);
/** How often a sentence of a real page counts, beside one of our own: what is read will resemble the real ones. */
const REAL = 6;
/** A class that stands in fewer sentences than this says nothing that can be relied on. */
const FEWEST = 2;

/** Labelled pages from outside the project, where they are present. */
export function devFile(path = process.argv.slice(2).find((argument) => !argument.startsWith('--'))) {
  return path ?? join(ROOT, '../shared/data/claims/dev.jsonl');
}

/** The model that the labelled `pages` teach. Sentences in doubt, and those that the matcher would not judge, are left out. */
export function learn(pages, { readPage, PageReading, feedPatterns }) {
  const words = Object.fromEntries(findWords(pages).map((word) => [word, []]));
  const read = pages.map((page) => ({
    times: page.wording === 'reworded' ? REAL : 1,
    sentences: readPage(page, { ...feedPatterns, model: { words } }).flatMap((sentence, at) =>
      sentence ? [{ ...page.sentences[at], ...sentence }] : [],
    ),
  }));
  // The second reading is taught by what a first says of pages that it has not learned from.
  const rows = Array.from({ length: FOLDS }, (_, fold) => {
    const [some, others] = [read.filter((_, at) => at % FOLDS === fold), read.filter((_, at) => at % FOLDS !== fold)];
    const { first, usual } = learnFirst(others);
    return some.flatMap((page) => signsOf(page, { ...first, again: { usual } }, PageReading));
  }).flat();
  const signs = rows[0].signs.keys();
  const { first, usual } = learnFirst(read);
  const fits = regressAll(rows, [0, ...rows[0].signs.map(() => PENALTY.again)], ROUNDS.again);
  const again = { bias: rowAt(fits, 0), weights: Array.from(signs, (at) => rowAt(fits, at + 1)), usual };
  return { ...first, again, least: LEAST };
}

/** What each class and word says of a sentence by itself; and how usual each outcome is. */
function learnFirst(pages) {
  const rows = pages
    .flatMap(({ sentences, times }) => sentences.map((sentence) => ({ ...sentence, times })))
    .filter(({ doubt }) => !doubt)
    .map((row) => ({ ...row, names: [...row.classes, ...row.words.map((word) => WORD + word)] }));
  const counts = new Map();
  for (const { names: some } of rows) for (const name of some) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name) >= FEWEST).sort();
  const place = new Map(names.map((name, at) => [name, at]));
  for (const row of rows) row.places = row.names.flatMap((name) => place.get(name) ?? []);
  const isWord = (name) => name.startsWith(WORD);
  const fits = regressAll(
    rows,
    [0, ...names.map((name) => (isWord(name) ? PENALTY.word : PENALTY.class))],
    ROUNDS.first,
  );
  const rowsOf = (is, least) =>
    names
      .map((name, at) => [name, hundredthsAt(fits, at + 1)])
      .filter(([name, row]) => isWord(name) === is && row.some((weight) => Math.abs(weight) >= least));
  const words = rowsOf(true, LEAST_WORD).map(([name, row]) => [name.slice(WORD.length), row]);
  return {
    first: {
      statistics: STATISTICS,
      bias: hundredthsAt(fits, 0),
      weights: Object.fromEntries(rowsOf(false, 1)),
      words: Object.fromEntries(words),
    },
    usual: OUTCOMES.map((outcome) => {
      const some = rows.filter((row) => isMet(row, outcome));
      return Math.round((1000 * some.length) / rows.length) / 1000;
    }),
  };
}

/** The sentences of a page that teach, with the signs that their second reading goes by. */
function signsOf({ sentences, times }, model, PageReading) {
  const reading = new PageReading(model);
  const singlesOf = (names) => names.map((name) => ({ name, row: model.words[name] ?? [] }));
  for (const { classes, words, isNamed } of sentences) reading.add(classes, singlesOf(words), isNamed);
  return sentences
    .map((sentence, at) => ({ ...sentence, times, signs: reading.signs(at) }))
    .filter(({ doubt }) => !doubt);
}

function isMet({ labels, strength }, outcome) {
  if (outcome === 'claim') return labels.length > 0;
  return outcome === 'direct' ? strength === 'direct' : labels.includes(outcome);
}

/** A column of weights for each outcome. */
function regressAll(rows, penalties, rounds) {
  return OUTCOMES.map((outcome) => {
    const some = outcome === 'direct' ? rows.filter(({ labels }) => labels.length > 0) : rows;
    return regress(
      some,
      Uint8Array.from(some, (row) => Number(isMet(row, outcome))),
      penalties,
      rounds,
    );
  });
}

function rowAt(columns, at) {
  return hundredthsAt(columns, at).map((hundredths) => hundredths / 100);
}

function hundredthsAt(columns, at) {
  // No -0, which JSON doesn't keep.
  return columns.map((column) => Math.round(column[at] * 100) + 0);
}

/** Words, or how they begin, that stand in enough of the pages to be learned from. */
function findWords(pages) {
  const sentences = new Map();
  const places = new Map();
  for (const { id, sentences: some } of pages) {
    for (const { text } of some) {
      const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
      for (const word of new Set(words.map(toStem))) {
        sentences.set(word, (sentences.get(word) ?? 0) + 1);
        places.set(word, (places.get(word) ?? new Set()).add(id));
      }
    }
  }
  return [...sentences.keys()].filter(
    (word) => !STOP_WORDS.has(word) && sentences.get(word) >= WORD_SENTENCES && places.get(word).size >= WORD_PAGES,
  );
}

/** `audit*` for "audited"; a short word stays as it is. */
function toStem(word) {
  const stem = word.replace(ENDING, '');
  return stem.length >= 5 ? `${stem.slice(0, 8)}*` : word;
}

/**
 * Weights, the first being the bias, for rows with the `places` of the signs that are there, or with the value of each
 * sign in `signs`. Gradient descent with steps fitted to each weight (Adagrad).
 */
function regress(rows, met, penalties, rounds) {
  const size = penalties.length;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, at) => penalties[at] * weight);
    rows.forEach(({ places, signs, times }, at) => {
      let sum = weights[0];
      if (signs) for (let sign = 0; sign < signs.length; sign++) sum += signs[sign] * weights[sign + 1];
      else for (const place of places) sum += weights[place + 1];
      const error = times * (1 / (1 + Math.exp(-sum)) - met[at]);
      gradient[0] += error;
      if (signs) for (let sign = 0; sign < signs.length; sign++) gradient[sign + 1] += signs[sign] * error;
      else for (const place of places) gradient[place + 1] += error;
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
  const real = devFile();
  if (!existsSync(real)) {
    console.error(`No real pages at ${real}: weights learned without them are worse. Nothing was changed.`);
    process.exit(1);
  }
  const files = [OWN, real];
  const pages = files.flatMap((file) => readPages(readFileSync(file, 'utf8'), file));
  const feed = JSON.parse(readFileSync(FEED, 'utf8'));
  feed.patterns.model = learn([...pages, ...pagesOf(feed.examples)], await loadMatcher());
  // A row of weights on a line of its own, so that a change can be read.
  const text = JSON.stringify(feed, null, 1).replace(
    /\[\s+(-?\d[^\]]*?)\s+\]/g,
    (_, row) => `[${row.replace(/\s+/g, ' ')}]`,
  );
  writeFileSync(FEED, `${text}\n`);
  const { weights, words } = feed.patterns.model;
  console.log(
    `${pages.length} pages of ${files.length} files; ${Object.keys(weights).length} classes and ${Object.keys(words).length} words weigh`,
  );
}
