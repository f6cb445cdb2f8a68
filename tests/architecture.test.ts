/** Holds the source to its shape: layers and their arrows, pure domain, one concept a file, nothing that runs text as code. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { type Import, ROOT, readSourceFiles, type SourceFile } from './source-files';

const LONGEST_FILE = 250;

type Layer = 'entrypoints' | 'components' | 'lib/dom' | 'lib/platform' | 'lib/domain';

/** What each layer may import besides itself, and the globals that belong to other layers. */
const LAYERS: Record<Layer, { imports: Layer[]; packages: string[]; forbidden: string[] }> = {
  entrypoints: {
    imports: ['components', 'lib/dom', 'lib/platform', 'lib/domain'],
    packages: ['#i18n', 'preact', 'preact/hooks', 'wxt/utils/define-background', 'wxt/utils/define-unlisted-script'],
    forbidden: ['indexedDB'],
  },
  components: {
    imports: ['lib/domain'],
    packages: ['#i18n', '@tanstack/virtual-core', 'preact', 'preact/hooks', 'qr'],
    forbidden: ['browser', 'chrome', 'indexedDB', 'fetch', 'document', 'localStorage', 'sessionStorage'],
  },
  'lib/dom': {
    imports: ['lib/domain'],
    packages: ['#i18n'],
    forbidden: ['browser', 'chrome', 'indexedDB', 'fetch', 'localStorage', 'sessionStorage'],
  },
  'lib/platform': {
    imports: ['lib/domain'],
    packages: ['#i18n', 'idb', 'valibot', 'webextension-polyfill'],
    forbidden: ['document', 'window'],
  },
  'lib/domain': {
    imports: [],
    packages: ['approx-string-match', 'diff', 'valibot'],
    // The compiler refuses these too, as long as lib/domain/tsconfig.json stays as it is; clock and chance only this does.
    forbidden: ['document', 'window', 'browser', 'chrome', 'navigator', 'crypto', 'fetch', 'indexedDB', 'setTimeout'],
  },
};

/** The protocol's types may be named by siblings; its code may not. */
const PROTOCOL = ['lib/platform/messages.ts', 'lib/platform/quote-calls.ts'];

const files = readSourceFiles();

