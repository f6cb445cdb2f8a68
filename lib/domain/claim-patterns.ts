/** The form of the claim patterns in a feed: classes of terms, and the rules that combine them. Never a regular expression. */
import * as v from 'valibot';

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/, 'is not the name of a class'));

/**
 * Words in lower case, separated by one space. `burn* out`: a word that begins so. `_`: up to three words, whatever they are.
 */
const term = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[\p{Ll}\p{N}']+\*?(?: (?:_|[\p{Ll}\p{N}']+\*?))*$/u, 'is not a term'),
);

/** Names of classes, any one of which will do: `staff|self`. */
const anyOf = v.pipe(v.string(), v.regex(/^[a-z-]+(?:\|[a-z-]+)*$/, 'is not a choice of classes'));

const RuleSchema = v.strictObject({
  statistic: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  relation: v.picklist(['reports', 'same-question', 'same-subject']),
  /** Every one of these must be in the sentence. */
  all: v.pipe(v.array(anyOf), v.minLength(1)),
  /** None of these may be. */
  none: v.optional(v.array(name)),
  /** At most so many words from the first trigger to the last. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Counts only on a page that makes claims elsewhere, by rules that are not weak. */
  weak: v.optional(v.boolean()),
});

export const ClaimPatternsSchema = v.strictObject({
  classes: v.optional(v.record(name, v.array(term)), {}),
  /** Classes whose terms keep their words to themselves: the "improving" of the programme's name is no praise. */
  whole: v.optional(v.array(name), []),
  rules: v.optional(v.array(RuleSchema), []),
});

export type ClaimPatterns = v.InferOutput<typeof ClaimPatternsSchema>;
export type ClaimRule = v.InferOutput<typeof RuleSchema>;
