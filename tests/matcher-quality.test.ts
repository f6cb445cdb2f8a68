/** What the method page says of the matcher is what `npm run claims:report` measured and wrote into the README. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import quality from '../lib/domain/matcher-quality.json';
import { ROOT } from './source-files';

const TABLE = /<!-- claims:report -->\n([\s\S]*?)<!-- \/claims:report -->/;

/** A row of the table: pages, sentences, marks that are right, claims found, false marks on IAPT pages and on others. */
function readRow(name: string) {
  const [, table = ''] = TABLE.exec(readFileSync(`${ROOT}/README.md`, 'utf8')) ?? [];
  const row = table.split('\n').find((line) => line.startsWith(`| ${name} (`)) ?? '';
  const cells = row.split('|').map((cell) => cell.trim());
  const number = (cell = '') => Number(/[\d.]+/.exec(cell)?.[0]);
  return {
    pages: number(/\((\d+)\)/.exec(row)?.[1]),
    sentences: number(cells[2]),
    precision: number(cells[4]),
    recall: number(cells[5]),
    falseIapt: number(cells[8]),
    falseOther: number(cells[9]),
  };
}

it('on real pages, each scored by weights learned without it', () => {
  expect(quality.unseen, 'lib/domain/matcher-quality.json').toEqual(
    readRow('The same, each scored by weights learned without it'),
  );
});

it('on articles kept aside', () => {
  expect(quality.keptAside, 'lib/domain/matcher-quality.json').toEqual(
    readRow('Own articles, kept aside from words and weights'),
  );
});
