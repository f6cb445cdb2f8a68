/** Holds the closing line of `npm test` to the truth: whatever did not pass has failed. */
import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, judgeRun } from '../scripts/counts.mjs';

describe('countVitest', () => {
  it('counts skipped and unfinished tests as failed', () => {
    const report = { numTotalTests: 5, numPassedTests: 3, testResults: [] };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a file that could not be run as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(countVitest({ numTotalTests: 1, numPassedTests: 1, testResults })).toEqual({ passed: 1, failed: 1 });
  });
});

describe('countPlaywright', () => {
  it('counts tests that were skipped or had to be repeated, and errors outside tests, as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 4 });
  });
});

describe('judgeRun', () => {
  it('fails a runner that wrote no report', () => {
    expect(judgeRun(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a runner that ran nothing', () => {
    expect(judgeRun({ passed: 0, failed: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a runner that exited with an error though every test passed', () => {
    expect(judgeRun({ passed: 7, failed: 0 }, 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('leaves the counts of any other run as they are', () => {
    expect(judgeRun({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
    expect(judgeRun({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
  });
});
