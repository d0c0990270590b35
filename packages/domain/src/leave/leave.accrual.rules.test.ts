import type { CalendarDate } from "@erp/contracts/dates";
import { koreanHolidays } from "@erp/contracts/holidays-korea";
import { describe, expect, it } from "vitest";
import { constantHours, type WeeklyHours } from "../employees/employees.hours.rules";
import { attendanceOf } from "./leave.absences.rules";
import { type Attendance, annualDays, fullAttendance, grants, type YearOfAttendance } from "./leave.accrual.rules";
import { workdaysOf } from "./leave.calendar.rules";
import { accrualDate, periodEnd } from "./leave.periods.rules";
import vectors from "./leave-law-vectors.json";

const day = (text: string) => text as CalendarDate;
const holidays = new Set(koreanHolidays.map((holiday) => holiday.day));
const hire = day("2025-01-01");

function liveDays(attendance: Attendance, on: string): number {
  const live = grants(hire, attendance, day(on)).filter((grant) => grant.expiresOn >= on);
  return live.reduce((sum, grant) => sum + grant.minutes, 0) / 480;
}

function firstYear(year: YearOfAttendance, absentMonths: number[] = []): number {
  const attendance = { absentMonths: new Set(absentMonths), years: new Map([[1, year]]) };
  return grants(hire, attendance, day("2026-01-01")).find((grant) => grant.key === "year:1")?.minutes ?? 0;
}

describe("the law's vectors", () => {
  it.each(vectors.accrual)("hired on $hire: grant dates, days and ends", (vector) => {
    const due = grants(day(vector.hire), fullAttendance, day("2030-12-31"));
    const monthly = due.filter((grant) => grant.key.startsWith("month"));
    expect(monthly.map((grant) => grant.grantedOn)).toEqual(vector.monthlyGrantDates);
    expect(new Set(monthly.map((grant) => grant.expiresOn))).toEqual(new Set([vector.firstYearEnd]));
    const annual = due.filter((grant) => grant.key.startsWith("year")).slice(0, vector.annual.length);
    expect(annual.map((grant) => [grant.key, grant.grantedOn, grant.minutes / 480, grant.expiresOn])).toEqual(
      vector.annual.map((each) => [`year:${each.n}`, each.grantDate, each.days, each.validUntil]),
    );
  });

  it.each(Object.entries(vectors.annualDaysByCompletedYears))("%s completed years give %s days", (years, days) => {
    expect(annualDays(Number(years))).toBe(days);
  });

  it.each(vectors.liveBalanceNoUse)("on $on: $live live of $grantedTotal granted", ({ on, live, grantedTotal }) => {
    const due = grants(hire, fullAttendance, day(on));
    expect(due.reduce((sum, grant) => sum + grant.minutes, 0)).toBe(grantedTotal * 480);
    expect(liveDays(fullAttendance, on)).toBe(live);
  });

  it("gives 16 days on the third anniversary", () => expect(liveDays(fullAttendance, "2028-01-01")).toBe(16));
  it("365 days of employment give 11 days, 366 give 26", () => {
    const total = (lastDay: string) =>
      grants(hire, fullAttendance, day(lastDay)).reduce((sum, grant) => sum + grant.minutes, 0) / 480;
    expect([total("2025-12-31"), total("2026-01-01")]).toEqual([11, 26]);
  });
});

describe("periods by Civil Act art. 160", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-28", "2025-03-01"],
    ["2024-01-31", 1, "2024-02-29", "2024-03-01"],
    ["2024-02-29", 12, "2025-02-28", "2025-03-01"],
    ["2024-02-29", 48, "2028-02-28", "2028-02-29"],
    ["2025-12-15", 1, "2026-01-14", "2026-01-15"],
    ["2025-12-31", 2, "2026-02-28", "2026-03-01"],
  ])("from %s, %i months end on %s and are due on %s", (start, months, end, due) => {
    expect([periodEnd(day(start), months), accrualDate(day(start), months)]).toEqual([end, due]);
  });
});

describe("the 80 % test in integers", () => {
  it.each([
    ["80.0 %", { scheduledDays: 250, attendedDays: 200, unpaidLeaveDays: 0 }, [], 15 * 480],
    [
      "199 of 250 with eight full months",
      { scheduledDays: 250, attendedDays: 199, unpaidLeaveDays: 0 },
      [2, 5, 8, 11],
      8 * 480,
    ],
    ["unpaid leave of 30 of 260", { scheduledDays: 260, attendedDays: 225, unpaidLeaveDays: 30 }, [], 15 * 480],
    [
      "unpaid leave of 100 of 260, in proportion and rounded up",
      { scheduledDays: 260, attendedDays: 150, unpaidLeaveDays: 100 },
      [],
      4431,
    ],
    [
      "absent all year",
      { scheduledDays: 250, attendedDays: 0, unpaidLeaveDays: 0 },
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      0,
    ],
  ])("%s", (_, year, absentMonths, minutes) => {
    expect(firstYear(year, absentMonths)).toBe(minutes);
  });
});

