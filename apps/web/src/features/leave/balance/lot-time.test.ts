import type { CalendarDate } from "@erp/contracts/dates";
import { expect, it } from "vitest";
import { daysUntil, isEndingSoon, shareOfTime } from "./lot-time";

const day = (text: string) => text as CalendarDate;

it("counts days over months and leap days", () => {
  expect(daysUntil(day("2028-02-28"), day("2028-03-01"))).toBe(2);
  expect([
    isEndingSoon(day("2026-11-01"), day("2026-12-31")),
    isEndingSoon(day("2026-11-01"), day("2027-01-01")),
  ]).toEqual([true, false]);
});

it.each([
  ["2026-11-30", "2026-12-10", 50],
  ["2026-11-20", "2026-12-10", 3],
  ["2026-12-10", "2026-12-10", 100],
])("a lot until %s, the last until %s: %d percent", (expiresOn, last, percent) => {
  expect(Math.round(shareOfTime(day("2026-11-20"), day(expiresOn), day(last)))).toBe(percent);
});
