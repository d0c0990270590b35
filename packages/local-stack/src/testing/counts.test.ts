import { describe, expect, test } from "vitest";
import { addCounts, countReport, describeCounts } from "./counts";

describe("counting a report of vitest", () => {
  test("sums what passed, failed and was skipped", () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(countReport(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test("counts a file that does not load as a failure", () => {
    const broken = { status: "failed", assertionResults: [] };
    const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
    const report = {
      numPassedTests: 0,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [broken, failing],
    };
    expect(countReport(report).failed).toBe(2);
  });
});

test("the closing line has the agreed form", () => {
  const total = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 2, failed: 1, skipped: 0 });
  expect(describeCounts(total)).toBe("3 passed, 1 failed, 2 skipped");
});
