/** What a person is told of an error: anything at all can be thrown. */

/** The message of an error, or what else was thrown as text. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
