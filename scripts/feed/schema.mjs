/** The published JSON Schema of the feed, generated from the schema that the extension parses with. */
import { toJsonSchema } from '@valibot/to-json-schema';

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
