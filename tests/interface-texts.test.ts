/** Every text of the interface stands in the locale file: the source holds none, and the file none that nobody uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ROOT, readSourceFiles } from './source-files';

/** What is read by people, where it stands in the source after all, and why. */
const EXCUSED: Record<string, string> = {
  'lib/platform/transport.ts': 'the protocol is loaded into every page, which pays for each byte',
  'entrypoints/article/page-parts.ts': 'it is said where the extension can no longer be asked for a text',
  'lib/dom/page-text.ts': 'a fault of the browser, for its console',
};

const LAYERS = /^(?:components|entrypoints|lib\/dom|lib\/platform)\//;
/** JSX attributes that are read out or shown. */
const SHOWN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
]);
/** Properties of objects, and of elements, that hold what is shown. */
const TELLING = new Set(['ariaLabel', 'description', 'label', 'message', 'textContent', 'title']);
/** Words, as against ids, symbols and numbers. */
const WORDS = /\p{L}{2}/u;
/** Words that begin as a sentence or a label does: no class, id or style sheet. */
const SENTENCE = /^\p{Lu}\S*\s+\S/u;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

interface Finding {
  path: string;
  text: string;
}

const findings = readSourceFiles()
  .filter(({ path }) => LAYERS.test(path))
  .flatMap(({ path, text }) => {
    const found: Finding[] = [];
    visit(parseSync(path, text).program as unknown as Node, (words) => found.push({ path, text: words }));
    return found;
  });

describe('the source', () => {
  it('holds no text of the interface: not in JSX, not in what is read out, not in errors that are told', () => {
    expect(findings.filter(({ path }) => !EXCUSED[path]).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });

  it('excuses no file that has none', () => {
    const paths = new Set(findings.map(({ path }) => path));
    expect(Object.keys(EXCUSED).filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('the locale file', async () => {
  const messages = generateChromeMessages(await parseMessagesFile(join(ROOT, 'locales/en_GB.yml')));

  it('has no text that nobody uses', () => {
    const source = [
      ...readSourceFiles().map(({ text }) => text),
      readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8').replace(/__MSG_(\w+)__/g, "'$1'"),
    ].join('\n');
    // A key may be made of a fixed beginning and an id: `settings.appearance.${choice}`.
    const beginnings = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) =>
      beginning.replaceAll('.', '_'),
    );
    const whole = new Set([...source.matchAll(/'([\w.]+)'/g)].map(([, key = '']) => key.replaceAll('.', '_')));
    const isUsed = (key: string) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
    expect(Object.keys(messages).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('is in British English and never promises what the survey is not', () => {
    const words = Object.values(messages).map(({ message }) => message);
    expect(
      words.filter((text) => /\b(?:color|favorite|center|license[ds]|organize|recognize|canceled)\b/i.test(text)),
    ).toEqual([]);
    expect(words.filter((text) => /compliant|fact.check|±|!/i.test(text))).toEqual([]);
  });
});

/** Calls back with each text that a person would read. */
function visit(node: Node, tell: (words: string) => void): void {
  if (node.type === 'JSXText') check(String(node.value), tell);
  if (node.type === 'JSXExpressionContainer')
    for (const text of literalsOf(node.expression as Node)) check(text, tell, true);
  if (node.type === 'JSXAttribute' && SHOWN.has(nameOf(node.name)) && node.value) {
    for (const text of literalsOf(node.value as Node)) check(text, tell);
  }
  if (node.type === 'NewExpression' && /Error$/.test(nameOf(node.callee))) {
    const [message] = node.arguments as Node[];
    if (message) for (const text of literalsOf(message)) check(text, tell);
  }
  if (node.type === 'Property' && TELLING.has(nameOf(node.key))) {
    for (const text of literalsOf(node.value as Node)) check(text, tell, true);
  }
  if (node.type === 'AssignmentExpression' && TELLING.has(nameOf((node.left as Node).property))) {
    for (const text of literalsOf(node.right as Node)) check(text, tell, true);
  }
  // Whatever it is handed to, as the words on a button that a function makes.
  if (node.type === 'CallExpression' && nameOf((node.callee as Node).object) !== 'console') {
    for (const argument of node.arguments as Node[]) {
      for (const text of literalsOf(argument)) if (SENTENCE.test(text)) check(text, tell);
    }
  }
  for (const [field, value] of Object.entries(node)) {
    // Attributes hold classes and ids as well; those that are shown were looked at above.
    if (node.type === 'JSXAttribute' && field === 'value') {
      for (const child of nodesIn(value)) if (child.type === 'JSXExpressionContainer') visitInside(child, tell);
    } else for (const child of nodesIn(value)) visit(child, tell);
  }
}

/** What stands in an attribute's braces: elements and handlers in it hold texts, its own literals are classes and ids. */
function visitInside(container: Node, tell: (words: string) => void): void {
  for (const child of nodesIn(container.expression)) visit(child, tell);
}

function check(text: string, tell: (words: string) => void, isPerhapsAnId = false): void {
  const words = text.replace(/\s+/g, ' ').trim();
  if (!WORDS.test(words) || words === 'https://') return;
  // An id, a class or a key has no space and begins small.
  if (isPerhapsAnId && /^[a-z][\w.:/-]*$/.test(words)) return;
  tell(words);
}

/** The strings that an expression may give by itself, calls apart: `a ? 'b' : \`c\`` gives both. */
function literalsOf(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent as Node), ...literalsOf(node.alternate as Node)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...literalsOf(node.left as Node), ...literalsOf(node.right as Node)].filter(
        () => node.operator !== '===',
      );
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return literalsOf(node.expression as Node);
    default:
      return [];
  }
}

function nameOf(node: unknown): string {
  return typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : '';
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'type' in value ? [value as Node] : [];
}
