/** Reads a CSV file row by row, whatever separates its columns and however it was encoded, in bounded memory. */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import Papa from 'papaparse';

/**
 * Calls `onRow(cells, number)` for each row, of which the first is 1. Rejects with what `onRow` throws, or with an Error
 * that names the row whose quotation marks don't close.
 */
export function readRows(path, onRow) {
  const text = Readable.fromWeb(
    Readable.toWeb(createReadStream(path)).pipeThrough(new TextDecoderStream(encodingOf(path))),
  );
  let number = 0;
  return new Promise((resolve, reject) => {
    text.on('error', (error) => reject(new Error(`${path}: ${error.message}`)));
    Papa.parse(text, {
      // Told by the first rows: a comma, a semicolon, a tab or a bar.
      delimiter: '',
      step({ data, errors }, parser) {
        number += 1;
        try {
          const [error] = errors.filter(({ type }) => type === 'Quotes');
          if (error)
            throw new Error(`Row ${number}: a quotation mark is open at its end, or stands inside a cell alone.`);
          // A line that tells Excel the separator is none of the export's rows.
          if (number === 1 && /^sep=/i.test(data[0])) number = 0;
          else onRow(data, number);
        } catch (error) {
          // First: an abort completes, too.
          reject(error);
          parser.abort();
          text.destroy();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** By the mark at its start: spreadsheets write "Unicode text" as UTF-16. */
function encodingOf(path) {
  const start = new Uint8Array(2);
  const file = openSync(path, 'r');
  readSync(file, start, 0, 2, 0);
  closeSync(file);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