describe("part-time work", () => {
  it.each([
    [20, 60],
    [25, 75],
    [16.5, 50],
    [40, 120],
    [52, 120],
    [14.9, 0],
  ])("%f hours a week give %f hours of annual leave", (weeklyHours, hours) => {
    const due = grants(hire, fullAttendance, day("2026-01-01"), constantHours(weeklyHours * 60)).filter(
      (grant) => grant.key === "year:1",
    );
    expect(due.reduce((sum, grant) => sum + grant.minutes, 0)).toBe(hours * 60);
  });
});

describe("weekly hours that change", () => {
  const changing = (...entries: [from: string, weeklyHours: number][]): WeeklyHours =>
    entries.map(([from, weeklyHours]) => ({ from: day(from), weeklyMinutes: weeklyHours * 60 }));
  const hoursGranted = (hours: WeeklyHours, on = "2029-12-31", kind = "year") =>
    grants(hire, fullAttendance, day(on), hours)
      .filter(({ key }) => key.startsWith(kind))
      .map(({ key, minutes }) => `${key} ${minutes / 60} h`);

  it("years below 15 hours a week earn nothing, whatever is agreed later", () => {
    const hours = changing(["2025-01-01", 10], ["2027-01-01", 40]);
    expect(hoursGranted(hours)).toEqual(["year:3 128 h", "year:4 128 h"]);
    expect(hoursGranted(hours, "2029-12-31", "month")).toEqual([]);
  });

  it("full years keep what they earned when somebody goes below 15 hours", () => {
    const hours = changing(["2025-01-01", 40], ["2027-01-01", 14.9]);
    expect(hoursGranted(hours)).toEqual(["year:1 120 h", "year:2 120 h"]);
    expect(hoursGranted(hours, "2029-12-31", "month")).toHaveLength(11);
  });

  it("a year of two contracts is measured by both, in proportion to their days", () => {
    // 181 of 365 days at 40 hours, 184 at 20: 120 × (181 + 92) ÷ 365 = 89.75 hours, and a begun hour counts as one.
    expect(hoursGranted(changing(["2025-01-01", 40], ["2025-07-01", 20]), "2026-01-01")).toEqual(["year:1 90 h"]);
    // 184 of 365 days count: 120 × 184 ÷ 365 = 60.49 hours.
    expect(hoursGranted(changing(["2025-01-01", 10], ["2025-07-01", 40]), "2026-01-01")).toEqual(["year:1 61 h"]);
  });

  it("each month of the first year is measured by its own hours", () => {
    const hours = changing(["2025-01-01", 10], ["2025-04-01", 20], ["2025-06-01", 40]);
    const monthly = hoursGranted(hours, "2025-09-01", "month");
    expect(monthly).toEqual(["month:4 4 h", "month:5 4 h", "month:6 8 h", "month:7 8 h", "month:8 8 h"]);
  });

  it("a hire date corrected to an earlier day counts by the hours that were agreed first", () => {
    expect(hoursGranted(changing(["2025-06-01", 20], ["2028-01-01", 40]), "2026-01-01")).toEqual(["year:1 60 h"]);
  });
});

describe("recorded absences", () => {
  const earned = (absences: Parameters<typeof attendanceOf>[1], on: string) =>
    liveDays(attendanceOf(hire, absences, holidays), on);

  it("one absence in the third month leaves ten days by the year's end", () => {
    expect(earned([{ day: day("2025-03-12"), kind: "ABSENT" }], "2025-12-31")).toBe(10);
  });
  it("a weekend, a holiday and protected leave are no absence", () => {
    const absences = [
      { day: day("2025-03-01"), kind: "ABSENT" as const },
      { day: day("2025-05-06"), kind: "ABSENT" as const },
      { day: day("2025-06-10"), kind: "PROTECTED" as const },
    ];
    expect(earned(absences, "2025-12-31")).toBe(11);
  });
  it("a day of agreed unpaid leave does not spoil the month, a whole month of it does", () => {
    expect(earned([{ day: day("2025-03-12"), kind: "UNPAID_LEAVE" }], "2025-12-31")).toBe(11);
    const march = workdaysOf({ from: day("2025-03-01"), to: day("2025-03-31") }, holidays);
    expect(
      earned(
        march.map((each) => ({ day: each, kind: "UNPAID_LEAVE" as const })),
        "2025-12-31",
      ),
    ).toBe(10);
  });
  it("too many absences leave the second year the months without absence", () => {
    const absences = workdaysOf({ from: day("2025-01-01"), to: day("2025-04-15") }, holidays).map((each) => ({
      day: each,
      kind: "ABSENT" as const,
    }));
    expect(earned(absences, "2026-01-01")).toBe(8);
  });
});
