import type { CalendarDate, Period } from "@erp/contracts/dates";
import { describe, expect, it } from "vitest";
import { isWithin, selectionAfterClick, selectionBetween } from "./selection";

const day = (number: number) => `2026-12-${String(number).padStart(2, "0")}` as CalendarDate;
const days = (from: number, to: number): Period => ({ from: day(from), to: day(to) });

describe("choosing days", () => {
  it.each<[string, Period | null, number, Period]>([
    ["the first click begins", null, 24, days(24, 24)],
    ["a later day ends", days(24, 24), 28, days(24, 28)],
    ["an earlier day begins anew", days(24, 24), 22, days(22, 22)],
    ["the same day stays", days(24, 24), 24, days(24, 24)],
    ["after a whole period a click begins anew", days(24, 28), 29, days(29, 29)],
  ])("%s", (_, before, clicked, after) => expect(selectionAfterClick(before, day(clicked))).toEqual(after));

  it("a drag goes in both directions", () => {
    expect(selectionBetween(day(24), day(28))).toEqual(days(24, 28));
    expect(selectionBetween(day(28), day(24))).toEqual(days(24, 28));
  });

  it("both ends belong to it", () => {
    const within = [23, 24, 28, 29].map((each) => isWithin(day(each), days(24, 28)));
    expect(within).toEqual([false, true, true, false]);
    expect(isWithin(day(24), null)).toBe(false);
  });
});
