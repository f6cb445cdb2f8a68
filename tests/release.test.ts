/** A release names what changed, only ever goes up, and its dry run changes nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../package.json';
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

it('a dry run says the version and what changed, and changes no file', () => {
  const changelog = readFileSync(`${ROOT}/CHANGELOG.md`, 'utf8');
  const said = execFileSync(process.execPath, ['scripts/release.mjs', 'minor', '--dry-run'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(said).toContain(`${version} → ${nextVersion(version, 'minor')}`);
  expect(said).toContain('Would change');
  expect(readFileSync(`${ROOT}/CHANGELOG.md`, 'utf8')).toBe(changelog);
});
