import { expect, it } from "vitest";
import { leaveDaysOf } from "./leave-days";

it.each([
  [6000, 480, 12.5],
  [240, 480, 0.5],
  [240, 240, 1],
  [160, 480, 0.33],
  [0, 480, 0],
])("%i minutes of a day of %i are %d days", (leaveMinutes, dayMinutes, days) => {
  expect(leaveDaysOf(leaveMinutes, dayMinutes)).toBe(days);
});
