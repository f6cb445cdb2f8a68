/** How many cases the fuzz tests try, and from which seed: FUZZ_CASES and FUZZ_SEED change them, so that a failure can be run again. */
import fc from 'fast-check';

const CASES = Number(process.env.FUZZ_CASES ?? 2_000);
export const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Milliseconds for a test of all cases, on a slow machine with others at work. */
export const TIME = 30_000 + CASES * 50;

fc.configureGlobal({ numRuns: CASES, seed: SEED });
process.stdout.write(`fuzz: ${CASES.toLocaleString('en-GB')} cases each; FUZZ_SEED=${SEED} runs the same again\n`);