describe('the layers', () => {
  it('every source file belongs to a layer', () => {
    expect(files.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([]);
  });

  it('a layer imports only the layers below it, and siblings only name the types of the protocol', () => {
    const wrong = everyImport(({ path }, { file, types }) => {
      if (!file || layerOf(file) === layerOf(path)) return false;
      return !mayImport(path, file) && !(types && PROTOCOL.includes(file) && layerOf(path) !== 'lib/domain');
    });
    expect(wrong).toEqual([]);
  });

  it('one entrypoint imports nothing of another but its types', () => {
    const wrong = everyImport(
      ({ path }, { file, types }) =>
        !types && file?.startsWith('entrypoints/') === true && entrypointOf(file) !== entrypointOf(path),
    );
    expect(wrong).toEqual([]);
  });

  it('a layer uses only the packages it was given', () => {
    const wrong = everyImport(({ path }, { file, types, specifier }) => {
      if (file || types) return false;
      return !layerOf(path) || !LAYERS[layerOf(path) as Layer].packages.includes(specifier);
    });
    expect(wrong).toEqual([]);
  });

  it('a layer leaves alone the globals that belong to another', () => {
    const wrong = files.flatMap(({ path, globals }) =>
      (LAYERS[layerOf(path) as Layer]?.forbidden ?? [])
        .filter((name) => globals.has(name))
        .map((name) => `${path} uses ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing imports in a circle, types included', () => {
    expect(findCycle()).toBe(null);
  });
});

describe('the domain', () => {
  it('is compiled without the DOM library and without the types of Node or the browser', () => {
    const { compilerOptions } = JSON.parse(readFileSync(`${ROOT}/lib/domain/tsconfig.json`, 'utf8'));
    expect(compilerOptions).toMatchObject({ lib: ['ESNext'], types: [] });
  });

  it('reads no clock and uses no chance', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/;
    const wrong = files.filter(({ path, text }) => layerOf(path) === 'lib/domain' && impure.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('what only one file may do', () => {
  it('only lib/platform/browser.ts loads the browser polyfill', () => {
    const importers = everyImport((_, { specifier, types }) => specifier === 'webextension-polyfill' && !types);
    expect(importers).toEqual(['lib/platform/browser.ts imports webextension-polyfill']);
  });

  it('only lib/platform/feed-source.ts asks anything of the network', () => {
    const ways = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'sendBeacon', 'importScripts'];
    const askers = files.filter(({ names }) => ways.some((way) => names.has(way)));
    expect(askers.map(({ path }) => path)).toEqual(['lib/platform/feed-source.ts']);
  });

  it('only lib/platform/database.ts opens a database', () => {
    const openers = files.filter(
      ({ globals, imports }) =>
        globals.has('indexedDB') || imports.some(({ specifier, types }) => specifier === 'idb' && !types),
    );
    expect(openers.map(({ path }) => path)).toEqual(['lib/platform/database.ts']);
  });

  it('what is loaded into pages holds neither the polyfill, nor the database, nor the embedded feed with its evidence', () => {
    const inPages = new Set(['entrypoints/article/index.ts', 'entrypoints/card.tsx'].flatMap(reachableAtRunTime));
    const heavy = ['lib/platform/browser.ts', 'lib/platform/database.ts', 'lib/domain/embedded-feed.json'];
    expect(heavy.filter((path) => inPages.has(path))).toEqual([]);
  });
});

describe('the files', () => {
  it(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > LONGEST_FILE);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('no two files of lib and components have the same name', () => {
    const names = files.filter(({ path }) => !path.startsWith('entrypoints/')).map(({ path }) => basename(path));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('no folder is a drawer, and no file of lib and components a barrel', () => {
    const drawer = /(^|\/)(utils?|helpers?|services?|common|shared|misc|core|types|hooks)\//;
    const barrel = /^(lib|components)\/(.*\/)?index\.tsx?$/;
    expect(files.map(({ path }) => path).filter((path) => drawer.test(path) || barrel.test(path))).toEqual([]);
  });

  it('each file opens by saying in a sentence what it is', () => {
    const silent = files.filter(({ opening }) => !/^\*\s+\S[\s\S]*[.:]\s*$/.test(opening ?? ''));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('safety', () => {
  it('no text becomes markup or code: no innerHTML and its like, no eval, no function or pattern made from a string', () => {
    const markup = [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'setHTMLUnsafe',
      'createContextualFragment',
      'dangerouslySetInnerHTML',
      'eval',
    ];
    const wrong = files.flatMap(({ path, names, called }) => [
      ...markup.filter((name) => names.has(name)).map((name) => `${path} names ${name}`),
      ...['Function', 'RegExp'].filter((name) => called.has(name)).map((name) => `${path} calls ${name}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('nothing listens to other extensions or to web pages', () => {
    const outsiders = ['onMessageExternal', 'onConnectExternal', 'onUserScriptMessage'];
    const wrong = files.flatMap(({ path, names }) =>
      outsiders.filter((name) => names.has(name)).map((name) => `${path} names ${name}`),
    );
    const listening = files.filter(({ text }) =>
      /addEventListener\(\s*['"]message['"]|\bonmessage\b(?! = \(\) => resolve)/.test(text),
    );
    expect(wrong).toEqual([]);
    expect(listening.map(({ path }) => path)).toEqual([]);
  });
});

function layerOf(path: string): Layer | undefined {
  return (Object.keys(LAYERS) as Layer[]).find((layer) => path.startsWith(`${layer}/`));
}

function mayImport(from: string, to: string): boolean {
  const [layer, target] = [layerOf(from), layerOf(to)];
  return layer !== undefined && target !== undefined && LAYERS[layer].imports.includes(target);
}

/** `entrypoints/popup/main.tsx` and `entrypoints/popup/x.ts` are one entrypoint, `entrypoints/background.ts` another. */
function entrypointOf(path: string): string | undefined {
  return path.split('/')[1];
}

function everyImport(isWrong: (file: SourceFile, imported: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => isWrong(file, imported))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

/** The files that `entry` loads, itself included; types and styles load nothing. */
function reachableAtRunTime(entry: string): string[] {
  const reached = new Set([entry]);
  for (const path of reached) {
    const file = files.find((candidate) => candidate.path === path);
    if (path === entry && !file) throw new Error(`${entry} is missing`);
    for (const imported of file?.imports ?? []) if (imported.file && !imported.types) reached.add(imported.file);
  }
  return [...reached];
}

/** One circle of imports in words, or null where there is none. */
function findCycle(): string | null {
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
    if (done.has(path)) return null;
    done.add(path);
    const imports = files.find((file) => file.path === path)?.imports ?? [];
    for (const { file } of imports) {
      const cycle = file ? visit(file, [...trail, path]) : null;
      if (cycle) return cycle;
    }
    return null;
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}
