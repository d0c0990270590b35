import { describe, expect, it } from "vitest";
import { monthsLater, parseMonth, weeksOf } from "./month";

describe("a month's weeks", () => {
  it.each([
    ["2026-02", 4, "2026-02-01", "2026-02-28"],
    ["2026-11", 5, "2026-11-01", null],
    ["2028-02", 5, null, null],
    ["2026-08", 6, null, null],
  ])("of %s are %i, from Sunday to Saturday", (month, count, first, last) => {
    const weeks = weeksOf(month);
    expect(weeks).toHaveLength(count);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last]);
  });

  it("hold the leap day", () => {
    expect(weeksOf("2028-02").flat().filter(Boolean)).toHaveLength(29);
  });
});

it.each([
  ["2026-11", 2, "2027-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-12", 1, "2027-01"],
])("%s and %i months is %s", (month, months, later) => {
  expect(monthsLater(month, months)).toBe(later);
});

it.each([
  ["2026-11", "2026-11"],
  ["2026-13", null],
  ["1999-01", null],
  ["<b>", null],
  [undefined, null],
])("the month of ?month=%s is %s", (text, month) => {
  expect(parseMonth(text)).toBe(month);
});
