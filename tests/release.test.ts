/** A release names what changed, only ever goes up, and its dry run changes nothing. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextVersion, releaseNotes } from '../scripts/release-notes.mjs';
import { ROOT } from './source-files';

describe('the next version', () => {
  it.each([
    ['major', '2.0.0'],
    ['minor', '1.5.0'],
    ['patch', '1.4.10'],
    ['1.10.0', '1.10.0'],
  ])('after 1.4.9, %s is %s', (step, expected) => {
    expect(nextVersion('1.4.9', step)).toBe(expected);
  });

  it.each(['', 'big', '1.4', '1.4.9', '1.4.8', 'v2.0.0'])('“%s” is refused', (step) => {
    expect(() => nextVersion('1.4.9', step)).toThrow(/^Say major|is not above 1\.4\.9/);
  });
});

describe('the changelog', () => {
  const before = '# Changes\n\n## Unreleased\n\n- Quotes can be printed.\n\n## 1.0.0 (2026-01-01)\n\n- The first.\n';

  it('puts what is unreleased under the version and its day, and keeps all else', () => {
    expect(releaseNotes(before, '1.1.0', '2026-11-23')).toEqual({
      notes: '- Quotes can be printed.',
      changelog: before.replace('## Unreleased\n', '## Unreleased\n\n## 1.1.0 (2026-11-23)\n'),
    });
  });

  it('that says nothing new is no release', () => {
    expect(() => releaseNotes('# Changes\n\n## Unreleased\n\n## 1.0.0\n', '1.1.0', '')).toThrow('says nothing');
    expect(() => releaseNotes('# Changes\n', '1.1.0', '')).toThrow('says nothing');
  });
});

describe('the command, in a repository of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  const release = (...args: string[]) =>
    execFileSync(process.execPath, ['scripts/release.mjs', ...args], { cwd: folder, encoding: 'utf8' });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  beforeAll(() => {
    for (const file of ['scripts/release.mjs', 'scripts/release-notes.mjs', 'scripts/tools.mjs', 'package-lock.json'])
      cpSync(join(ROOT, file), join(folder, file));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'example', version: '1.0.0' }));
    writeFileSync(join(folder, 'CHANGELOG.md'), '# Changes\n\n## Unreleased\n\n- Quotes can be printed.\n');
    git('init', '--quiet');
    git('config', 'user.name', 'Somebody');
    git('config', 'user.email', 'somebody@example.org');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Begin');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says in a dry run what it would do, and changes nothing', () => {
    expect(release('minor', '--dry-run')).toMatch(/1\.0\.0 → 1\.1\.0.*Quotes can be printed.*Would change/s);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('tag', '--list')).toBe('');
  });

  it('releases: version, lock file, changelog, commit and tag', () => {
    release('minor');
    expect(JSON.parse(read('package.json')).version).toBe('1.1.0');
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({
      version: '1.1.0',
      packages: { '': { version: '1.1.0' } },
    });
    expect(read('CHANGELOG.md')).toMatch(/## Unreleased\n\n## 1\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- Quotes/);
    expect(git('log', '-1', '--format=%s')).toBe('Release 1.1.0');
    expect(git('tag', '--list')).toBe('v1.1.0');
    expect(git('status', '--porcelain')).toBe('');
  });
});
