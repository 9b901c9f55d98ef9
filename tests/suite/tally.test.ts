import { describe, expect, test } from 'vitest';
import { add, closingLine, tallyVitest, type VitestReport } from './tally.ts';

const report = (changes: Partial<VitestReport> = {}): VitestReport => ({
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
  ...changes,
});

describe('counting a run', () => {
  test('passed, failed and skipped are what the report says', () => {
    expect(tallyVitest(report({ numFailedTests: 2, success: false }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });

  test('a file that does not load is a failure although no test failed', () => {
    const broken = { name: 'a.test.ts', status: 'failed', assertionResults: [] };
    expect(tallyVitest(report({ success: false, testResults: [broken] })).failed).toBe(1);
  });

  test('an unsuccessful run is never counted as a good one', () => {
    expect(tallyVitest(report({ success: false })).failed).toBe(1);
    expect(tallyVitest(undefined).failed).toBe(1);
  });

  test('the closing line adds everything up', () => {
    expect(closingLine(add(tallyVitest(report()), { passed: 5, failed: 1, skipped: 0 }))).toBe(
      '10 passed, 1 failed, 2 skipped',
    );
  });
});
