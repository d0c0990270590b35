import { type CalendarDate, koreanDate } from "@erp/contracts/dates";
import type { EditEmployeeInput, EmployeeDetail, InviteEmployeeInput } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { signUps } from "@erp/db/mysql/entities/sign-ups";
import { isDuplicateKey, type Tx } from "@erp/db/mysql/transaction";
import type { EmployeeActor } from "../actor";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { readDetail } from "./employees.detail.queries";
import { beginWeeklyHours, recordWeeklyHours } from "./employees.hours.mutations";
import { readWeeklyHoursOf } from "./employees.hours.queries";
import { weeklyMinutesOn } from "./employees.hours.rules";
import { assertNotOwnAccount } from "./employees.policy";
import { recordPost } from "./employees.posts.mutations";
import { changedFields, type EditableField, editedValues, endsSessions, isNewPost } from "./employees.rules";
import { revokeSessions } from "./employees.sessions.mutations";
import {
  assertDepartmentExists,
  assertNotLastHrAdmin,
  assertPossibleManager,
  lockEmployeeAt,
} from "./employees.store.mutations";

/**
 * Enters a person, who gets an account and a mail from the event. Throws `employee.email-taken`, `department.not-found`,
 * `employee.not-found` or `employee.inactive` for the manager.
 */
export async function inviteEmployee(ctx: Ctx, input: InviteEmployeeInput): Promise<EmployeeDetail> {
  authorize(ctx, "employees:manage");
  const invitee = newEmployee(ctx, input);
  await inTransaction(ctx, async (tx) => {
    await assertDepartmentExists(tx, invitee.departmentId);
    if (invitee.managerId) await assertPossibleManager(tx, invitee.id, invitee.managerId);
    await enterInvitee(ctx, tx, invitee, input);
  }).catch(refuseTakenEmail);
  return readDetail(ctx, invitee.id);
}

/** Inserts a person with post, weekly hours, audit entry and event. What the input names has been looked at. */
export async function enterInvitee(ctx: Ctx, tx: Tx, invitee: EmployeeRow, input: InviteEmployeeInput): Promise<void> {
  await tx.insert(employees, invitee);
  await recordPost(ctx, tx, invitee, invitee.hireDate);
  await beginWeeklyHours(tx, invitee.id);
  // What HR entered holds, should the person have begun to sign up by themselves.
  await tx.delete(signUps, { email: invitee.email });
  await recordAudit(ctx, tx, "employee.invited", invitee.id, input);
  await emit(ctx, tx, "employee.invited", invitee.id, { employeeId: invitee.id });
}

/** Two who enter the same address at once, or one whose address was taken meanwhile. */
export function refuseTakenEmail(error: unknown): never {
  if (isDuplicateKey(error)) throw new DomainError("employee.email-taken", {}, { email: "employee.email-taken" });
  throw error;
}

/**
 * Every edit of HR: profile, transfer, promotion. A new post is added to the history, and so are weekly hours, from the day
 * on that HR names, past or to come; what leave they earn follows by the hourly accrual. A new role or department ends the
 * person's sessions. Throws `request.invalid` for hours from before the hire date, `employee.changed-meanwhile`,
 * `employee.own-account`, `employee.last-hr-admin`, `employee.manager-loop`, `employee.inactive`, `department.not-found`.
 */
export async function editEmployee(ctx: Ctx, input: EditEmployeeInput): Promise<EmployeeDetail> {
  const actor = authorize(ctx, "employees:manage");
  const changed = await inTransaction(ctx, async (tx) => {
    const employee = await lockEmployeeAt(tx, input.employeeId, input.version);
    const hoursFrom = firstDayOfHours(ctx, input);
    const before = await withHoursOn(tx, employee, hoursFrom);
    const changed = changedFields(before, input);
    if (changed.length === 0) return changed;
    await assertPossibleEdit(tx, actor, before, input, changed, hoursFrom);
    await writeEdit(ctx, tx, before, input, changed, hoursFrom);
    await emit(ctx, tx, "employee.edited", employee.id, { employeeId: employee.id, changed });
    return changed;
  });
  if (endsSessions(changed)) await revokeSessions(ctx, input.employeeId);
  return readDetail(ctx, input.employeeId);
}

/** The day from which the edit's hours hold: the one HR names, or today, or the first day of work of somebody who is yet to come. */
function firstDayOfHours(ctx: Ctx, { weeklyMinutesFrom, hireDate }: EditEmployeeInput): CalendarDate {
  const today = koreanDate(ctx.clock.now());
  return weeklyMinutesFrom ?? (hireDate > today ? hireDate : today);
}

/** The person with the weekly hours that hold on a day, as an edit of that day finds them. */
async function withHoursOn(tx: Tx, employee: EmployeeRow, day: CalendarDate): Promise<EmployeeRow> {
  return { ...employee, weeklyMinutes: weeklyMinutesOn(await readWeeklyHoursOf(tx, employee.id), day) };
}

async function assertPossibleEdit(
  tx: Tx,
  actor: EmployeeActor,
  employee: EmployeeRow,
  input: EditEmployeeInput,
  changed: readonly EditableField[],
  hoursFrom: CalendarDate,
): Promise<void> {
  if (changed.includes("weeklyMinutes") && hoursFrom < input.hireDate)
    throw new DomainError("request.invalid", {}, { weeklyMinutesFrom: "employment.before-hire" });
  if (changed.includes("role")) {
    assertNotOwnAccount(actor, employee.id);
    await assertNotLastHrAdmin(tx, employee);
  }
  if (changed.includes("departmentId")) await assertDepartmentExists(tx, input.departmentId);
  if (changed.includes("managerId") && input.managerId) await assertPossibleManager(tx, employee.id, input.managerId);
}

async function writeEdit(
  ctx: Ctx,
  tx: Tx,
  employee: EmployeeRow,
  input: EditEmployeeInput,
  changed: readonly EditableField[],
  hoursFrom: CalendarDate,
): Promise<void> {
  const { employeeId: id, version, weeklyMinutes, weeklyMinutesFrom: _, ...fields } = input;
  const today = koreanDate(ctx.clock.now());
  const hasNewHours = changed.includes("weeklyMinutes");
  if (hasNewHours) await recordWeeklyHours(ctx, tx, id, { from: hoursFrom, weeklyMinutes });
  const now = await withHoursOn(tx, employee, today);
  await tx.update(employees, { id }, { ...fields, weeklyMinutes: now.weeklyMinutes, version: version + 1 });
  if (isNewPost(changed)) await recordPost(ctx, tx, { ...employee, ...fields }, today);
  const values = editedValues(employee, input, changed);
  const audited = hasNewHours ? { ...values, weeklyMinutesFrom: hoursFrom } : values;
  await recordAudit(ctx, tx, "employee.edited", id, audited);
}

export function newEmployee(ctx: Ctx, input: InviteEmployeeInput): EmployeeRow {
  return {
    ...input,
    id: newId<EmployeeId>(ctx.clock),
    cognitoSubject: null,
    status: "ACTIVE",
    leftOn: null,
    version: 1,
    createdAt: ctx.clock.now(),
  };
}
