/** SECURITY.md tells no more than the tests show. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { securityDocument } from '../scripts/faults.mjs';
import { ROOT } from './source-files';

it('the table of faults is made from the list of cases, names only tests that are there, and is current: `node scripts/faults.mjs` writes it', () => {
  expect(readFileSync(`${ROOT}/SECURITY.md`, 'utf8')).toBe(securityDocument());
});
