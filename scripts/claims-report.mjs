/**
 * Scores the matcher, and writes the table into README.md and the method page's figures: `npm run claims:report`. Labelled pages from outside the project
 * (`-- FILE.jsonl`, or ../shared/data/claims/dev.jsonl) are scored where they are present; without them their rows stay as they are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadMatcher } from './claims-matcher.mjs';
import { matchPage, readPages } from './claims-pages.mjs';
import { scorePages } from './claims-score.mjs';
import { devFile, learn, OWN } from './learn-claims.mjs';
import { fillPlace } from './marked-place.mjs';
import { ROOT } from './tools.mjs';

const README = join(ROOT, 'README.md');
const PLACE = { begin: '<!-- claims:report -->', end: '<!-- /claims:report -->', document: 'README.md' };
/** What the method page says. */
const QUALITY = join(ROOT, 'lib/domain/matcher-quality.json');
const KEPT_ASIDE = join(ROOT, 'tests/corpus/kept-aside.jsonl');
/** Of so many parts of the pages, each is judged by what the others taught; with few pages, over again, differently parted. */
const FOLDS = 10;
const PARTINGS = { real: 3, own: 1 };
const COLUMNS = [
  ['Sentences', ({ scored }) => scored],
  ['Claims', ({ claims }) => claims],
  ['Marks that are right', ({ precision }) => percent(precision)],
  ['Claims found', ({ recall }) => percent(recall)],
  ['Direct claims found', ({ direct }) => percent(direct)],
  ['Micro F1', ({ microF1 }) => microF1.toFixed(2)],
  ['False marks, claimless sentences of IAPT pages', ({ falseIapt }) => percent(falseIapt)],
  ['False marks, other pages', ({ falseOther }) => percent(falseOther)],
];

const matcher = await loadMatcher();
const read = (file) => readPages(readFileSync(file, 'utf8'), file);
const own = read(OWN);
const rows = [];
const dev = existsSync(devFile()) ? read(devFile()) : [];
let unseen;
if (dev.length > 0) {
  rows.push(['Real pages, reworded: learned from', scorePages(dev, match(dev))]);
  unseen = scoreUnseen(dev, own, PARTINGS.real);
  rows.push(['The same, each scored by weights learned without it', unseen]);
}
rows.push(['Own articles: learned from', scorePages(own, match(own))]);
rows.push(['The same, each scored by weights learned without it', scoreUnseen(own, dev, PARTINGS.own)]);
const kept = read(KEPT_ASIDE);
const keptAside = scorePages(kept, match(kept));
rows.push(['Own articles, kept aside from words and weights', keptAside]);

const table = [
  `| Pages | ${COLUMNS.map(([name]) => name).join(' | ')} |`,
  `|---|${COLUMNS.map(() => '--:').join('|')}|`,
  ...rows.map(
    ([name, score]) => `| ${name} (${score.pages}) | ${COLUMNS.map(([, cell]) => cell(score)).join(' | ')} |`,
  ),
].join('\n');
console.log(table);
if (dev.length > 0 && !process.argv.includes('--dry')) {
  writeFileSync(README, fillPlace(readFileSync(README, 'utf8'), PLACE, table));
  const told = { unseen: inPercent(unseen), keptAside: inPercent(keptAside) };
  writeFileSync(QUALITY, `${JSON.stringify(told, null, 2)}\n`);
}

function match(pages, patterns = matcher.patterns) {
  return pages.flatMap((page) => matchPage(page, { ...matcher, patterns }));
}

/** The mean score over several partings, since each depends on which pages happen to be learned from together. */
function scoreUnseen(pages, others, partings) {
  const scores = Array.from({ length: partings }, (_, parting) =>
    scorePages(pages, matchUnseen(pages, others, parting)),
  );
  const mean = (name) => scores.reduce((sum, score) => sum + score[name], 0) / partings;
  return Object.fromEntries(Object.keys(scores[0]).map((name) => [name, mean(name)]));
}

/** Matches each page with weights learned from the `others` and from the pages that lie in other parts than it does. */
function matchUnseen(pages, others, parting) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isSeen = ({ id }) => foldOf(`${id} ${parting}`) !== fold;
    const model = learn([...others, ...pages.filter(isSeen)], matcher);
    return match(
      pages.filter((page) => !isSeen(page)),
      matcher.compilePatterns({ ...matcher.feedPatterns, model }),
    );
  }).flat();
}

/** A text always lies in the same part: FNV-1a over it. */
function foldOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash >>> 8) % FOLDS;
}

function inPercent({ pages, scored, precision, recall, falseIapt, falseOther }) {
  const [marks, claims, ...falseMarks] = [precision, recall, falseIapt, falseOther].map((share) =>
    Number.parseFloat(percent(share)),
  );
  return {
    pages,
    sentences: scored,
    precision: marks,
    recall: claims,
    falseIapt: falseMarks[0],
    falseOther: falseMarks[1],
  };
}

function percent(share) {
  return share === null ? '–' : `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;
}
