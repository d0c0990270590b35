import type { CalendarDate } from "@erp/contracts/dates";
import { type EmployeeRow, employees } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve, reject } from "../approvals/approvals.mutations";
import { viewDocument } from "../approvals/approvals.queries";
import type { Ctx } from "../context";
import { deactivateEmployee } from "../employees/employees.leaving.mutations";
import { listNotifications } from "../notifications/notifications.queries";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { recordAbsence } from "./leave.absences.mutations";
import { accrueAll } from "./leave.accrual.mutations";
import { leaveBalance } from "./leave.balance.queries";
import { cancelLeave, requestCancellation } from "./leave.cancellations.mutations";
import { requestLeave } from "./leave.requests.mutations";
import { viewLeaveRequest } from "./leave.requests.queries";

const DAY = 480;
const reason = "일정이 바뀌었어요";

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;
let me: Ctx;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  test.clock.set("2026-11-20T09:00:00+09:00");
  person = await buildEmployee(test.ctx, { hireDate: "2026-11-01" as EmployeeRow["hireDate"] });
  boss = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
  me = actingAs(test.ctx, person);
  await grantLeave(test.ctx, person, DAY, { name: "early", days: 340 });
  await grantLeave(test.ctx, person, 2 * DAY, { name: "late" });
});

const ask = () => requestLeave(me, leaveFor([boss.id], { from: "2026-11-25", to: "2026-11-27" }, 3 * DAY));
const decide = (id: Parameters<typeof approve>[1]["documentId"]) =>
  approve(actingAs(test.ctx, boss), { documentId: id, version: 1 });
const approvedLeave = async () => {
  const { id } = await ask();
  await decide(id);
  await settleEvents(test.ctx);
  return id;
};
const lots = async () => {
  const { lots: left } = await leaveBalance(me, {});
  return left.map(({ key, leaveMinutes }) => [key.split(":").at(-1), leaveMinutes]);
};
const takeBack = (requestId: Awaited<ReturnType<typeof approvedLeave>>, from: string) => {
  const { line } = leaveFor([boss.id], { from }, DAY);
  return requestCancellation(me, { requestId, from: from as never, title: "연차 취소", reason, line });
};

const asHr = async () => actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
const leaveCompany = async (leftOn: string) =>
  deactivateEmployee(await asHr(), { employeeId: person.id, version: 1, leftOn: leftOn as CalendarDate });
const available = async () => (await leaveBalance(me, {})).availableMinutes;

describe("after the last day of employment", () => {
  it("approved days come back, those before stay used", async () => {
    const requestId = await approvedLeave();
    await leaveCompany("2026-11-25");
    await settleEvents(test.ctx, 5);
    expect(await available()).toBe(2 * DAY);
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ status: "APPROVED", leaveMinutes: DAY });
  });

  it("days approved only afterwards come back at once", async () => {
    const { id } = await ask();
    await leaveCompany("2026-11-24");
    await settleEvents(test.ctx);
    expect(await available()).toBe(0);
    await decide(id);
    await settleEvents(test.ctx, 5);
    expect(await available()).toBe(3 * DAY);
    expect(await viewLeaveRequest(me, id)).toMatchObject({ status: "CANCELLED", leaveMinutes: 0 });
  });
});

describe("a day of approved leave", () => {
  const day = "2026-11-25" as CalendarDate;

  it("is no absence: HR cannot record one", async () => {
    await approvedLeave();
    const input = { employeeId: person.id, day, kind: "ABSENT", reason: "no notice" } as const;
    await expectRefusal(recordAbsence(await asHr(), input), "absence.on-leave");
  });

  it("stops counting as the absence that was recorded before the leave was asked for", async () => {
    await recordAbsence(await asHr(), { employeeId: person.id, day, kind: "ABSENT", reason: "no notice" });
    test.clock.set("2026-12-03T09:00:00+09:00");
    await accrueAll(test.ctx);
    expect(await available()).toBe(3 * DAY);
    await approvedLeave();
    await accrueAll(test.ctx);
    expect(await available()).toBe(DAY);
  });
});

