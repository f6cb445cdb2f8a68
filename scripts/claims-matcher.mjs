/** Loads the content script's matcher and the embedded feed's patterns for scripts, through Vite as the builds do. */
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
    const { findTerms } = await server.ssrLoadModule('/lib/domain/term.ts');
    const { indexTerms } = await server.ssrLoadModule('/lib/domain/term-index.ts');
    const { compilePatterns } = await server.ssrLoadModule('/lib/domain/compiled-patterns.ts');
    const { compileFrames, findFrames } = await server.ssrLoadModule('/lib/domain/frame.ts');
    const { namesIapt, TopicReader } = await server.ssrLoadModule('/lib/domain/page-topic.ts');
    const { embeddedFeed } = await server.ssrLoadModule('/lib/domain/embedded-feed.ts');
    const { PageReading } = await server.ssrLoadModule('/lib/domain/page-reading.ts');
    const feedPatterns = embeddedFeed().patterns;
    const patterns = compilePatterns(feedPatterns);
    return { findMatches, patterns, feedPatterns, compilePatterns, readPage, PageReading };

    /** The classes of terms and the words in each sentence of a page, and whether it names IAPT; null where the matcher does not judge it. */
    function readPage({ title, sentences }, feedPatterns) {
      const patterns = compilePatterns(feedPatterns);
      const index = indexTerms(patterns.terms, patterns.whole);
      const frames = compileFrames(patterns.frames);
      const topic = new TopicReader(findTerms(title, index).hits);
      const read = sentences.map(({ text }) => findTerms(text, index));
      for (const { hits } of read) topic.add(hits);
      const strength = topic.strength();
      return read.map(({ hits, singles }) =>
        mayClaim(hits, strength, patterns)
          ? {
              classes: [...findFrames(hits, frames, topic.classes).keys()],
              words: singles.map(({ name }) => name),
              isNamed: namesIapt(hits),
            }
          : null,
      );
    }
  } finally {
    await server.close();
  }
}
