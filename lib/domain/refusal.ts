/** What somebody typed and why it won't do: the reason by its name, which the surface puts into words. */
export class Refusal<Reason extends string> extends Error {
  constructor(
    readonly reason: Reason,
    /** What of the input the reason is about. */
    readonly named = '',
  ) {
    super(`${reason} ${named}`);
  }
}
