/** The publisher's command, run as a person runs it, from a folder of their own: right numbers, or one line that says why. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedDocument } from '../../lib/domain/embedded-feed';
import { parseFeed } from '../../lib/domain/feed';
import { ROOT } from '../source-files';

const EXAMPLE = join(ROOT, 'scripts/feed/example');
const MAPPING = join(EXAMPLE, 'mapping.json');
const CSV = readFileSync(join(EXAMPLE, 'responses.csv'), 'utf8');
const QUESTION = 'Have you ever been asked to manipulate performance data?';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command in the person's folder, as npm would: it changes into the project and says where they were. */
function feed(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/feed.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function importText(text: string | Uint8Array) {
  writeFileSync(join(folder, 'responses.csv'), text);
  return feed('import', 'responses.csv', '--mapping', MAPPING, '--out', 'feed.json');
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const document = () => JSON.parse(read('feed.json'));
const lastValue = (id: string) =>
  document()
    .statistics.find((statistic: { id: string }) => statistic.id === id)
    .values.at(-1);

/** The example with its second row of answers changed. */
function withRow(change: (row: string) => string): string {
  const lines = CSV.split('\r\n');
  return lines.with(2, change(lines[2] ?? '')).join('\r\n');
}

describe('import', () => {
  it('counts each person once, gives the base and leaves groups under ten untold', () => {
    const { status, stdout } = importText(CSV);
    expect(status).toBe(0);
    expect(lastValue('manipulation')).toEqual({
      edition: 3,
      percent: 44,
      counts: { base: 236, counted: 105, dontKnow: 25 },
    });
    expect(lastValue('burnout').counts.dontKnow).toBeNull();
    expect(stdout).toContain('239 people answered, in 241 rows; 1 answered nothing');
    expect(stdout).toContain('Row 20 is the respondent of row 19 again, and was not counted.');
    expect(stdout).toContain('burnout: the don’t-knows are not given');
    expect(document()).toMatchObject({ edition: 3, headlineEdition: 3, published: '2099-03-05' });
    expect(document().survey.status).toBe('closed');
  });

  it('publishes no word that anybody wrote', () => {
    importText(CSV);
    expect(read('feed.json')).not.toMatch(/Invented answer:|Invented: /);
  });

  const numbers = { edition: 3, percent: 44, counts: { base: 236, counted: 105, dontKnow: 25 } };
  const cells = (separator: string) =>
    CSV.replace(/"(?:[^"]|"")*"|[^,\r\n]+|,|\r\n/g, (part) => (part === ',' ? separator : part));
  it.each<[string, string | Uint8Array]>([
    ['a byte order mark', `\uFEFF${CSV}`],
    ['line feeds alone', CSV.replaceAll('\r\n', '\n')],
    ['semicolons', cells(';')],
    ['tabs', cells('\t')],
    ['a line that tells Excel the separator', `sep=;\r\n${cells(';')}`],
    ['UTF-16, as spreadsheets save “Unicode text”', Buffer.from(`\uFEFF${CSV}`, 'utf16le')],
    ['curly quotes, wide spaces and another case', CSV.replaceAll("Don't know", 'DON’T\u00A0KNOW')],
    ['line breaks inside quotation marks', CSV.replaceAll('"Invented: ""none"""', '"Invented\r\n\r\n, ""twice"""')],
    ['blank lines at its end', `${CSV}\r\n\r\n`],
  ])('gives the same numbers for a file with %s', (_, text) => {
    const { status, stderr } = importText(text);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(lastValue('manipulation')).toEqual(numbers);
  });

  it('takes a question of one column an answer for the same as one of one column', () => {
    const rows = [
      ['Respondent ID', QUESTION, '', ''],
      ['', 'Yes', 'No', "Don't know"],
      ...Array.from({ length: 40 }, (_, n) => [`${n}`, n < 22 ? 'Yes' : '', n >= 22 ? 'No' : '', '']),
    ];
    const mapping = JSON.parse(readFileSync(MAPPING, 'utf8'));
    writeFileSync(
      join(folder, 'mapping.json'),
      JSON.stringify({ ...mapping, questions: [mapping.questions[0]], open: [] }),
    );
    writeFileSync(join(folder, 'responses.csv'), rows.map((row) => row.map((cell) => `"${cell}"`).join()).join('\n'));
    expect(feed('import', 'responses.csv', '--mapping', 'mapping.json', '--out', 'feed.json').status).toBe(0);
    expect(lastValue('manipulation')).toEqual({
      edition: 3,
      percent: 55,
      counts: { base: 40, counted: 22, dontKnow: 0 },
    });
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a column is missing',
      CSV.replace(QUESTION, 'Another question?'),
      /has no column “Have you ever been asked to man/,
    ],
    ['its columns can’t be told apart', CSV.replaceAll(',', '~'), /only one column at all/],
    ['a row was cut off', `${CSV}118200000000,400000001,02/01`, /Row 244 has 3 of 16 columns/],
    ['a quotation mark never closes', `${CSV}"118200000000`, /Row 244: a quotation mark is open/],
    [
      'a spreadsheet shortened a number',
      withRow((row) => row.replace(/^\d+/, '1.182E+11')),
      /Row 3, .*1\.182E\+11.*shortened/,
    ],
    [
      'a spreadsheet changed the encoding',
      CSV.replaceAll("Don't know", 'Donâ€™t know'),
      /column “[^”]+”: “Donâ€™t know”.*encoding/,
    ],
    [
      'it isn’t UTF-8',
      Buffer.from(CSV.replaceAll("Don't know", 'Don\u0092t know'), 'latin1'),
      /Row \d+, column .*encoding/,
    ],
    [
      'its answers are numbers',
      CSV.replaceAll(/,Yes(?=,)/g, ',1'),
      /Row \d+, column “[^”]+”: “1” is none of the answers/,
    ],
    [
      'a respondent has no number',
      withRow((row) => row.replace(/^\d+/, '')),
      /Row 3, the respondent’s column: it is empty/,
    ],
    ['it has no rows', '', /no two rows of headings/],
    ['it has headings alone', CSV.split('\r\n').slice(0, 2).join('\r\n'), /Only 0 people answered/],
    ['it is no text', new Uint8Array(4_096).map((_, n) => (n * 7919) % 256), /./],
  ])('says in one line why it stops where %s, and leaves no file', (_, text, reason) => {
    const { status, stderr } = importText(text);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(reason)]);
    expect(stderr).toMatch(/^feed import: /);
    expect(readdirSync(folder)).toEqual(['responses.csv']);
  });

  it('keeps the file that is there where it can’t write a whole one', () => {
    writeFileSync(join(folder, 'feed.json'), 'what was there');
    expect(importText(CSV.replace(QUESTION, 'Another question?')).status).toBe(1);
    expect(read('feed.json')).toBe('what was there');
    writeFileSync(join(folder, 'responses.csv'), CSV);
    const { status, stderr } = feed(
      'import',
      'responses.csv',
      '--mapping',
      MAPPING,
      '--out',
      'feed.json/in-a-file.json',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/could not be written/);
    expect(readdirSync(folder).sort()).toEqual(['feed.json', 'responses.csv']);
  });

  it('counts 100,000 rows within 200 MB', () => {
    const [headings = '', labels = '', ...rows] = CSV.split('\r\n');
    const many = Array.from({ length: 100_000 }, (_, n) => {
      const row = rows[(n * 3) % 12] ?? '';
      return row.replace(/^\d+/, String(200_000_000_000 + n));
    });
    writeFileSync(join(folder, 'many.csv'), [headings, labels, ...many].join('\r\n'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        '--max-old-space-size=200',
        join(ROOT, 'scripts/feed.mjs'),
        'import',
        'many.csv',
        '--mapping',
        MAPPING,
        '--out',
        'feed.json',
      ],
      { cwd: ROOT, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/in 100000 rows/);
  });
});

