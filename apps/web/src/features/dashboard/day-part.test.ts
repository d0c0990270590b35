import { expect, it } from "vitest";
import { dayPartOf } from "./day-part";

it.each([
  ["2026-11-22T23:30:00Z", "morning"],
  ["2026-11-23T03:00:00Z", "afternoon"],
  ["2026-11-23T09:00:00Z", "evening"],
  ["2026-11-23T18:30:00Z", "evening"],
])("at %s it is %s in Korea", (now, part) => {
  expect(dayPartOf(new Date(now))).toBe(part);
});
