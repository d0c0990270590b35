import { addDays, type CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { SubstitutionState } from "@erp/contracts/substitutions";
import type { ApprovalSubstitutionRow } from "@erp/db/mysql/entities/approval-substitutions";

/** Somebody decides in an approver's place on these days, the last included. */
export type Cover = { principalId: EmployeeId; substituteId: EmployeeId; from: CalendarDate; to: CalendarDate };

export type NamedSubstitute = Pick<ApprovalSubstitutionRow, "principalId" | "substituteId" | "fromDay" | "toDay">;
/** Civil days in a row on which an approver is away, the last included; a leaver is away from now on. */
export type Away = { employeeId: EmployeeId; from: CalendarDate; to: CalendarDate };

/**
 * The days on which what was named holds: dated substitutes on theirs, standing ones while their approver is away.
 * Whoever is named for a day goes before the standing substitute, so an approver has at most one on any day.
 */
export function coversOf(named: readonly NamedSubstitute[], away: readonly Away[]): Cover[] {
  const dated = named.flatMap(({ principalId, substituteId, fromDay, toDay }) =>
    fromDay && toDay ? [{ principalId, substituteId, from: fromDay, to: toDay }] : [],
  );
  const standing = named.filter(({ fromDay }) => fromDay === null);
  const whileAway = standing.flatMap(({ principalId, substituteId }) => {
    const taken = dated.filter((cover) => cover.principalId === principalId);
    return away
      .filter(({ employeeId }) => employeeId === principalId)
      .flatMap((days) => without(taken, days))
      .map((days) => ({ principalId, substituteId, ...days }));
  });
  return [...dated, ...whileAway];
}

type Days = Pick<Cover, "from" | "to">;

/** What of these days is not taken. */
function without(taken: readonly Days[], { from, to }: Days): Days[] {
  const free: Days[] = [];
  let next = from;
  for (const each of [...taken].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (each.to < next || each.from > to) continue;
    if (next < each.from) free.push({ from: next, to: addDays(each.from, -1) });
    next = addDays(each.to, 1);
  }
  return next <= to ? [...free, { from: next, to }] : free;
}

export function isHolding({ from, to }: Pick<Cover, "from" | "to">, day: CalendarDate): boolean {
  return from <= day && day <= to;
}

/** Whether somebody ended it, or its days are behind. */
export function isOver(
  { toDay, endedAt }: Pick<ApprovalSubstitutionRow, "toDay" | "endedAt">,
  today: CalendarDate,
): boolean {
  return endedAt !== null || (toDay !== null && toDay < today);
}

/** How a substitution stands today; `decidesToday`: its covers say that the substitute does. One whose substitute has left is over. */
export function substitutionStateOn(
  row: Pick<ApprovalSubstitutionRow, "fromDay" | "toDay" | "endedAt">,
  today: CalendarDate,
  decidesToday: boolean,
): SubstitutionState {
  if (isOver(row, today)) return "ENDED";
  if (row.fromDay !== null && row.fromDay > today) return "COMING";
  if (decidesToday) return "RUNNING";
  return row.fromDay === null ? "STANDING" : "ENDED";
}

/** Whether two could hold on one day: two standing ones always, a dated one beside a standing one never. */
export function isOverlapping(
  one: Pick<NamedSubstitute, "fromDay" | "toDay">,
  other: Pick<NamedSubstitute, "fromDay" | "toDay">,
): boolean {
  if (!one.fromDay || !one.toDay || !other.fromDay || !other.toDay) return one.fromDay === other.fromDay;
  return one.fromDay <= other.toDay && other.fromDay <= one.toDay;
}
