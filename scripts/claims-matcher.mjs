/** Runs the content script's matcher, with the embedded feed's patterns, over pages of labelled sentences. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The content script's matcher and the embedded feed's patterns, parsed as the product parses them. */
export async function loadMatcher() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    const { findMatches, mayClaim } = await server.ssrLoadModule('/lib/domain/find-matches.ts');
    const { compileTerms, findTerms } = await server.ssrLoadModule('/lib/domain/term.ts');
    const { findFrames } = await server.ssrLoadModule('/lib/domain/frame.ts');
    const { TopicReader } = await server.ssrLoadModule('/lib/domain/page-topic.ts');
    const { embeddedFeed } = await server.ssrLoadModule('/lib/domain/embedded-feed.ts');
    return { findMatches, readPage, patterns: embeddedFeed().patterns };

    /** The classes of terms in each sentence of a page, or null where the matcher does not judge it. */
    function readPage({ title, sentences }, patterns) {
      const index = compileTerms(patterns);
      const topic = new TopicReader({ hits: findTerms(title, 0, index) });
      const read = sentences.map(({ text }) => ({ hits: findTerms(text, 0, index) }));
      for (const sentence of read) topic.add(sentence);
      const strength = topic.strength();
      return read.map(({ hits }) =>
        mayClaim(hits, strength, patterns) ? [...findFrames(hits, patterns.frames, topic.classes).keys()] : null,
      );
    }
  } finally {
    await server.close();
  }
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
