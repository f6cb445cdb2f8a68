/** Runs the content script's matcher, with the embedded feed's patterns, over pages of labelled sentences. */
import { readFileSync } from 'node:fs';
import { build } from 'vite';

const root = new URL('..', import.meta.url).pathname;

/** The matcher as the bundler makes it for the content script, and its patterns: `{ findMatches, patterns }`. */
export async function loadMatcher() {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: `${root}lib/domain/find-matches.ts`, formats: ['es'] } },
  });
  const { findMatches } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  const { patterns } = JSON.parse(readFileSync(`${root}lib/domain/embedded-feed.json`, 'utf8'));
  return { findMatches, patterns };
}

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
