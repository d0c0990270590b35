import { expect, it } from "vitest";
import { ageOf } from "./age";

it.each([
  ["2026-11-23T08:59:30Z", { unit: "now", count: 0 }],
  ["2026-11-23T09:00:05Z", { unit: "now", count: 0 }],
  ["2026-11-23T08:48:00Z", { unit: "minutes", count: 12 }],
  ["2026-11-23T07:59:00Z", { unit: "hours", count: 1 }],
  ["2026-11-20T08:00:00Z", { unit: "days", count: 3 }],
])("what came at %s is %o old at nine", (since, expected) => {
  expect(ageOf(new Date(since), new Date("2026-11-23T09:00:00Z"))).toEqual(expected);
});
