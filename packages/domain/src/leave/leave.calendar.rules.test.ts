import { addDays, type CalendarDate, weekdayOf } from "@erp/contracts/dates";
import { koreanHolidays } from "@erp/contracts/holidays-korea";
import { describe, expect, it } from "vitest";
import { dayMinutesOf, isWorkday } from "./leave.calendar.rules";

const holidays = new Set(koreanHolidays.map((holiday) => holiday.day));
const years = [2024, 2025, 2026, 2027, 2028];

/** The civil day of a date of the Korean lunisolar calendar, as Unicode's data have it. */
function lunarDay(year: number, month: number, dayOfMonth: number): CalendarDate {
  const format = new Intl.DateTimeFormat("en-u-ca-dangi", { timeZone: "UTC", month: "numeric", day: "numeric" });
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    const parts = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]));
    if (parts.month === String(month) && parts.day === String(dayOfMonth))
      return new Date(time).toISOString().slice(0, 10) as CalendarDate;
  }
  throw new Error(`${year} has no lunar day ${month}-${dayOfMonth}`);
}

describe("the calendar of Korea, 2024–2028", () => {
  it.each(years)("%i: fixed days are holidays", (year) => {
    const fixed = [
      "01-01",
      "03-01",
      "05-01",
      "05-05",
      "06-06",
      "08-15",
      "10-03",
      "10-09",
      "12-25",
      ...(year >= 2026 ? ["07-17"] : []),
    ];
    expect(fixed.filter((monthDay) => !holidays.has(`${year}-${monthDay}` as CalendarDate))).toEqual([]);
  });

  it.each(years)("%i: lunar days fall where the lunar calendar says", (year) => {
    const seollal = lunarDay(year, 1, 1);
    const chuseok = lunarDay(year, 8, 15);
    const lunar = [seollal, chuseok].flatMap((each) => [addDays(each, -1), each, addDays(each, 1)]);
    expect([...lunar, lunarDay(year, 4, 8)].filter((each) => !holidays.has(each))).toEqual([]);
  });

  it("every substitute day is a weekday, and the day before its run is a holiday or weekend it stands for", () => {
    const substitutes = koreanHolidays.filter((holiday) => holiday.kind === "SUBSTITUTE").map((holiday) => holiday.day);
    expect(substitutes).toHaveLength(17);
    for (const each of substitutes) {
      expect([1, 2, 3, 4, 5]).toContain(weekdayOf(each));
      expect(isWorkday(addDays(each, -1), holidays)).toBe(false);
    }
  });

  it.each([
    ["2025-01-27", "temporary holiday before Seollal"],
    ["2025-05-06", "substitute: Children's Day met Buddha's Birthday"],
    ["2025-06-03", "presidential election"],
    ["2026-06-03", "local elections"],
    ["2027-02-09", "substitute: Seollal on a Sunday"],
    ["2028-10-05", "substitute: Chuseok met National Foundation Day"],
  ])("%s is off (%s)", (text) => expect(isWorkday(text as CalendarDate, holidays)).toBe(false));

  it.each([
    ["2026-06-08", "Memorial Day on a Saturday has no substitute"],
    ["2026-09-28", "Chuseok's Saturday has none either"],
    ["2025-07-17", "Constitution Day was no holiday before 2026"],
  ])("%s is a workday (%s)", (text) => expect(isWorkday(text as CalendarDate, holidays)).toBe(true));
});

it.each([
  [2400, 480],
  [1200, 240],
  [990, 198],
  [3120, 480],
])("%i minutes a week make a day of %i", (weekly, daily) => expect(dayMinutesOf(weekly)).toBe(daily));
