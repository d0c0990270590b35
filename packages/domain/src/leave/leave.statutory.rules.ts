import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { type Attendance, grants, type StatutoryGrant } from "./leave.accrual.rules";
import { type Account, entitle, type LotSpec } from "./leave.ledger.rules";
import type { LeaveSubject } from "./leave.people.queries";

type Person = Pick<LeaveSubject, "id" | "hireDate" | "weeklyMinutes" | "leftOn">;
export type DueLot = { spec: LotSpec; minutes: number };

/** The statutory lots due by a day, by the hours the person works now. Nothing falls due after the last day of employment. */
export function dueLots(
  person: Person,
  attendance: Attendance,
  asOf: CalendarDate,
  weeklyMinutes = person.weeklyMinutes,
): DueLot[] {
  const until = person.leftOn !== null && person.leftOn < asOf ? person.leftOn : asOf;
  return grants(person.hireDate, attendance, until, weeklyMinutes).map((grant) => ({
    spec: toLotSpec(person.id, grant, weeklyMinutes),
    minutes: grant.minutes,
  }));
}

/**
 * Brings an account's statutory lots to what the law gives by `asOf`. A lot that exists is judged by the hours worked when
 * it was granted: a later change of the contract does not touch what was earned. Lots that fall due after `asOf` stay as they
 * are, so the days on which this runs, and their order, do not matter.
 */
export function reconcileStatutory(
  account: Account,
  person: Person,
  attendance: Attendance,
  asOf: CalendarDate,
): Account {
  const due = new Map(dueLots(person, attendance, asOf).map((lot) => [lot.spec.key, lot]));
  const dueByWeek = new Map<number, Map<string, DueLot>>();
  const minutesDue = (lot: LotSpec): number => {
    const week = lot.weeklyMinutes ?? person.weeklyMinutes;
    if (week === person.weeklyMinutes) return due.get(lot.key)?.minutes ?? 0;
    const known =
      dueByWeek.get(week) ?? new Map(dueLots(person, attendance, asOf, week).map((each) => [each.spec.key, each]));
    dueByWeek.set(week, known);
    return known.get(lot.key)?.minutes ?? 0;
  };
  const existing = [...account.lots.values()].filter((lot) => lot.kind === "STATUTORY" && lot.startsOn <= asOf);
  const corrected = existing.reduce((each, lot) => entitle(each, lot, minutesDue(lot)), account);
  const missing = [...due.values()].filter(({ spec }) => !account.lots.has(spec.key));
  return missing.reduce((each, { spec, minutes }) => entitle(each, spec, minutes), corrected);
}

function toLotSpec(
  id: EmployeeId,
  { key, rule, grantedOn, expiresOn }: StatutoryGrant,
  weeklyMinutes: number,
): LotSpec {
  return { key: `statutory:${id}:${key}`, kind: "STATUTORY", rule, startsOn: grantedOn, expiresOn, weeklyMinutes };
}
