/**
 * The peers that mark text, each as one plain script in a world of its own, as a content script has. Each finds the
 * programme's three names and marks them, when the page's text is there.
 */
import { build } from 'vite';
import { ROOT } from '../../scripts/tools.mjs';
import { markFloor } from './floor.mjs';

const TERMS = "['IAPT', 'NHS Talking Therapies', 'Improving Access to Psychological Therapies']";

/** Where a finder is missing: each text node that holds a term. */
const FIND_IN_NODES = `
  function* find() {
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const term of TERMS)
        for (let at = node.data.indexOf(term); at >= 0; at = node.data.indexOf(term, at + 1)) found.push([node, at, at + term.length]);
    for (const [node, start, end] of found.reverse()) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      yield range;
    }
  }`;

const SOURCES = {
  'mark.js': `
    import Mark from 'mark.js';
    globalThis.run = () => new Promise((done) => new Mark(document.querySelector('article')).mark(TERMS, { acrossElements: true, separateWordSearch: false, done }));`,
  'web-highlighter': `
    import Highlighter from 'web-highlighter';
    ${FIND_IN_NODES}
    globalThis.run = async () => {
      const highlighter = new Highlighter({ $root: document.querySelector('article') });
      for (const range of find()) highlighter.fromRange(range);
    };`,
  'Apache Annotator': `
    import { createTextQuoteSelectorMatcher, highlightText } from '@apache-annotator/dom';
    globalThis.run = async () => {
      for (const exact of TERMS) {
        const ranges = [];
        for await (const range of createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact })(document.querySelector('article'))) ranges.push(range);
        for (const range of ranges) highlightText(range);
      }
    };`,
  floor: `
    ${markFloor}
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(floor) { text-decoration: underline }');
    globalThis.prepare = () => (document.adoptedStyleSheets = [sheet]);
    globalThis.run = async () => markFloor(document.querySelector('article'));`,
};

export const PEERS = Object.keys(SOURCES);

/** The made-up address by which a trace knows a peer's script. */
export const PEER_ADDRESS = 'https://peer.invalid/';

/** Bundles each peer, minified. Resolves to sources by name; each leaves the mark `peer-done` on the page's timeline. */
export async function bundlePeers() {
  const bundled = {};
  for (const [name, source] of Object.entries(SOURCES)) bundled[name] = await bundle(name, source);
  return bundled;
}

async function bundle(name, source) {
  // A file that is nowhere but here, beside the packages that it imports.
  const entry = `${ROOT}/peer.mjs`;
  const script = `const TERMS = ${TERMS};\n${source.replace(/^\s*import .*$/gm, '')}
    const start = () => { globalThis.prepare?.(); setTimeout(() => run().then(() => performance.mark('peer-done'))); };
    document.readyState === 'loading' ? addEventListener('DOMContentLoaded', start) : start();`;
  const imports = source.match(/^\s*import .*$/gm) ?? [];
  const [{ output }] = [
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, lib: { entry, formats: ['iife'], name: 'peer' }, minify: true },
      plugins: [
        {
          name: 'peer',
          enforce: 'pre',
          resolveId: (id) => (id === entry ? entry : null),
          load: (id) => (id === entry ? `${imports.join('\n')}\n${script}` : null),
        },
      ],
    }),
  ].flat();
  return `${output[0].code}\n//# sourceURL=${PEER_ADDRESS}${encodeURIComponent(name)}.js`;
}
