import { describe, expect, test } from "vitest";
import { addCounts, countReport, describeCounts, noCounts } from "./counts";

const failed = {
  numPassedTests: 1,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    { name: "/repo/a/broken.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    {
      name: "/repo/a/failing.test.ts",
      status: "failed",
      message: "",
      assertionResults: [
        { status: "failed", fullName: "adds up", failureMessages: ["expected 3\n    at a/failing.test.ts:7"] },
        { status: "passed", fullName: "takes away", failureMessages: [] },
      ],
    },
  ],
};

describe("counting a report of vitest", () => {
  test("sums what passed, failed and was skipped", () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(countReport(report, "/repo")).toEqual({ passed: 3, failed: 1, skipped: 2, failures: [] });
  });

  test("counts a file that does not load as a failure", () => {
    expect(countReport(failed, "/repo").failed).toBe(2);
  });

  test("names what failed, where and why", () => {
    expect(countReport(failed, "/repo").failures).toEqual([
      "a/broken.test.ts\n    no such module",
      "a/failing.test.ts › adds up\n    expected 3\n        at a/failing.test.ts:7",
    ]);
  });
});

test("the closing line has the agreed form", () => {
  const total = addCounts({ ...noCounts, passed: 1, skipped: 2 }, { ...noCounts, passed: 2, failed: 1 });
  expect(describeCounts(total)).toBe("3 passed, 1 failed, 2 skipped");
});
