import { addDays, type CalendarDate, type Period } from "@erp/contracts/dates";
import { STANDARD_DAY_MINUTES, STANDARD_WEEK_MINUTES } from "@erp/contracts/leave";
import { constantHours, type WeeklyHours, weeklyMinutesOn } from "../employees/employees.hours.rules";
import { accrualDate, employmentPeriod, periodEnd } from "./leave.periods.rules";

/** One year of employment in scheduled workdays. Injury at work, maternity and parental leave count as attended. */
export type YearOfAttendance = { scheduledDays: number; attendedDays: number; unpaidLeaveDays: number };

/**
 * What the law asks about a person's attendance. Months and years count from 1 at the hire date; a month that is not
 * listed had no absence, a year that is not listed was attended in full.
 */
export type Attendance = {
  absentMonths: ReadonlySet<number>;
  years: ReadonlyMap<number, YearOfAttendance>;
};

export const fullAttendance: Attendance = { absentMonths: new Set(), years: new Map() };

/** A statutory grant that is due. `key` names it for ever: the same grant has the same key on every run. */
export type StatutoryGrant = {
  key: `month:${number}` | `year:${number}`;
  rule: "LSA-60-1" | "LSA-60-2";
  grantedOn: CalendarDate;
  /** The last day on which it can be taken. */
  expiresOn: CalendarDate;
  minutes: number;
};

/** Below 15 hours a week on average there is no annual leave (Labour Standards Act art. 18 (3)). */
const LEAST_WEEKLY_MINUTES = 15 * 60;
const MOST_ANNUAL_DAYS = 25;

/**
 * Every statutory grant due to a person by `asOf`, oldest first: one day for each of the first eleven months without
 * absence, then 15 to 25 days a year (Labour Standards Act art. 60 (1), (2), (4)). Each is measured by the weekly hours of the
 * month or year that earned it, so a new contract neither makes up for years below 15 hours nor takes from full ones. For a
 * leaver, `asOf` is at most the last day of employment.
 */
export function grants(
  hireDate: CalendarDate,
  attendance: Attendance,
  asOf: CalendarDate,
  hours: WeeklyHours = constantHours(STANDARD_WEEK_MINUTES),
): StatutoryGrant[] {
  return [...monthlyGrants(hireDate, attendance, asOf, hours), ...annualGrants(hireDate, attendance, asOf, hours)];
}

/** Days of the grant after `completedYears` of at least 80 % attendance: 15, and one more for every two years, up to 25. */
export function annualDays(completedYears: number): number {
  return Math.min(MOST_ANNUAL_DAYS, 15 + Math.floor((completedYears - 1) / 2));
}

function monthlyGrants(
  hireDate: CalendarDate,
  attendance: Attendance,
  asOf: CalendarDate,
  hours: WeeklyHours,
): StatutoryGrant[] {
  const expiresOn = periodEnd(hireDate, 12);
  const due: StatutoryGrant[] = [];
  for (let month = 1; month <= 11; month += 1) {
    const grantedOn = accrualDate(hireDate, month);
    if (grantedOn > asOf) break;
    if (attendance.absentMonths.has(month)) continue;
    const minutes = minutesOf(1, earningWeek(employmentPeriod(hireDate, month - 1, month), hours));
    if (minutes > 0) due.push({ key: `month:${month}`, rule: "LSA-60-2", grantedOn, expiresOn, minutes });
  }
  return due;
}

function annualGrants(
  hireDate: CalendarDate,
  attendance: Attendance,
  asOf: CalendarDate,
  hours: WeeklyHours,
): StatutoryGrant[] {
  const due: StatutoryGrant[] = [];
  for (let year = 1; ; year += 1) {
    const grantedOn = accrualDate(hireDate, 12 * year);
    if (grantedOn > asOf) return due;
    const { days, rule } = earnedInYear(year, attendance);
    const minutes = minutesOf(days, earningWeek(employmentPeriod(hireDate, 12 * (year - 1), 12 * year), hours));
    if (minutes > 0) due.push({ key: `year:${year}`, rule, grantedOn, expiresOn: periodEnd(grantedOn, 12), minutes });
  }
}

/**
 * The 80 % test, in integers. Agreed unpaid leave first counts as absence; whoever fails by it alone gets the days in
 * proportion to the rest of the year (policy of the Ministry of Employment and Labor); below that, the months without absence.
 */
function earnedInYear(year: number, attendance: Attendance): Pick<StatutoryGrant, "rule"> & { days: number } {
  const record = attendance.years.get(year);
  if (!record || isFourFifths(record.attendedDays, record.scheduledDays))
    return { days: annualDays(year), rule: "LSA-60-1" };
  const rest = record.scheduledDays - record.unpaidLeaveDays;
  if (record.unpaidLeaveDays > 0 && rest > 0 && isFourFifths(record.attendedDays, rest)) {
    return { days: (annualDays(year) * rest) / record.scheduledDays, rule: "LSA-60-1" };
  }
  return { days: monthsWithoutAbsence(year, attendance), rule: "LSA-60-2" };
}

function isFourFifths(attendedDays: number, scheduledDays: number): boolean {
  return attendedDays * 100 >= scheduledDays * 80;
}

function monthsWithoutAbsence(year: number, attendance: Attendance): number {
  const months = Array.from({ length: 12 }, (_, index) => 12 * (year - 1) + index + 1);
  return months.filter((month) => !attendance.absentMonths.has(month)).length;
}

/**
 * The week, in minutes, that a month or year is measured by: the contract of each of its days in proportion, a week below 15
 * hours as none and one above 40 as 40, because hours beyond are overtime. Where the contract never changed, simply that.
 */
function earningWeek({ from, to }: Period, hours: WeeklyHours): number {
  const changes = hours.map((each) => each.from).filter((day) => from < day && day <= to);
  const begins = [from, ...changes];
  const weighted = begins.map((begin, index) => {
    const next = begins[index + 1] ?? addDays(to, 1);
    return daysBetween(begin, next) * countedWeek(weeklyMinutesOn(hours, begin));
  });
  return weighted.reduce((sum, each) => sum + each, 0) / daysBetween(from, addDays(to, 1));
}

function countedWeek(weeklyMinutes: number): number {
  return weeklyMinutes < LEAST_WEEKLY_MINUTES ? 0 : Math.min(weeklyMinutes, STANDARD_WEEK_MINUTES);
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Part-time work earns hours in proportion to a 40-hour week; a begun hour counts as one (Enforcement Decree, annex 2). */
function minutesOf(days: number, weeklyMinutes: number): number {
  if (weeklyMinutes >= STANDARD_WEEK_MINUTES) return ceilOf(days * STANDARD_DAY_MINUTES);
  return 60 * ceilOf((days * STANDARD_DAY_MINUTES * weeklyMinutes) / STANDARD_WEEK_MINUTES / 60);
}

/** Rounds up, but not because of the last binary digit: 4,430.769… becomes 4,431, 4,440.000000000001 stays 4,440. */
function ceilOf(amount: number): number {
  return Math.ceil(Math.round(amount * 1e6) / 1e6);
}
