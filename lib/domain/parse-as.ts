/** The one way in which unknown input becomes a type, or an error for people. */
import * as v from 'valibot';

/** Parses input by a schema. Throws Error that begins with the refusal and names the first place at fault (`whole` where it is all of it) and the reason. */
export function parseAs<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  refusal: string,
  whole: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${refusal}: ${v.getDotPath(issue) ?? whole}: ${issue.message}`);
}
