/** Reads the project's source files and what they import, for the tests that test the repository. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = posix.resolve(import.meta.dirname, '..');
const ENDINGS = ['', '.ts', '.tsx'];

/** One import or re-export; `types` where nothing of it is left at run time. */
export interface Import {
  specifier: string;
  types: boolean;
  /** The imported file from the project's root, or null where it is a package. */
  file: string | null;
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
  /** The first comment, where the file opens with one. */
  opening: string | null;
  /** Names that the file uses without declaring them: globals of its environment, and names of properties apart. */
  globals: Set<string>;
  /** Every name in it, properties and JSX attributes too. */
  names: Set<string>;
  /** What is called or made by name, for example `RegExp` in `new RegExp(…)`. */
  called: Set<string>;
  /** The regular expressions that are written in it. */
  patterns: RegExp[];
}

/** Every .ts and .tsx file of entrypoints, components and lib. Throws Error where a relative import leads nowhere. */
export function readSourceFiles(): SourceFile[] {
  return globSync('{entrypoints,components,lib}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => readSourceFile(path.replaceAll('\\', '/')))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(posix.join(ROOT, path), 'utf8');
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const opening = comments[0]?.start === 0 && text.startsWith('/**') ? comments[0].value : null;
  const found: Names = { used: new Set(), declared: new Set(), all: new Set(), called: new Set(), patterns: [] };
  collectNames(program as unknown as Node, found);
  const globals = new Set([...found.used].filter((name) => !found.declared.has(name)));
  const imports = [
    ...module.staticImports.map(({ start, end, moduleRequest, entries }) =>
      importOf(moduleRequest.value, /^import\s+type\b/.test(text.slice(start, end)) || allTypes(entries)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [importOf(moduleRequest.value, isType)] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      importOf(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false),
    ),
  ];
  return { path, text, imports, opening, globals, names: found.all, called: found.called, patterns: found.patterns };

  function importOf(specifier: string, types: boolean): Import {
    return { specifier, types, file: resolveImport(path, specifier) };
  }
}

function allTypes(entries: { isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every(({ isType }) => isType);
}

function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const file = ENDINGS.map((ending) => base + ending).find((candidate) =>
    statSync(posix.join(ROOT, candidate), { throwIfNoEntry: false })?.isFile(),
  );
  if (!file) throw new Error(`${from} imports ${specifier}, which is no file`);
  return file;
}

interface Names {
  used: Set<string>;
  declared: Set<string>;
  all: Set<string>;
  called: Set<string>;
  patterns: RegExp[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Fields of a node that hold a plain name of its own (a property, a key), not one that stands for a variable. */
const OWN_NAMES: Record<string, string> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
  TSPropertySignature: 'key',
  TSMethodSignature: 'key',
};
/** Fields of a node that declare names. */
const DECLARED: Record<string, string[]> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  ClassDeclaration: ['id'],
  CatchClause: ['param'],
  ImportSpecifier: ['local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  TSInterfaceDeclaration: ['id'],
  TSTypeAliasDeclaration: ['id'],
};

function collectNames(node: Node, found: Names): void {
  if (node.type === 'Identifier') found.used.add(String(node.name));
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') found.all.add(String(node.name));
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const callee = node.callee as Node;
    if (callee.type === 'Identifier') found.called.add(String(callee.name));
  }
  if (node.type === 'Literal' && node.regex) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    found.patterns.push(new RegExp(pattern, flags));
  }
  for (const field of DECLARED[node.type] ?? [])
    for (const child of nodesIn(node[field])) declare(child, found.declared);
  for (const [field, value] of Object.entries(node)) {
    for (const child of nodesIn(value)) {
      const isOwnName = OWN_NAMES[node.type] === field && !node.computed && child.type === 'Identifier';
      if (isOwnName) found.all.add(String(child.name));
      else collectNames(child, found);
    }
  }
}

/** The names that a pattern binds: `{ a, b: [c = 1] }` binds a and c. */
function declare(pattern: Node, declared: Set<string>): void {
  if (pattern.type === 'Identifier') declared.add(String(pattern.name));
  const parts: Record<string, string[]> = {
    ObjectPattern: ['properties'],
    Property: ['value'],
    ArrayPattern: ['elements'],
    AssignmentPattern: ['left'],
    RestElement: ['argument'],
  };
  for (const field of parts[pattern.type] ?? []) for (const child of nodesIn(pattern[field])) declare(child, declared);
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'type' in value ? [value as Node] : [];
}
