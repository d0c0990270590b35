import type { CalendarDate, Period } from "@erp/contracts/dates";
import type { AbsenceKind } from "@erp/contracts/leave";
import { groupBy } from "../group-by";
import { type Attendance, fullAttendance, type YearOfAttendance } from "./leave.accrual.rules";
import { type Holidays, isWorkday, workdaysOf } from "./leave.calendar.rules";
import { accrualDate, employmentPeriod } from "./leave.periods.rules";

export type Absence = { day: CalendarDate; kind: AbsenceKind };

/**
 * What recorded absences mean for the law's tests. Absence is what HR has found, never a check-in that is missing: a
 * forgotten click must not cost anybody a day. PROTECTED days (injury at work, maternity, parental leave) count as attended.
 */
export function attendanceOf(hireDate: CalendarDate, absences: readonly Absence[], holidays: Holidays): Attendance {
  const counting = absences.filter(
    ({ day, kind }) => kind !== "PROTECTED" && day >= hireDate && isWorkday(day, holidays),
  );
  if (counting.length === 0) return fullAttendance;
  const months = groupBy(counting, ({ day }) => monthOfEmployment(hireDate, day));
  const years = groupBy(counting, ({ day }) => Math.ceil(monthOfEmployment(hireDate, day) / 12));
  const absentMonths = [...months].filter(([month, list]) =>
    isAbsentMonth(employmentPeriod(hireDate, month - 1, month), list, holidays),
  );
  return {
    absentMonths: new Set(absentMonths.map(([month]) => month)),
    years: new Map(
      [...years].map(([year, list]) => [
        year,
        yearOf(employmentPeriod(hireDate, 12 * (year - 1), 12 * year), list, holidays),
      ]),
    ),
  };
}

/** An absence spoils the month; agreed unpaid leave only when it took the whole of it. */
function isAbsentMonth(month: Period, absences: readonly Absence[], holidays: Holidays): boolean {
  return absences.some(({ kind }) => kind === "ABSENT") || absences.length >= workdaysOf(month, holidays).length;
}

function yearOf(year: Period, absences: readonly Absence[], holidays: Holidays): YearOfAttendance {
  const scheduledDays = workdaysOf(year, holidays).length;
  const unpaidLeaveDays = absences.filter(({ kind }) => kind === "UNPAID_LEAVE").length;
  return { scheduledDays, unpaidLeaveDays, attendedDays: scheduledDays - absences.length };
}

function monthOfEmployment(hireDate: CalendarDate, day: CalendarDate): number {
  let month = 1;
  while (accrualDate(hireDate, month) <= day) month += 1;
  return month;
}
