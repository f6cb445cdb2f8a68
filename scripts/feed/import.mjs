/** `feed import`: counts an export of responses into a next edition. */

import {
  documentText,
  pathOf,
  readJson,
  requireArguments,
  requireFile,
  requireOption,
  writeWhole,
} from './command.mjs';
import { readRows } from './csv-file.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- import RESPONSES.csv --mapping MAPPING.json --out NEXT.json [--base FEED.json]

Counts the answers of SurveyMonkey's export (Analyze Results > Save As > Export file > All responses data, as CSV with
"actual answer text") and writes the edition that follows FEED.json; without --base, the one that the extension comes with.

MAPPING.json names which column is which question: scripts/feed/example holds one, docs/feed.md explains it.
Answers in people's own words are never read. What fewer than ten people answered is not published. A respondent who
stands in the file twice is counted once and reported. The file is written whole, or not at all.

Exit codes: 0 written, 1 the export, the mapping or the base is at fault, 2 the command was not understood.`;

export const options = { mapping: { type: 'string' }, base: { type: 'string' }, out: { type: 'string' } };

export async function run(values, given) {
  const [responses] = requireArguments(given, 'RESPONSES.csv');
  const mappingPath = pathOf(requireOption(values, 'mapping', 'MAPPING.json'));
  const out = pathOf(requireOption(values, 'out', 'NEXT.json'));
  const [{ parseMapping, ResponseCounter }, { addEdition }, { parseDocument }, { embeddedDocument }] =
    await loadSources(
      'lib/domain/responses.ts',
      'lib/domain/next-edition.ts',
      'lib/domain/feed-format.ts',
      'lib/domain/embedded-feed.ts',
    );
  const mapping = parseMapping(readJson(mappingPath));
  const base = parseDocument(values.base === undefined ? embeddedDocument : readJson(pathOf(values.base)));
  const counts = await count(responses, mapping, ResponseCounter);
  const { document, notes } = addEdition(base, mapping, counts);
  writeWhole(out, documentText(document));
  report(counts, document, notes);
  console.log(`Written to ${out}. Next: npm run feed -- check ${values.out}`);
}

async function count(path, mapping, ResponseCounter) {
  requireFile(path);
  let headings;
  let counter;
  await readRows(path, (cells, number) => {
    if (number === 1) headings = cells;
    else if (number === 2) counter = new ResponseCounter(mapping, headings, cells);
    else counter.add(cells, number);
  });
  if (!counter) throw new Error(`${path}: has no two rows of headings; is it an export of all responses?`);
  return counter.result();
}

function report({ rows, respondents, blank, duplicates, questions }, { edition, statistics }, notes) {
  const people = (count, what) => `${count} ${what}`;
  console.log(
    `Edition ${edition}: ${people(respondents, 'people answered')}, in ${rows} rows; ${blank} answered nothing.`,
  );
  console.table(
    Object.fromEntries(
      questions.map(({ statistic, base, counted, dontKnow, ownWords, skipped }) => [
        statistic,
        {
          base,
          counted,
          '%': percentOf(statistics, statistic, edition),
          'don’t know': dontKnow,
          'own words': ownWords,
          skipped,
        },
      ]),
    ),
  );
  for (const { row, first } of duplicates.slice(0, 20)) {
    console.log(`Row ${row} is the respondent of row ${first} again, and was not counted.`);
  }
  if (duplicates.length > 20)
    console.log(`${duplicates.length - 20} more rows are of respondents who stand in it twice.`);
  for (const note of notes) console.log(`Note: ${note}`);
}

function percentOf(statistics, id, edition) {
  const value = statistics.find((statistic) => statistic.id === id)?.values.find((value) => value.edition === edition);
  return value?.percent ?? 'not given';
}
