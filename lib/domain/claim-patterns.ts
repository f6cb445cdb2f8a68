/** The form of the claim patterns in a feed: classes of terms, and the rules that combine them. Never a regular expression. */
import * as v from 'valibot';

const className = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/, 'is not the name of a class'));

/**
 * Words in lower case with one space between them. `exhaust*`: any word that begins so. `_`: up to three words of any kind.
 * `#`: a number in digits.
 */
const term = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^(?:#|[\p{Ll}\p{N}']+\*?)(?: (?:_|[\p{Ll}\p{N}']+\*?))*$/u, 'is not a term'),
);

/** Names of classes, of which any one will do: `staff|role`. */
const choice = v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z-]+(?:\|[a-z-]+)*$/, 'is not a choice of classes'));

const RuleSchema = v.strictObject({
  statistic: v.pipe(v.string(), v.minLength(1), v.maxLength(41)),
  relation: v.picklist(['reports', 'same-question', 'same-subject']),
  /** Every one of these must stand in the sentence, in words of its own. */
  all: v.pipe(v.array(choice), v.minLength(1), v.maxLength(5)),
  /** None of these may. */
  none: v.optional(v.array(className), []),
  /** At most so many words lie between the first and each of the others. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Must stand somewhere on the page. */
  page: v.optional(className),
  /** Counts only on a page that bears on the same statistic elsewhere, by rules that are not weak. */
  weak: v.optional(v.boolean(), false),
});

export const ClaimPatternsSchema = v.strictObject({
  /** `iapt` and `role` name the programme; `notice` is the language of notices and adverts. */
  classes: v.optional(v.record(className, v.array(term)), {}),
  /** Classes whose terms keep their words to themselves: the "improving" of the programme's name is no praise. */
  whole: v.optional(v.array(className), []),
  /** Classes of whom or what a claim is about, told apart from what is said of them when a match is explained. */
  subjects: v.optional(v.array(className), []),
  /** Classes that a rule may need but that say nothing to a reader: "said", "half". */
  unsaid: v.optional(v.array(className), []),
  /** A sentence in which a term of these classes stands makes no claim: how a study was done, how to subscribe. */
  never: v.optional(v.array(className), []),
  rules: v.optional(v.array(RuleSchema), []),
});

export type ClaimPatterns = v.InferOutput<typeof ClaimPatternsSchema>;
export type ClaimRule = v.InferOutput<typeof RuleSchema>;
