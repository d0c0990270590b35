import type { CalendarDate } from "@erp/contracts/dates";
import { koreanHolidays } from "@erp/contracts/holidays-korea";
import { type LeavePart, leaveTime } from "@erp/contracts/leave";
import { describe, expect, it } from "vitest";
import { constantHours } from "../employees/employees.hours.rules";
import { chargedSlices, minutesOfSlices, overlappingDays } from "./leave.charge.rules";

const holidays = new Set(koreanHolidays.map((holiday) => holiday.day));
const full: LeavePart = { kind: "FULL" };
const charge = (from: string, to: string, part: LeavePart = full, weeklyMinutes = 2400, endsWithHalf = false) =>
  chargedSlices(leaveTime.parse({ from, to, part, endsWithHalf }), constantHours(weeklyMinutes), holidays);
const minutes = (...input: Parameters<typeof charge>) => minutesOfSlices(charge(...input));

describe("what a request is charged", () => {
  it.each<[string, Parameters<typeof charge>, number]>([
    ["Friday to Monday: 2 days", ["2026-03-06", "2026-03-09"], 960],
    ["Chuseok 2025, Thursday to Friday a week later: 2 days", ["2025-10-02", "2025-10-10"], 960],
    ["a day", ["2026-03-09", "2026-03-09"], 480],
    ["half a day", ["2026-03-09", "2026-03-09", { kind: "HALF", half: "PM" }], 240],
    ["a quarter", ["2026-03-09", "2026-03-09", { kind: "QUARTER", quarter: 3 }], 120],
    ["an hour", ["2026-03-09", "2026-03-09", { kind: "HOURS", startHour: 7, hours: 1 }], 60],
    ["a day and a half", ["2026-03-09", "2026-03-10", full, 2400, true], 720],
    ["a part-time day of 16.5 hours a week", ["2026-03-09", "2026-03-09", full, 990], 198],
  ])("%s", (_, input, expected) => expect(minutes(...input)).toBe(expected));

  it("charges each day by the hours that hold on it", () => {
    const hours = [
      { from: "2024-03-04" as CalendarDate, weeklyMinutes: 2400 },
      { from: "2026-03-09" as CalendarDate, weeklyMinutes: 1200 },
    ];
    const slices = chargedSlices(
      leaveTime.parse({ from: "2026-03-06", to: "2026-03-10", part: full }),
      hours,
      holidays,
    );
    expect(slices.map(({ end }) => end)).toEqual([480, 240, 240]);
  });

  it("halves and quarters of any day add up to the day", () => {
    for (const weekly of [2400, 990, 1235]) {
      const halves = (["AM", "PM"] as const).map((half) =>
        minutes("2026-03-09", "2026-03-09", { kind: "HALF", half }, weekly),
      );
      const quarters = [1, 2, 3, 4].map((quarter) =>
        minutes("2026-03-09", "2026-03-09", { kind: "QUARTER", quarter }, weekly),
      );
      const day = minutes("2026-03-09", "2026-03-09", full, weekly);
      expect([halves, quarters].map((parts) => parts.reduce((sum, part) => sum + part, 0))).toEqual([day, day]);
    }
  });

  it("is refused when no workday is touched", () =>
    expect(() => charge("2026-03-07", "2026-03-08")).toThrow("no workday"));
  it("is refused for hours beyond a part-time day", () => {
    expect(() => charge("2026-03-09", "2026-03-09", { kind: "HOURS", startHour: 3, hours: 2 }, 1200)).toThrow(
      "outside",
    );
  });
  it("half days over several days do not parse", () => {
    expect(
      leaveTime.safeParse({ from: "2026-03-09", to: "2026-03-10", part: { kind: "HALF", half: "AM" } }).success,
    ).toBe(false);
  });
});

describe("overlap", () => {
  const monday = "2026-03-09" as CalendarDate;
  const am = charge(monday, monday, { kind: "HALF", half: "AM" });
  const pm = charge(monday, monday, { kind: "HALF", half: "PM" });
  it("morning and afternoon of one day are two leaves", () => expect(overlappingDays(pm, am)).toEqual([]));
  it("a third leave of that day overlaps", () =>
    expect(overlappingDays(charge(monday, monday), [...am, ...pm])).toEqual([monday]));
  it("hours within a taken half overlap", () => {
    expect(overlappingDays(charge(monday, monday, { kind: "HOURS", startHour: 3, hours: 2 }), am)).toEqual([monday]);
  });
});
