import { koreanDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { BalanceOfPerson, LeaveBalancesInput } from "@erp/contracts/leave";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { withWeeklyHours } from "../employees/employees.hours.queries";
import type { WeeklyHours } from "../employees/employees.hours.rules";
import { dayMinutesOn } from "./leave.calendar.rules";
import { ownDepartments } from "./leave.people.queries";
import { requireMayRead } from "./leave.policy";

type PersonRow = { id: EmployeeId; departmentId: DepartmentId };
type Person = PersonRow & { hours: WeeklyHours };

/** What each of these people has left today; for managers their own people, for HR anybody. Ids that nobody has are missing. */
export async function leaveBalances(ctx: Ctx, { employeeIds }: LeaveBalancesInput): Promise<BalanceOfPerson[]> {
  const people = await readablePeople(ctx, authorize(ctx, "leave:adjust"), employeeIds);
  if (people.length === 0) return [];
  const sums = await readSums(ctx, employeeIds);
  const today = koreanDate(ctx.clock.now());
  return people.map(({ id, hours }) => {
    const { availableMinutes = 0, heldMinutes = 0 } = sums.get(id) ?? {};
    return { employeeId: id, dayMinutes: dayMinutesOn(hours, today), availableMinutes, heldMinutes };
  });
}

/** Those of these people who exist. Throws `leave.not-your-people` when one is not the actor's to see. */
export async function readablePeople(
  ctx: Ctx,
  actor: EmployeeActor,
  employeeIds: readonly EmployeeId[],
): Promise<Person[]> {
  if (employeeIds.length === 0) return [];
  const people: PersonRow[] = await ctx.mysql.query(
    "SELECT id, department_id AS departmentId FROM employees WHERE id IN (?)",
    [employeeIds],
  );
  const own = await ownDepartments(ctx, actor);
  for (const person of people) requireMayRead(actor, person, own);
  return withWeeklyHours(ctx.mysql.manager, people);
}

type Sums = { availableMinutes: number; heldMinutes: number };

/** SQL of `balanceOn`, for today. */
async function readSums(ctx: Ctx, employeeIds: readonly EmployeeId[]): Promise<Map<EmployeeId, Sums>> {
  const today = koreanDate(ctx.clock.now());
  const rows: ({ employeeId: EmployeeId } & Record<keyof Sums, string>)[] = await ctx.mysql.query(
    `SELECT lot.employee_id AS employeeId, SUM(entry.minutes) AS availableMinutes,
            SUM(CASE WHEN entry.kind IN ('HOLD', 'RELEASE') THEN -entry.minutes ELSE 0 END) AS heldMinutes
       FROM leave_lots lot JOIN leave_ledger entry ON entry.lot_key = lot.lot_key
      WHERE lot.employee_id IN (?) AND lot.starts_on <= ? AND lot.expires_on >= ? AND entry.effective_on <= ?
      GROUP BY lot.employee_id`,
    [employeeIds, today, today, today],
  );
  return new Map(
    rows.map(({ employeeId, availableMinutes, heldMinutes }) => [
      employeeId,
      { availableMinutes: Number(availableMinutes), heldMinutes: Number(heldMinutes) },
    ]),
  );
}
