import { expect, it } from "vitest";
import { buildOperation, buildResult, steady } from "../testing/build-result";
import { isKept } from "./documented-figures";
import { reportOf } from "./markdown";

const kept = buildOperation({
  title: "directory, a page of 30",
  connections: 100,
  requestsPerSecond: steady(280),
  p50: steady(60),
  p95: steady(120),
  answered: 9_990,
  refused: { "503": 10 },
});

it("E63: the report has p50, p95, requests and errors at 100 connections beside the documented figures", () => {
  const report = reportOf(buildResult({ operations: [kept, buildOperation({ title: "submit", connections: 50 })] }));
  expect(report).toMatch(/\| directory, a page of 30 +\| +60 \| +120 \| +280 \| +0\.1 % \| +yes \|/);
  expect(report).toContain("p95 of 120 ms, 280 requests/s, 0.1 % errors");
  expect(report.split("## Beside what was promised")[1]?.split("##")[0]).not.toContain("submit");
});

it.each([
  ["a slower p95", { p95: steady(121) }],
  ["fewer requests", { requestsPerSecond: steady(279) }],
  ["one more error", { refused: { "503": 11 } }],
  ["a lost effect", { missingEffects: 1 }],
])("E63: %s breaks the promise", (_, change) => {
  expect(isKept(kept)).toBe(true);
  expect(isKept({ ...kept, ...change })).toBe(false);
});