describe('from responses to files for a host', () => {
  it('is a feed that the extension’s parser takes, signed by a key that stays outside the repository', () => {
    importText(CSV);
    expect(feed('check', 'feed.json')).toMatchObject({ status: 0, stderr: '' });
    expect(feed('keygen', 'key.pem').status).toBe(0);
    expect(statSync(join(folder, 'key.pem')).mode & 0o077).toBe(0);
    expect(feed('sign', 'feed.json', '--key', 'key.pem')).toMatchObject({ status: 0, stderr: '' });
    expect(feed('publish-dir', 'feed.json', 'public', '--key', 'key.pub.pem')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(folder, 'public')).sort()).toEqual([
      '_headers',
      'dataset.jsonld',
      'feed.json',
      'feed.json.br',
      'feed.json.gz',
      'feed.sig.json',
      'feed.sig.json.br',
      'feed.sig.json.gz',
    ]);
    expect(parseFeed(JSON.parse(read('public/feed.json'))).edition).toBe(3);
    writeFileSync(join(folder, 'old.json'), feed('embedded').stdout);
    expect(JSON.parse(read('old.json'))).toEqual(embeddedDocument);
    expect(feed('diff', 'old.json', 'feed.json').stdout).toContain(
      '41% of 550 (November 2019, preliminary) → 44% of 236 (March 2099, invented).',
    );
  });

  it('is not signed where it is at fault, and not laid out where it was changed after it was signed', () => {
    importText(CSV);
    feed('keygen', 'key.pem');
    const good = read('feed.json');
    writeFileSync(join(folder, 'feed.json'), good.replace('"percent": 44', '"percent": 45'));
    const { status, stderr } = feed('sign', 'feed.json', '--key', 'key.pem');
    expect(status).toBe(1);
    expect(stderr).toContain('45% does not agree with 105 of 236');
    expect(existsSync(join(folder, 'feed.sig.json'))).toBe(false);
    writeFileSync(join(folder, 'feed.json'), good);
    feed('sign', 'feed.json', '--key', 'key.pem');
    writeFileSync(join(folder, 'feed.json'), `${good} `);
    const laid = feed('publish-dir', 'feed.json', 'public', '--key', 'key.pub.pem');
    expect(laid.stderr).toMatch(/changed after it was signed/);
    expect(existsSync(join(folder, 'public'))).toBe(false);
  });

  it('no private key is made inside the repository, written over or printed', () => {
    expect(feed('keygen', join(ROOT, 'scripts/key.pem')).stderr).toMatch(/is inside the repository/);
    const { stdout, stderr } = feed('keygen', 'key.pem');
    const secret = read('key.pem').split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(stdout + stderr).not.toContain(secret.slice(20, 50));
    expect(feed('keygen', 'key.pem').stderr).toMatch(/is there already/);
    importText(CSV);
    expect(feed('sign', 'feed.json', '--key', 'key.pub.pem').stderr).toMatch(/holds no private key/);
  });

  it('is served with an ETag, and nothing else of the machine is', async () => {
    writeFileSync(join(folder, 'feed.json'), '{}');
    writeFileSync(join(folder, 'key.pem'), 'secret');
    const server = spawn(process.execPath, [join(ROOT, 'scripts/feed.mjs'), 'serve', '.', '--port', '0'], {
      cwd: ROOT,
      env: { ...process.env, INIT_CWD: folder },
    });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        server.stdout.on('data', (data) => resolve(/https:\/\/\S+/.exec(String(data))?.[0] ?? ''));
        server.stderr.on('data', (data) => reject(new Error(String(data))));
      });
      const { request } = await import('node:https');
      const ask = (path: string, headers = {}) =>
        new Promise<{ status: number | undefined; etag: string | undefined }>((resolve, reject) => {
          request(new URL(address).origin + path, { rejectUnauthorized: false, headers }, (response) => {
            response.resume();
            resolve({ status: response.statusCode, etag: response.headers.etag });
          })
            .on('error', reject)
            .end();
        });
      const { status, etag } = await ask('/feed.json');
      expect(status).toBe(200);
      expect((await ask('/feed.json', { 'if-none-match': etag })).status).toBe(304);
      for (const path of ['/key.pem', '/..%2ffeed.json', '/%', '/']) expect((await ask(path)).status).toBe(404);
    } finally {
      server.kill();
    }
  });
});

