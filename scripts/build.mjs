/** `npm run build`: the extension for Chrome and Edge, and for Firefox; with --e2e also the copies that may read every site, for tests. */
import { relative } from 'node:path';
import { BUILDS, buildExtension, copyWithHostAccess } from './extension.mjs';
import { ROOT } from './tools.mjs';

try {
  for (const browser of BUILDS) {
    console.log(`built ${relative(ROOT, buildExtension(browser))}`);
    if (process.argv.includes('--e2e')) console.log(`built ${relative(ROOT, copyWithHostAccess(browser))}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