describe("before it begins", () => {
  it("approved leave is cancelled by the person, and its days go back to the lots they came from", async () => {
    const requestId = await approvedLeave();
    expect(await lots()).toEqual([]);
    expect(await cancelLeave(me, { requestId, reason })).toMatchObject({ status: "CANCELLED", leaveMinutes: 0 });
    expect(await lots()).toEqual([
      ["early", DAY],
      ["late", 2 * DAY],
    ]);
    await ask();
  });

  it("tells whoever had approved it, once", async () => {
    const requestId = await approvedLeave();
    await cancelLeave(me, { requestId, reason });
    await settleEvents(test.ctx, 5);
    const { items } = await listNotifications(actingAs(test.ctx, boss), { unreadOnly: true, limit: 10 });
    const told = items.filter(({ kind }) => kind === "LEAVE_CANCELLED");
    expect(told).toMatchObject([{ actor: { id: person.id }, link: `/approvals/${requestId}` }]);
  });

  it("20 parallel cancellations give the days back once", async () => {
    const requestId = await approvedLeave();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => cancelLeave(me, { requestId, reason })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await leaveBalance(me, {})).availableMinutes).toBe(3 * DAY);
    await expectRefusal(cancelLeave(me, { requestId, reason }), "leave.already-ended");
  });

  it("what still waits is withdrawn with its document, and the days are free at once", async () => {
    const { id: requestId } = await ask();
    expect(await cancelLeave(me, { requestId, reason })).toMatchObject({ status: "WITHDRAWN", allowedActions: [] });
    expect(await viewDocument(me, { documentId: requestId })).toMatchObject({ status: "WITHDRAWN" });
    expect((await leaveBalance(me, {})).availableMinutes).toBe(3 * DAY);
    await settleEvents(test.ctx, 3);
    expect((await leaveBalance(me, {})).availableMinutes).toBe(3 * DAY);
  });

  it("approved and withdrawn at the same moment: one of both, and the ledger agrees with the document", async () => {
    const { id: requestId } = await ask();
    await Promise.allSettled([cancelLeave(me, { requestId, reason }), decide(requestId)]);
    await settleEvents(test.ctx, 2);
    const { status } = await viewDocument(me, { documentId: requestId });
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ status });
    expect((await leaveBalance(me, {})).availableMinutes).toBe(status === "APPROVED" ? 0 : 3 * DAY);
  });

  it("nobody cancels somebody else's leave", async () => {
    const requestId = await approvedLeave();
    await expectRefusal(cancelLeave(actingAs(test.ctx, boss), { requestId, reason }), "leave.not-found");
  });
});

describe("once it has begun", () => {
  it("the person alone cannot take it back", async () => {
    const requestId = await approvedLeave();
    test.clock.set("2026-11-25T08:00:00+09:00");
    await expectRefusal(cancelLeave(me, { requestId, reason }), "leave.already-started");
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ allowedActions: ["requestCancellation"] });
  });

  it("a cancellation goes to the nearest manager, whomever else the person names", async () => {
    const requestId = await approvedLeave();
    test.clock.set("2026-11-25T15:00:00+09:00");
    const nearest = await buildEmployee(test.ctx, { role: "MANAGER" });
    await test.ctx.mysql.manager.update(employees, { id: person.id }, { managerId: nearest.id });
    await expectRefusal(takeBack(requestId, "2026-11-26"), "approval.line-lacks-signers");
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ status: "APPROVED", cancellation: null });
  });

  it("an approved cancellation gives back the days from then on, once, to the same lot", async () => {
    const requestId = await approvedLeave();
    test.clock.set("2026-11-26T08:00:00+09:00");
    const { cancellation } = await takeBack(requestId, "2026-11-26");
    expect(cancellation?.status).toBe("IN_PROGRESS");
    await expectRefusal(takeBack(requestId, "2026-11-26"), "leave.cancellation-open");
    expect(await lots()).toEqual([]);
    const id = cancellation?.id as typeof requestId;
    const values = { period: { from: "2026-11-26", to: "2026-11-27" }, leaveMinutes: 2 * DAY, reason };
    expect(await viewDocument(me, { documentId: id })).toMatchObject({ formCode: "LEAVE_CANCELLATION", values });
    await decide(id);
    await settleEvents(test.ctx, 5);
    expect(await lots()).toEqual([["late", 2 * DAY]]);
    const left = { status: "APPROVED", leaveMinutes: DAY, cancellation: { status: "APPROVED" } };
    expect(await viewLeaveRequest(me, requestId)).toMatchObject(left);
    await expectRefusal(takeBack(requestId, "2026-11-26"), "leave.nothing-to-cancel");
  });

  it("a rejected one changes nothing and can be asked for again", async () => {
    const requestId = await approvedLeave();
    test.clock.set("2026-11-26T08:00:00+09:00");
    const { cancellation } = await takeBack(requestId, "2026-11-26");
    const id = cancellation?.id as typeof requestId;
    await reject(actingAs(test.ctx, boss), { documentId: id, version: 1, reason: "그대로 쉬세요" });
    await settleEvents(test.ctx, 3);
    expect(await lots()).toEqual([]);
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ status: "APPROVED", leaveMinutes: 3 * DAY });
    await takeBack(requestId, "2026-11-27");
  });

  it("days given back to a lot that has ended lapse at once; both rows are visible", async () => {
    const requestId = await approvedLeave();
    test.clock.set("2026-12-20T08:00:00+09:00");
    const { cancellation } = await takeBack(requestId, "2026-11-25");
    await decide(cancellation?.id as typeof requestId);
    await settleEvents(test.ctx, 2);
    expect(await lots()).toEqual([["late", 2 * DAY]]);
    const rows = await test.ctx.mysql.query(
      "SELECT kind, minutes FROM leave_ledger WHERE lot_key = ? ORDER BY lot_entry",
      [`test:${person.id}:early`],
    );
    const day = (kind: string, minutes: number) => ({ kind, minutes });
    expect(rows).toEqual([
      day("GRANT", DAY),
      day("HOLD", -DAY),
      day("RELEASE", DAY),
      day("USE", -DAY),
      day("REVERSE", DAY),
      day("EXPIRE", -DAY),
    ]);
    expect(await viewLeaveRequest(me, requestId)).toMatchObject({ status: "CANCELLED", leaveMinutes: 0 });
  });
});