describe('each command', () => {
  const names = ['import', 'check', 'keygen', 'sign', 'diff', 'serve', 'publish-dir', 'embedded', 'schema'];

  it('is listed, and explains itself', () => {
    const { stdout } = feed();
    for (const name of names) {
      expect(stdout).toContain(`  ${name} `);
      const help = feed(name, '--help');
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain(`feed -- ${name}`);
    }
  });

  it.each([
    [['nonsense'], /no command is called nonsense/],
    [['import'], /needs RESPONSES\.csv/],
    [['import', 'a.csv'], /needs --mapping MAPPING\.json/],
    [['check', 'a.json', 'b.json'], /needs FEED\.json, and 2 were given/],
    [['sign', 'a.json', '--kee', 'x'], /Unknown option/],
    [['serve', '.', '--port', 'x'], /is no port/],
  ])('%j is not understood: exit code 2 and one line', (args, reason) => {
    const { status, stderr } = feed(...args);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(reason)]);
  });

  it.each([
    [['check', 'none.json'], /none\.json: there is no such file/],
    [['diff', 'none.json', 'none.json'], /there is no such file/],
    [['import', '.', '--mapping', MAPPING, '--out', 'x.json'], /is no file/],
    [['serve', 'none'], /there is no such folder/],
  ])('%j is at fault: exit code 1 and one line', (args, reason) => {
    const { status, stderr } = feed(...args);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(reason)]);
  });
});
