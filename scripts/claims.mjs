/** Prints the labels that the matcher gives to each sentence of labelled pages: `npm run --silent claims -- FILE.jsonl`. */
import { readFileSync, writeSync } from 'node:fs';
import { loadMatcher } from './claims-matcher.mjs';
import { matchPage, readPages } from './claims-pages.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: npm run --silent claims -- FILE.jsonl');
  process.exit(2);
}
const matcher = await loadMatcher();
for (const page of readPages(readFileSync(file, 'utf8'), file)) {
  for (const line of matchPage(page, matcher)) writeSync(1, `${JSON.stringify(line)}\n`);
}
