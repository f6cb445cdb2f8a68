/** The built extension that a test drives: the build itself, or a changed copy of it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from './extension';

const OUTPUT = join(import.meta.dirname, '../../.output');
const SUFFIX = { production: '', granted: '-e2e' };

export function buildFolder(
  browser: 'chrome' | 'firefox',
  { variant, changeBuild, grantedBefore }: LaunchOptions,
): string {
  const folder = join(OUTPUT, `${browser}-mv3${SUFFIX[variant]}`);
  if (!changeBuild && !grantedBefore) return folder;
  const copy = mkdtempSync(join(tmpdir(), 'extension-'));
  cpSync(folder, copy, { recursive: true });
  changeBuild?.(copy);
  return copy;
}

/** Removes the folder where it is a copy. */
export function removeCopy(folder: string): void {
  if (!folder.startsWith(OUTPUT)) rmSync(folder, { recursive: true, force: true });
}
