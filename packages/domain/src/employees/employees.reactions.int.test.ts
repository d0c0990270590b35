import type { CalendarDate } from "@erp/contracts/dates";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Ctx } from "../context";
import { newEvent } from "../emit";
import { findSession } from "../identity/identity.queries";
import { storeSession } from "../sessions";
import { lastMailedCode, newAddress, TEST_PASSWORD } from "../testing/accounts";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { resendInvitation } from "./employees.invitations.mutations";
import {
  onEmployeeDeactivated,
  onEmployeeEdited,
  onEmployeeInvited,
  onEmployeeJoined,
  onEmployeeReactivated,
  onInvitationResent,
  onPasswordReset,
} from "./employees.reactions";

let test: TestContext;
let ctx: Ctx;
let mirrored: ReturnType<typeof vi.fn<Ctx["identity"]["mirrorAttributes"]>>;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

/** The identity server is real; what is written to it is also noted, because its tokens do not show attributes. */
beforeEach(() => {
  mirrored = vi.fn(test.ctx.identity.mirrorAttributes);
  ctx = { ...test.ctx, identity: { ...test.ctx.identity, mirrorAttributes: mirrored } };
  test.signals.length = 0;
});

it("an invitation makes one account and one mail, however often it is delivered", async () => {
  const email = newAddress();
  const department = await buildDepartment(ctx);
  const { id } = await buildEmployee(ctx, { email, name: "이초대", departmentId: department.id });
  const invite = vi.fn(ctx.identity.invite);
  const worker = { ...ctx, identity: { ...ctx.identity, invite } };
  const event = newEvent(ctx, "employee.invited", id, { employeeId: id });
  for (let delivery = 0; delivery < 5; delivery += 1) await onEmployeeInvited(worker, event);
  expect(invite).toHaveBeenCalledTimes(1);
  expect(await lastMailedCode(email)).toBeTruthy();
  expect(await subjectOf(id)).toMatch(/^[0-9a-f-]{36}$/);
  expect(mirrored).toHaveBeenCalledWith(
    email,
    expect.objectContaining({ name: "이초대", department: department.code }),
  );
});

it("an invitation that ran out is sent again: one mail, whose password works, however often it is delivered", async () => {
  const email = newAddress();
  const { id } = await buildEmployee(ctx, { email, name: "이초대" });
  const asHr = actingAs(ctx, await buildEmployee(ctx, { role: "HR_ADMIN" }));
  await onEmployeeInvited(ctx, newEvent(ctx, "employee.invited", id, { employeeId: id }));
  const before = { code: await lastMailedCode(email), subject: await subjectOf(id) };

  await resendInvitation(asHr, { employeeId: id });
  const event = (await eventsOf(ctx, id)).at(-1) as EventEnvelope<"employee.invitation-resent">;
  const inviteAgain = vi.fn(ctx.identity.inviteAgain);
  const worker = { ...ctx, identity: { ...ctx.identity, inviteAgain } };
  for (let delivery = 0; delivery < 5; delivery += 1) await onInvitationResent(worker, event);
  expect(inviteAgain).toHaveBeenCalledTimes(1);
  const after = { code: await lastMailedCode(email), subject: await subjectOf(id) };
  expect(after.subject).not.toBe(before.subject);
  expect(mirrored).toHaveBeenLastCalledWith(email, expect.objectContaining({ name: "이초대" }));
  expect(await ctx.identity.signIn(email, before.code)).toMatchObject({ ok: false });
  const outcome = await ctx.identity.signIn(email, after.code);
  if (!outcome.ok || outcome.next !== "NEW_PASSWORD_REQUIRED") throw new Error("the new mail's password did not work");

  await ctx.identity.answerNewPassword(outcome.challenge, "Daeboreum!2027");
  await expectRefusal(resendInvitation(asHr, { employeeId: id }), "employee.invitation-answered");
  expect(await ctx.identity.inviteAgain({ email, name: "이초대" })).toEqual({ subject: after.subject });
});

it("an invitation answered before its delivery was finished ties the account at the next one", async () => {
  const email = newAddress();
  const { id } = await buildEmployee(ctx, { email, name: "이초대" });
  await onEmployeeInvited(ctx, newEvent(ctx, "employee.invited", id, { employeeId: id }));
  const { subject } = await ctx.identity.inviteAgain({ email, name: "이초대" });
  const outcome = await ctx.identity.signIn(email, await lastMailedCode(email));
  if (!outcome.ok || outcome.next !== "NEW_PASSWORD_REQUIRED") throw new Error("the mailed password did not work");
  await ctx.identity.answerNewPassword(outcome.challenge, "Daeboreum!2027");
  expect(await subjectOf(id)).not.toBe(subject);

  await onInvitationResent(ctx, newEvent(ctx, "employee.invitation-resent", id, { employeeId: id }));
  expect(await subjectOf(id)).toBe(subject);
});

