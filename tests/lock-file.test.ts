/** What is installed is what was reviewed: the lock file names every package by its hash, and none of them runs code when it is installed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json';
import { ROOT } from './source-files';

interface Locked {
  version?: string;
  integrity?: string;
}

describe.each(['package-lock.json', 'scripts/node/package-lock.json'])('%s', (file) => {
  const packages: Record<string, Locked> = JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8')).packages;
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  it('names each package by version and hash', () => {
    expect(installed.length).toBeGreaterThan(0);
    expect(installed.filter(([, { version, integrity }]) => !version || !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  });
});

it('the lock file agrees with package.json, whose versions are exact', () => {
  const { packages } = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8'));
  const { dependencies, devDependencies } = manifest;
  expect(packages['']).toMatchObject({ dependencies, devDependencies });
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('set-up installs what the lock file says, and lets no package run a script', () => {
  expect(readFileSync(`${ROOT}/scripts/setup.mjs`, 'utf8')).toContain("['ci', '--ignore-scripts',");
});
