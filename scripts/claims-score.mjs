/** Scores the matcher's labels against labelled pages: precision, recall and F1 by statistic, and false marks by kind of page. */

export const STATISTICS = ['manipulation', 'management', 'burnout', 'distress', 'good-care', 'future'];

/**
 * Scores `lines` ({id, sentence, labels}) against `pages`. Sentences in doubt are left out. With `directOnly`, the labels
 * of related claims are neither demanded nor punished.
 */
export function scorePages(pages, lines, { directOnly = false } = {}) {
  const predicted = new Map(lines.map(({ id, sentence, labels }) => [`${id}\t${sentence}`, labels]));
  const micro = { hit: 0, wrong: 0, missed: 0 };
  const any = { hit: 0, wrong: 0, missed: 0 };
  const direct = { hit: 0, missed: 0 };
  const claimless = { iapt: { marked: 0, all: 0 }, other: { marked: 0, all: 0 } };
  let scored = 0;
  for (const page of pages) {
    for (const [at, { labels, strength, doubt }] of page.sentences.entries()) {
      if (doubt) continue;
      scored++;
      const marks = predicted.get(`${page.id}\t${at}`) ?? [];
      const excused = directOnly && strength === 'related' ? labels : [];
      const gold = labels.filter((label) => !excused.includes(label));
      for (const label of STATISTICS) {
        const [is, said] = [gold.includes(label), marks.includes(label) && !excused.includes(label)];
        if (is && said) micro.hit++;
        else if (said) micro.wrong++;
        else if (is) micro.missed++;
      }
      if (gold.length > 0 && strength === 'direct') direct[marks.length > 0 ? 'hit' : 'missed']++;
      if (gold.length > 0) any[marks.length > 0 ? 'hit' : 'missed']++;
      else if (excused.length === 0) {
        if (marks.length > 0) any.wrong++;
        const kind = claimless[page.kind === 'iapt' ? 'iapt' : 'other'];
        kind.all++;
        if (marks.length > 0) kind.marked++;
      }
    }
  }
  return {
    pages: pages.length,
    scored,
    claims: any.hit + any.missed,
    precision: share(any.hit, any.wrong),
    recall: share(any.hit, any.missed),
    direct: share(direct.hit, direct.missed),
    microPrecision: share(micro.hit, micro.wrong),
    microRecall: share(micro.hit, micro.missed),
    microF1: share(2 * micro.hit, micro.wrong + micro.missed),
    falseIapt: share(claimless.iapt.marked, claimless.iapt.all - claimless.iapt.marked),
    falseOther: share(claimless.other.marked, claimless.other.all - claimless.other.marked),
  };
}

/** The share that `some` has beside `others`; null where there is neither. */
function share(some, others) {
  return some + others > 0 ? some / (some + others) : null;
}