it("a password that was reset ends the sessions from before, and none that was opened since", async () => {
  const employee = await withAccount();
  const before = await sessionOf(employee);
  test.clock.advance(1000);
  const event = newEvent(ctx, "employee.password-reset", employee.id, { employeeId: employee.id });
  const since = await sessionOf(employee);
  for (let delivery = 0; delivery < 2; delivery += 1) await onPasswordReset(ctx, event);
  expect(await findSession(ctx, before)).toBeNull();
  expect(await findSession(ctx, since)).not.toBeNull();
});

it("nobody who has left is invited again", async () => {
  const { id } = await buildEmployee(ctx, { email: newAddress(), status: "LEAVER" });
  const asHr = actingAs(ctx, await buildEmployee(ctx, { role: "HR_ADMIN" }));
  await expectRefusal(resendInvitation(asHr, { employeeId: id }), "employee.inactive");
});

it("a worker killed between account and row ties the account at the next delivery", async () => {
  const email = newAddress();
  const { id } = await buildEmployee(ctx, { email });
  const { subject } = await ctx.identity.invite({ email, name: "김하늘" });
  await onEmployeeInvited(ctx, newEvent(ctx, "employee.invited", id, { employeeId: id }));
  expect(await subjectOf(id)).toBe(subject);
});

it("somebody who left before the invitation was handled gets no account", async () => {
  const { id } = await buildEmployee(ctx, { email: newAddress(), ...leaver });
  await onEmployeeInvited(ctx, newEvent(ctx, "employee.invited", id, { employeeId: id }));
  expect(await subjectOf(id)).toBeNull();
});

it("department and position are mirrored as they are now, whatever the event is about", async () => {
  const employee = await withAccount({ position: "DAERI" });
  await onEmployeeJoined(ctx, newEvent(ctx, "employee.joined", employee.id, { employeeId: employee.id }));
  await onEmployeeEdited(ctx, edited(employee, ["position"]));
  expect(mirrored).toHaveBeenCalledTimes(2);
  expect(mirrored).toHaveBeenLastCalledWith(employee.email, expect.objectContaining({ position: "DAERI" }));
});

it("a changed role ends the sessions and tells the browsers, a changed name leaves them", async () => {
  const employee = await withAccount();
  const sessionId = await sessionOf(employee);
  await onEmployeeEdited(ctx, edited(employee, ["name"]));
  expect(await findSession(ctx, sessionId)).not.toBeNull();
  for (let delivery = 0; delivery < 2; delivery += 1) await onEmployeeEdited(ctx, edited(employee, ["role"]));
  expect(await findSession(ctx, sessionId)).toBeNull();
  expect(test.signals.at(-1)).toEqual({ to: [employee.id], signal: { about: "employees", employeeId: employee.id } });
});

it("E14: a leaver is disabled at the identity service and signed out, a returner let in again", async () => {
  const employee = await withAccount();
  const sessionId = await sessionOf(employee);
  await setStatus(employee.id, "LEAVER");
  const left = newEvent(ctx, "employee.deactivated", employee.id, { employeeId: employee.id, successorId: null });
  for (let delivery = 0; delivery < 2; delivery += 1) await onEmployeeDeactivated(ctx, left);
  expect(await findSession(ctx, sessionId)).toBeNull();
  expect(await ctx.identity.signIn(employee.email, TEST_PASSWORD)).toMatchObject({ code: "identity.disabled" });

  await setStatus(employee.id, "ACTIVE");
  await onEmployeeReactivated(ctx, newEvent(ctx, "employee.reactivated", employee.id, { employeeId: employee.id }));
  expect(await ctx.identity.signIn(employee.email, TEST_PASSWORD)).toMatchObject({ ok: true });

  await onEmployeeDeactivated(ctx, left);
  expect(await ctx.identity.signIn(employee.email, TEST_PASSWORD)).toMatchObject({ ok: true });
});

const leaver = { status: "LEAVER" as const, leftOn: "2026-11-19" as CalendarDate };

async function withAccount(chosen: Partial<EmployeeRow> = {}): Promise<EmployeeRow> {
  const email = newAddress();
  const { subject } = await ctx.identity.createWithPassword({ email, name: "김하늘", password: TEST_PASSWORD });
  return buildEmployee(ctx, { email, cognitoSubject: subject, ...chosen });
}

function edited({ id }: EmployeeRow, changed: string[]) {
  return newEvent(ctx, "employee.edited", id, { employeeId: id, changed });
}

function sessionOf({ id: employeeId, role, departmentId }: EmployeeRow): Promise<string> {
  const expiresAt = new Date(ctx.clock.now().getTime() + 60 * 60_000);
  const tokens = { accessToken: "access", refreshToken: "refresh", expiresAt };
  return storeSession(ctx, { employeeId, role, departmentId, tokens }, 60);
}

async function setStatus(id: EmployeeId, status: EmployeeRow["status"]): Promise<void> {
  await ctx.mysql.query("UPDATE employees SET status = ? WHERE id = ?", [status, id]);
}

async function subjectOf(id: EmployeeId): Promise<string | null> {
  const [row] = await ctx.mysql.query("SELECT cognito_subject AS subject FROM employees WHERE id = ?", [id]);
  return row.subject;
}
