/** `feed schema`: the published JSON Schema of the feed, generated from the schema that the extension parses with. */
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { ROOT } from '../tools.mjs';
import { writeWhole } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run --silent feed -- schema [--write]

Prints the JSON Schema of the format; with --write it replaces docs/feed.schema.json, which a test holds to be current.`;

export const options = { write: { type: 'boolean' } };

export async function run({ write }) {
  const [format] = await loadSources('lib/domain/feed-format.ts');
  if (write) writeWhole(join(ROOT, 'docs/feed.schema.json'), schemaText(format));
  else process.stdout.write(schemaText(format));
}

/** The schema as the text of its file. Throws where the parser uses what JSON Schema can't say. */
export function schemaText({ FeedSchema, FORMAT }) {
  const schema = toJsonSchema(FeedSchema, { typeMode: 'input', overrideAction: keepUnicodePattern });
  return `${JSON.stringify({ ...schema, title: `Results feed, format ${FORMAT}` }, null, 2)}\n`;
}

/** A pattern of JSON Schema is a Unicode one, so that the flag need not be named. */
function keepUnicodePattern({ valibotAction, jsonSchema }) {
  if (valibotAction.type !== 'regex' || valibotAction.requirement.flags !== 'u') return undefined;
  const { source } = valibotAction.requirement;
  return { ...jsonSchema, pattern: source };
}
