import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import { constantHours } from "../employees/employees.hours.rules";
import { type Attendance, grants, type StatutoryGrant } from "./leave.accrual.rules";
import { type Account, entitle, type LotSpec } from "./leave.ledger.rules";
import type { LeaveSubject } from "./leave.people.queries";

type Person = Pick<LeaveSubject, "id" | "hireDate" | "hours" | "leftOn">;
export type DueLot = { spec: LotSpec; minutes: number };

/** The statutory lots due by a day, by the hours of the time that earned each. Nothing falls due after the last day of employment. */
export function dueLots(person: Person, attendance: Attendance, asOf: CalendarDate): DueLot[] {
  const until = person.leftOn !== null && person.leftOn < asOf ? person.leftOn : asOf;
  return grants(person.hireDate, attendance, until, person.hours).map((grant) => ({
    spec: toLotSpec(person.id, grant),
    minutes: grant.minutes,
  }));
}

/**
 * The lot of an account that stands for a due one. Its name is the plain one, unless a lot of other days has that: the hire
 * date was corrected, or the person was employed here before. Then its days are part of the name.
 */
export function placeIn(lots: ReadonlyMap<string, LotSpec>, due: DueLot): DueLot {
  const namesake = lots.get(due.spec.key);
  if (!namesake || haveSameDays(namesake, due.spec)) return due;
  const { key, startsOn, expiresOn } = due.spec;
  return { ...due, spec: { ...due.spec, key: `${key}:${startsOn}:${expiresOn}` } };
}

/**
 * Brings an account's statutory lots to what the law gives by `asOf`. Each is judged by the hours of the time that earned it:
 * hours that change later do not touch it, hours that HR corrects for that time do. A lot from before the hours had a history
 * is judged by the week it names. A corrected hire date takes back what is
 * unspent of the lots of the wrong days; what was spent of one counts against the lot that comes in its place. Lots that
 * fall due after `asOf` stay as they are, so the days on which this runs, and their order, do not matter.
 */
export function reconcileStatutory(
  account: Account,
  person: Person,
  attendance: Attendance,
  asOf: CalendarDate,
): Account {
  const dueByWeek = new Map<number | null, Map<string, DueLot>>();
  const dueFor = (week: number | null): Map<string, DueLot> => {
    const hours = week === null ? person.hours : constantHours(week);
    const known =
      dueByWeek.get(week) ??
      byKey(dueLots({ ...person, hours }, attendance, asOf).map((lot) => placeIn(account.lots, lot)));
    dueByWeek.set(week, known);
    return known;
  };
  const minutesDue = (lot: LotSpec) => dueFor(lot.weeklyMinutes).get(lot.key)?.minutes ?? 0;
  const existing = [...account.lots.values()].filter((lot) => lot.kind === "STATUTORY" && lot.startsOn <= asOf);
  const judged = existing.map((spec) => ({ spec, minutes: minutesDue(spec) }));
  const missing = [...dueFor(null).values()].filter(({ spec }) => !account.lots.has(spec.key));
  // What is taken back comes first: only then is it known what of it was spent.
  const [ended, standing] = [
    judged.filter(({ minutes }) => minutes === 0),
    judged.filter(({ minutes }) => minutes > 0),
  ];
  return [...ended, ...standing, ...missing].reduce((each, { spec, minutes }) => {
    return entitle(each, spec, Math.max(0, minutes - spentOfOthers(each, spec)));
  }, account);
}

/** What lots of other days that stood for the same grant, at the same time, were not able to give back. */
function spentOfOthers({ lots }: Account, due: LotSpec): number {
  const others = [...lots.values()].filter(
    (lot) =>
      lot.key !== due.key &&
      grantOf(lot) === grantOf(due) &&
      lot.startsOn <= due.expiresOn &&
      due.startsOn <= lot.expiresOn,
  );
  return others.reduce((sum, { grantedMinutes }) => sum + grantedMinutes, 0);
}

/** `statutory:<employee>:month:<n>` or `…:year:<n>`, without the days. */
function grantOf({ key }: LotSpec): string {
  return key.split(":").slice(0, 4).join(":");
}

function haveSameDays(one: LotSpec, other: LotSpec): boolean {
  return one.startsOn === other.startsOn && one.expiresOn === other.expiresOn;
}

function byKey(lots: readonly DueLot[]): Map<string, DueLot> {
  return new Map(lots.map((lot) => [lot.spec.key, lot]));
}

function toLotSpec(id: EmployeeId, { key, rule, grantedOn, expiresOn }: StatutoryGrant): LotSpec {
  return {
    key: `statutory:${id}:${key}`,
    kind: "STATUTORY",
    rule,
    startsOn: grantedOn,
    expiresOn,
    weeklyMinutes: null,
  };
}
