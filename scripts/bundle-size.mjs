/** How much of the extension a browser has to load, and how much it may be. */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes (1,000 bytes), gzipped. Every visited page pays for the content script, every press of the button for the popup. */
export const BUDGETS = [
  { name: 'content script', entry: 'article.js', limit: 8, aim: 5 },
  { name: 'popup', entry: 'popup.html', limit: 40, aim: 30 },
];

/** The gzipped size in kilobytes of a file of a build and of all that it loads at its start. */
export function gzippedSize(build, entry) {
  const sizes = filesOf(build, entry).map((file) => gzipSync(readFileSync(join(build, file)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Throws Error that names each budget that a build is over. */
export function requireBudgets(build) {
  const over = BUDGETS.map((budget) => ({ ...budget, size: gzippedSize(build, budget.entry) }))
    .filter(({ size, limit }) => size > limit)
    .map(({ name, size, limit }) => `The ${name} is ${size.toFixed(1)} KB gzipped, and may be ${limit}.`);
  if (over.length > 0) throw new Error(over.join('\n'));
}

/** A file and what it loads, from the build's root: scripts, styles and imported chunks, not what is imported on demand. */
function filesOf(build, entry) {
  const found = new Set([entry]);
  for (const file of found) {
    const text = readFileSync(join(build, file), 'utf8');
    for (const [, address] of text.matchAll(/(?:\b(?:src|href)=|\bfrom\s*|\bimport\s*)["']([^"']+\.(?:js|css))["']/g)) {
      found.add(address.startsWith('/') ? address.slice(1) : posix.join(dirname(file), address));
    }
  }
  return [...found];
}
