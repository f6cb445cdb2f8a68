/** Nothing is kept that nobody uses: no export, no file, no package. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files';

interface Code {
  path: string;
  text: string;
  /** Names of the values that the file exports; a type may be there to be read with the function that it belongs to. */
  exported: string[];
  /** Files that it imports, with the names it takes from each; `*` where it takes all. */
  imported: Map<string, Set<string>>;
  packages: Set<string>;
}

const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/** What is run by its name: by WXT, by the browser's pages, by package.json, by the test runners. */
const RUN = [
  /^entrypoints\/[^/]+\.tsx?$/,
  /^entrypoints\/[^/]+\/(?:index\.ts|main\.tsx)$/,
  /^(?:scripts|bench|scripts\/feed)\/[^/]+\.mjs$/,
  /\.(?:test|spec)\.tsx?$/,
  /\.d\.m?ts$/,
  /^[^/]+$/,
];

/** What each file of scripts/feed gives the command that runs it. */
const COMMAND = ['help', 'options', 'run'];

/** Packages that are there for what they are: commands, types of others, and what another one imports without asking for it. */
const TOOLS = [
  '@apache-annotator/selector',
  '@biomejs/biome',
  '@types/node',
  '@types/papaparse',
  '@types/webextension-polyfill',
  'typescript',
  'web-ext',
];

const files = globSync('{entrypoints,components,lib,scripts,bench,tests}/**/*.{ts,tsx,mjs,mts}', { cwd: ROOT })
  .concat(globSync('*.{ts,mjs}', { cwd: ROOT }))
  .map((path) => readCode(path.replaceAll('\\', '/')));

function readCode(path: string): Code {
  const text = readFileSync(posix.join(ROOT, path), 'utf8');
  const { module } = parseSync(path, text);
  const exported: string[] = [];
  const imported: Code['imported'] = new Map();
  const packages = new Set<string>();
  const take = (specifier: string, names: string[]) => {
    const file = resolve(path, specifier);
    if (file) imported.set(file, new Set([...(imported.get(file) ?? []), ...names]));
    else packages.add(specifier);
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    take(
      moduleRequest.value,
      entries.map(({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*')),
    );
  }
  for (const { entries } of module.staticExports) {
    for (const { exportName, moduleRequest, importName, isType } of entries) {
      if (moduleRequest) take(moduleRequest.value, [importName.name ?? '*']);
      if (!isType) exported.push(exportName.name ?? 'default');
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    take(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), ['*']);
  }
  // A type that is named where it is used: `import('./file').Name`.
  for (const [, specifier = ''] of text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)) take(specifier, ['*']);
  return { path, text, exported, imported, packages };
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const isFile = (path: string) => statSync(posix.join(ROOT, path), { throwIfNoEntry: false })?.isFile();
  return ENDINGS.map((ending) => base + ending).find(isFile) ?? null;
}

/** Whether a script loads the file by its path, and names what it takes from it. */
function isLoadedByPath({ path }: Code, name?: string): boolean {
  const bare = path.replace(/\.\w+$/, '');
  return files.some(
    ({ path: from, text }) =>
      from !== path && /\.mjs$|^[^/]+$/.test(from) && text.includes(bare) && (!name || text.includes(name)),
  );
}

/** A declaration of an .mjs file's types says what that file exports, and no more. */
const isDeclaration = ({ path }: Code) => /\.d\.m?ts$/.test(path);

const isRun = ({ path }: Code) => RUN.some((pattern) => pattern.test(path));

describe('what nobody uses', () => {
  it('no export is taken by no other file', () => {
    const unused = files
      .filter((file) => !isDeclaration(file))
      .flatMap((file) =>
        file.exported
          .filter(
            (name) => !(isRun(file) && (name === 'default' || COMMAND.includes(name))) && !isLoadedByPath(file, name),
          )
          .filter((name) => {
            const takers = files.flatMap(({ imported }) => [...(imported.get(file.path) ?? [])]);
            return !takers.includes(name) && !takers.includes('*');
          })
          .map((name) => `${file.path}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it('no file is imported nowhere', () => {
    const unused = files.filter(
      (file) => !isRun(file) && !isLoadedByPath(file) && !files.some(({ imported }) => imported.has(file.path)),
    );
    expect(unused.map(({ path }) => path)).toEqual([]);
  });

  it('no package is named nowhere', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const named = files.flatMap(({ packages }) => [...packages]);
    const isNamed = (name: string) =>
      named.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)) ||
      files.some(({ text }) => new RegExp(`['"]${name.replaceAll('/', '\\/')}['"/]`).test(text));
    const unused = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !TOOLS.includes(name) && !isNamed(name),
    );
    expect(unused).toEqual([]);
  });
});
