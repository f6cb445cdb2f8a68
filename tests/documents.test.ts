/** The documents name only what is there: files, headings, commands, keys, and the words of the interface. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { EXPORTS } from '../lib/domain/export';
import { SHARE_TARGETS } from '../lib/domain/share';
import { scripts } from '../package.json';
import { ROOT } from './source-files';

const documents = globSync(['*.md', 'docs/**/*.md', 'scripts/feed/**/*.md'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => ({ path, text: readFileSync(posix.join(ROOT, path), 'utf8') }));
const guide = documents.filter(({ path }) => path.startsWith('docs/guide/'));

const files = globSync('{**/*,.ci/*}', {
  cwd: ROOT,
  exclude: (path) => /^(?:node_modules|test-results|screenshots|\.output|\.wxt)$/.test(posix.basename(path)),
}).map((path) => path.replaceAll('\\', '/'));

/** Files that are made, by a command or by a person, and so are not among those kept. */
const MADE =
  /^(?:feed|feed\.sig|mapping|old|new|responses|dataset|messages|tsconfig|key|manifest)\.|third-party-licences|^export-(?:…|text)\.ts$/;

it('every link between documents leads to a file, and to a heading where it names one', () => {
  const broken = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => {
        const [file = '', heading] = target.split('#');
        const linked = file ? posix.join(posix.dirname(path), file) : path;
        if (!existsSync(posix.join(ROOT, linked))) return true;
        return heading !== undefined && !headingsOf(linked).includes(heading);
      })
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

it('every file of code that a document names is there', () => {
  const missing = documents
    // What once was stays in the list of changes.
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w…-])(?<!\w\/|\*\.?)[\w…-][\w.…-]*(?:\/[\w.-]+)*\.(?:tsx?|mjs|css|ya?ml|json)\b/g)]
        .map(([name]) => name)
        .filter((name) => !MADE.test(posix.basename(name)))
        .filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`)))
        .map((name) => `${path}: ${name}`),
    );
  expect(missing).toEqual([]);
});

it('every npm command that a document names is in package.json', () => {
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/npm (?:run (?:--silent )?([\w:]+)|(start|test)\b)/g)]
      .map(([, run, own]) => run ?? own ?? '')
      .filter((name) => !(name in scripts))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

it('every key that a document names is one that the manifest suggests', () => {
  const suggested = readFileSync(`${ROOT}/wxt.config.ts`, 'utf8').match(/Alt\+Shift\+\w/g);
  const named = documents.flatMap(({ text }) => text.match(/Alt\+Shift\+\w/g) ?? []);
  expect(named.filter((key) => !suggested?.includes(key))).toEqual([]);
});

it('no document names a registry or a place on somebody’s machine', () => {
  const wrong = documents.filter(({ text }) => /registry\.|\/(?:home|root|Users|work)\//.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

describe('the guide', () => {
  it('has each of its pages in its list, and each with a picture', () => {
    const pages = guide.filter(({ path }) => !path.endsWith('/README.md'));
    const list = guide.find(({ path }) => path.endsWith('/README.md'))?.text ?? '';
    expect(pages.map(({ path }) => posix.basename(path)).filter((name) => !list.includes(`(${name})`))).toEqual([]);
    expect(pages.filter(({ text }) => !/^!\[[^\]]+\]\([^)]+\.png\)$/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('calls every control and every text in bold what the interface calls it', async () => {
    const said = [
      ...(await parseMessagesFile(`${ROOT}/locales/en_GB.yml`)).flatMap(textsOf),
      ...Object.values(EXPORTS).map(({ label }) => label),
      ...SHARE_TARGETS.map(({ name }) => name),
    ]
      .filter(isSaid)
      .map(patternOf);
    const unsaid = guide.flatMap(({ path, text }) =>
      [...text.replace(/\s+/g, ' ').matchAll(/\*\*(.+?)\*\*/g)]
        .map(([, words = '']) => words)
        .filter((words) => words !== 'in bold' && !said.some((pattern) => pattern.test(words)))
        .map((words) => `${path}: ${words}`),
    );
    expect(unsaid).toEqual([]);
  });
});

/** The texts of one message, singular and plural. */
function textsOf(message: { type: string; message?: string; plurals?: Record<string, string> }): string[] {
  return message.plurals ? Object.values(message.plurals) : [message.message ?? ''];
}

/** Whether there is enough of its own in a text to know it by, beside what is filled in. */
function isSaid(text: string): boolean {
  return !/\{\w+\}/.test(text) || text.replace(/\{\w+\}/g, '').length > 12;
}

/** The whole text, with anything where something is filled in and without the tags that a component draws. */
function patternOf(text: string): RegExp {
  const parts = text.replace(/<\/?\w+\/?>/g, '').split(/\{\w+\}/);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

/** The anchors of a document's headings, as GitHub makes them. */
function headingsOf(path: string): string[] {
  const text = readFileSync(posix.join(ROOT, path), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
