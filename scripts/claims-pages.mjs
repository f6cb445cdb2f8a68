/** Labelled pages: read from JSONL, joined into articles, and labelled by the matcher. */

/** Parses JSONL of pages `{id, title, sentences: [{text}]}`. */
export function readPages(text, name) {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line)];
    } catch (error) {
      throw new Error(`${name}:${index + 1}: ${error.message}`);
    }
  });
}

/** One article of a page's sentences: those that end as sentences do run on, others (headlines, list items) stand alone. */
export function articleOf({ title, sentences }) {
  let text = '';
  const spans = sentences.map((sentence) => {
    const start = text.length;
    text += sentence.text;
    const span = { start, end: text.length };
    text += /[.!?…]["'”’)\]]*$/.test(sentence.text) ? ' ' : '\n\n';
    return span;
  });
  return { article: { title, text: text.trimEnd() }, spans };
}

/** A line for each sentence with a label: `{id, sentence, labels, relation, reasons}`. */
export function matchPage(page, { findMatches, patterns }) {
  const { article, spans } = articleOf(page);
  const lines = new Map();
  for (const matches of findMatches(article, patterns)) {
    for (const { claim, statistic, relation, reasons } of matches) {
      const at = claim.triggers[0]?.start ?? claim.span.start;
      const sentence = spans.findIndex(({ start, end }) => at >= start && at < end);
      const line = lines.get(sentence) ?? { id: page.id, sentence, labels: [], relation: {}, reasons: {} };
      if (!line.labels.includes(statistic)) line.labels.push(statistic);
      line.relation[statistic] = relation;
      line.reasons[statistic] = reasons;
      lines.set(sentence, line);
    }
  }
  return [...lines.values()].sort((a, b) => a.sentence - b.sentence);
}
