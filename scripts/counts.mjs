/** Reads the test runners' reports: what passed, and everything that did not. */

/**
 * Counts a report of Vitest's json reporter. A skipped or unfinished test did not pass, and a file that could not be run
 * holds no tests at all: it counts as one failure.
 */
export function countVitest({ numTotalTests, numPassedTests, testResults }) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + brokenFiles.length };
}

/** Counts a report of Playwright's json reporter; a test that passed only when repeated did not pass. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * The counts of one runner, made honest: a runner that wrote no report, ran no test, or exited with an error that no
 * test shows, failed. Returns { passed, failed, reason }, with a reason where one of these happened.
 */
export function judgeRun(counts, status) {
  if (!counts) return { passed: 0, failed: 1, reason: 'wrote no report' };
  if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1, reason: 'ran no test' };
  if (status !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, reason: `exited with ${status} though no test failed` };
  }
  return counts;
}
