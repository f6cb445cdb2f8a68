/** Builds the extension into .output, and makes the copies that tests drive. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireBudgets } from './bundle-size.mjs';
import { ROOT, runTool } from './tools.mjs';

export const BUILDS = ['chrome', 'firefox'];

/** Builds for a browser ('chrome', which Edge uses too, or 'firefox'). Returns the folder; throws Error with the log, or with what is over its budget. */
export function buildExtension(browser) {
  const { status, stdout, stderr } = runTool('wxt', ['build', '-b', browser]);
  if (status !== 0) throw new Error(`wxt build -b ${browser} failed:\n${stdout}${stderr}`);
  requireBudgets(folderOf(browser));
  return folderOf(browser);
}

/**
 * Copies a finished build and grants it every site in the manifest, as nobody is there to press the toolbar button or
 * to answer the browser's question. All else is the production build, byte for byte. Returns the copy's folder.
 */
export function copyWithHostAccess(browser) {
  const copy = `${folderOf(browser)}-e2e`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folderOf(browser), copy, { recursive: true });
  const manifest = join(copy, 'manifest.json');
  const granted = { ...JSON.parse(readFileSync(manifest, 'utf8')), host_permissions: ['<all_urls>'] };
  writeFileSync(manifest, JSON.stringify(granted));
  return copy;
}

function folderOf(browser) {
  return join(ROOT, '.output', `${browser}-mv3`);
}
