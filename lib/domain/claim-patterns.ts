/** The form of the claim patterns in a feed: classes of terms, what each class says, and rules. Never a regular expression. */
import * as v from 'valibot';

const className = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/, 'is not the name of a class'));

/**
 * Words in lower case with one space between them. `exhaust*`: any word that begins so. `_`: up to three words of any kind.
 * `#`: a number in digits.
 */
const term = v.pipe(v.string(), v.regex(/^(?:#|[\p{Ll}\p{N}']+\*?)(?: (?:_|[\p{Ll}\p{N}']+\*?))*$/u, 'is not a term'));

/** Names of classes, of which any one will do: `staff|role`. */
const choice = v.string();

/** Classes that meet in one sentence. */
const meeting = {
  /** Every one of these must stand in the sentence, in words of its own. */
  all: v.pipe(v.array(choice), v.minLength(1)),
  /** None of these may. */
  none: v.optional(v.array(className), []),
  /** At most so many words lie between the first and each of the others. */
  within: v.optional(v.number()),
  /** Must stand somewhere on the page. */
  page: v.optional(className),
};

const FrameSchema = v.strictObject(meeting);

/** A meeting that says by itself how a statistic bears on a sentence. */
const RuleSchema = v.strictObject({
  statistic: v.string(),
  relation: v.picklist(['reports', 'same-question', 'same-subject']),
  ...meeting,
});

/** A number for each outcome, in this order: that the sentence makes a claim, that a question itself bears on it, each statistic. */
const row = v.array(v.number());
/** Log-odds in hundredths: many are added up on each page, and whole numbers are quicker to add. */
const hundredths = v.array(v.pipe(v.number(), v.integer()));
const share = v.number();

/** A word in lower case, or how words begin. */
const word = v.pipe(v.string(), v.regex(/^[\p{Ll}']{2,20}\*?$/u, 'is not a word'));

/** What each class or frame says. Learned by scripts/learn-claims.mjs; a weight that a row lacks is nought. */
const ModelSchema = v.strictObject({
  statistics: v.array(v.string()),
  bias: hundredths,
  weights: v.record(className, hundredths),
  /** What single words say beside the classes: much less each, but they are many. */
  words: v.optional(v.record(word, hundredths), {}),
  /** The second reading of a sentence, in log-odds: it knows what the first found on its page. See page-reading.ts. */
  again: v.strictObject({
    bias: row,
    weights: v.array(row),
    /** The odds of each outcome for any sentence of any page. */
    usual: row,
  }),
  /**
   * A sentence that is as likely to be a claim as `claim` is matched with the likeliest statistic, if that is as likely as
   * `statistic`, and with each other that is as likely as `another`. One on which a question itself is less likely to bear
   * than `direct` must be as likely to be a claim as `related`.
   */
  least: v.strictObject({ claim: share, direct: share, related: share, statistic: share, another: share }),
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
  /** A sentence in which a term of these classes stands makes no claim: how a study was done, another subject, courtesies. */
  never: v.optional(v.array(className), []),
  /** Meetings that weigh as classes do: distress, and staff whose it is. */
  frames: v.optional(v.record(className, FrameSchema), {}),
  rules: v.optional(v.array(RuleSchema), []),
  model: v.optional(ModelSchema),
});

export type ClaimPatterns = v.InferOutput<typeof ClaimPatternsSchema>;
export type ClaimFrame = v.InferOutput<typeof FrameSchema>;
export type ClaimRule = v.InferOutput<typeof RuleSchema>;
export type ClaimModel = v.InferOutput<typeof ModelSchema>;
