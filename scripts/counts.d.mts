/** Types of counts.mjs. */
interface Counts {
  passed: number;
  failed: number;
}
export function countVitest(report: {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}): Counts;
export function countPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}): Counts;
export function judgeRun(counts: Counts | undefined, status: number): Counts & { reason?: string };
