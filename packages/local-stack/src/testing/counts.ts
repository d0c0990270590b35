import { relative } from "node:path";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, where and why, a text each. A tool that is right or wrong as a whole has said it in its output. */
  failures: string[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** The closing line of a run; machines read it, so its form is fixed. */
export function describeCounts({ passed, failed, skipped }: Omit<Counts, "failures">): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Part of vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: TestFile[];
}

interface TestFile {
  /** Absolute path. */
  name: string;
  status: string;
  /** Why the file did not load; empty otherwise. */
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
}

/** Files are named below `root`. A file that does not even load has no tests to fail, and counts as one failure all the same. */
export function countReport(report: VitestReport, root: string): Counts {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: listFailures(report, root),
  };
}

/** Each failure with its file and the beginning of its reason, so that the end of a long log tells all. */
function listFailures(report: VitestReport, root: string): string[] {
  return report.testResults.flatMap((file) => {
    const path = relative(root, file.name);
    if (isBroken(file)) return [`${path}\n${shorten(file.message)}`];
    return file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${path} › ${test.fullName}\n${shorten(test.failureMessages?.join("\n") ?? "")}`);
  });
}

const isBroken = (file: TestFile): boolean =>
  file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");

const linesOfReason = 12;
const shorten = (reason: string): string =>
  reason
    .split("\n")
    .slice(0, linesOfReason)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join("\n");
