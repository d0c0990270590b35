import { type DocumentRequest, saveDraftInput, submitInput } from "@erp/contracts/approvals";
import { requestLeaveInput } from "@erp/contracts/leave-requests";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { leaveRequests } from "@erp/db/mysql/entities/leave-requests";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve, reject, withdraw } from "../approvals/approvals.mutations";
import { copyDocument, viewDocument } from "../approvals/approvals.queries";
import { storeRequestedDocument } from "../approvals/approvals.requests.mutations";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { existing } from "../testing/existing";
import { expectRefusal } from "../testing/expect-refusal";
import { expenseFor } from "../testing/expense-for";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { eventsOf } from "../testing/records";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { adjustLeave } from "./leave.adjustments.mutations";
import { leaveBalance } from "./leave.balance.queries";
import { requestLeave } from "./leave.requests.mutations";
import { listLeaveRequests } from "./leave.requests.queries";

const DAY = 480;
const thursday = "2026-11-26";
const friday = "2026-11-27";

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;
let me: Ctx;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  person = await buildEmployee(test.ctx, { hireDate: "2026-11-01" as EmployeeRow["hireDate"] });
  boss = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
  me = actingAs(test.ctx, person);
});

const ask = (from: string, leaveMinutes = DAY, rest: Partial<Parameters<typeof leaveFor>[1]> = {}) =>
  requestLeave(me, leaveFor([boss.id], { from, ...rest }, leaveMinutes));
const balance = async () => {
  const { availableMinutes, heldMinutes, usedMinutes } = await leaveBalance(me, {});
  return { availableMinutes, heldMinutes, usedMinutes };
};
const kinds = async (): Promise<string[]> => {
  const rows: { kind: string }[] = await test.ctx.mysql.query(
    "SELECT kind FROM leave_ledger WHERE employee_id = ? AND kind NOT IN ('GRANT') ORDER BY id",
    [person.id],
  );
  return rows.map(({ kind }) => kind);
};
const documents = () => documentModel(test.ctx.mongo).countDocuments({ "requester.id": person.id });
const statusOf = async (id: string) =>
  existing(await test.ctx.mysql.manager.findOneBy(leaveRequests, { id: id as never })).status;
const decide = (id: Parameters<typeof approve>[1]["documentId"]) =>
  approve(actingAs(test.ctx, boss), { documentId: id, version: 1 });

describe("asking for leave", () => {
  beforeEach(() => grantLeave(test.ctx, person, 3 * DAY));

  it("goes to the nearest manager, whomever else the person names: without them nothing is held", async () => {
    const report = await buildEmployee(test.ctx, { managerId: boss.id, hireDate: person.hireDate });
    await grantLeave(test.ctx, report, DAY);
    const wish = (...approvers: EmployeeRow[]) =>
      requestLeave(
        actingAs(test.ctx, report),
        leaveFor(
          approvers.map(({ id }) => id),
          { from: thursday },
          DAY,
        ),
      );
    await expectRefusal(wish(person), "approval.line-lacks-signers");
    const { availableMinutes } = await leaveBalance(actingAs(test.ctx, report), {});
    expect(availableMinutes).toBe(DAY);
    expect(await wish(person, boss)).toMatchObject({ status: "REQUESTED" });
  });

  it("holds the days at once, with rows, events and a document under the same id", async () => {
    const request = await ask(thursday, 2 * DAY, { to: friday });
    expect(request).toMatchObject({ status: "REQUESTED", leaveMinutes: 2 * DAY, allowedActions: ["cancel"] });
    expect(await balance()).toEqual({ availableMinutes: DAY, heldMinutes: 2 * DAY, usedMinutes: 0 });
    expect(await kinds()).toEqual(["HOLD", "HOLD"]);
    expect((await eventsOf(test.ctx, person.id)).map(({ name }) => name)).toEqual(["leave.requested"]);
    const [wanted] = await eventsOf(test.ctx, request.id);
    expect(wanted?.name).toBe("approval.requested");
    const document = await viewDocument(actingAs(test.ctx, boss), { documentId: request.id });
    expect(document).toMatchObject({
      formCode: "ANNUAL_LEAVE",
      status: "IN_PROGRESS",
      requester: { id: person.id },
      values: { period: { from: thursday, to: friday }, part: "FULL", leaveMinutes: 2 * DAY },
    });
    expect(document.number).toMatch(/^LEV-2026-\d{6}$/);
    expect(document.allowedActions).toContain("approve");
  });

  it("inserts the document once, though the process died before it and the event comes five times", async () => {
    const broken: Ctx = { ...me, mongo: null as never };
    const request = await requestLeave(broken, leaveFor([boss.id], { from: thursday }, DAY));
    expect(await documents()).toBe(0);
    await settleEvents(test.ctx, 5);
    expect(await documents()).toBe(1);
    expect(await viewDocument(me, { documentId: request.id })).toMatchObject({ status: "IN_PROGRESS", version: 1 });
  });

  it("inserts it once when the call and several workers try at the same moment", async () => {
    const broken: Ctx = { ...me, mongo: null as never };
    const request = await requestLeave(broken, leaveFor([boss.id], { from: thursday }, DAY));
    const [wanted] = await eventsOf(test.ctx, request.id);
    await Promise.all(
      Array.from({ length: 8 }, () => storeRequestedDocument(test.ctx, wanted?.data as DocumentRequest)),
    );
    expect(await documents()).toBe(1);
  });

  it("E33, E34: more than available, zero, negative, other than half days are refused with codes", async () => {
    await expectRefusal(ask("2026-11-23", 4 * DAY, { to: thursday }), "leave.insufficient-balance");
    await expectRefusal(ask(thursday, DAY - 30), "leave.charge-differs");
    for (const days of [0, -1, 0.3, 61]) {
      const input = { ...leaveFor([boss.id], { from: thursday }, DAY), wish: { kind: "DAYS", from: thursday, days } };
      const parsed = requestLeaveInput.safeParse(input);
      const messages = new Set(parsed.error?.issues.map(({ message }) => message));
      expect(messages).toEqual(new Set(["leave.days-malformed"]));
    }
    const tooMany = { ...leaveFor([boss.id], { from: thursday }, 3.5 * DAY), wish: wishOf(3.5) };
    await expectRefusal(requestLeave(me, tooMany), "leave.insufficient-balance");
    expect([await kinds(), await documents()]).toEqual([[], 0]);
  });

  it("E33: days from a day on skip the weekend, and end with a morning", async () => {
    const request = await requestLeave(me, {
      ...leaveFor([boss.id], { from: friday }, 1.5 * DAY),
      wish: { ...wishOf(1.5), from: friday as never },
    });
    expect(request.time).toEqual({ from: friday, to: "2026-11-30", part: { kind: "FULL" }, endsWithHalf: true });
  });

  it("morning and afternoon of one day in two requests are allowed; a third, or an overlap, is refused", async () => {
    await ask(thursday, DAY / 2, { part: { kind: "HALF", half: "AM" } });
    await expectRefusal(ask(thursday), "leave.overlap");
    await ask(thursday, DAY / 2, { part: { kind: "HALF", half: "PM" } });
    const third = ask(thursday, 60, { part: { kind: "HOURS", startHour: 3, hours: 1 } });
    expect((await expectRefusal(third, "leave.overlap")).params).toEqual({ day: thursday });
  });

  it("E37: a leave document cannot come to be without held days: not submitted, not drafted, not copied", async () => {
    const plain = { ...expenseFor([boss.id]), formCode: "ANNUAL_LEAVE" };
    expect([submitInput.safeParse(plain).success, saveDraftInput.safeParse(plain).success]).toEqual([false, false]);
    const { id } = await ask(thursday);
    await expectRefusal(copyDocument(me, { documentId: id }), "approval.begun-elsewhere");
    expect((await viewDocument(me, { documentId: id })).allowedActions).not.toContain("copy");
  });

  it("weekends and days long ago are refused; the line must stand", async () => {
    await expectRefusal(ask("2026-11-28", 0, { to: "2026-11-29" }), "leave.no-workday");
    await expectRefusal(ask("2026-10-15"), "leave.too-long-ago");
    await expectRefusal(requestLeave(me, leaveFor([person.id], { from: friday }, DAY)), "approval.requester-in-line");
    const leaver = await buildEmployee(test.ctx, { status: "LEAVER" });
    const asked = requestLeave(me, leaveFor([leaver.id], { from: friday }, DAY));
    await expectRefusal(asked, "approval.approver-unavailable");
    expect(await kinds()).toEqual([]);
  });
});

const wishOf = (days: number) => ({ kind: "DAYS" as const, from: thursday as never, days });

describe("the last day", () => {
  beforeEach(() => grantLeave(test.ctx, person, DAY));

  it("E35: the second of two one-day requests is refused; a rejection of the first releases the hold", async () => {
    const first = await ask(thursday);
    await expectRefusal(ask(friday), "leave.insufficient-balance");
    await reject(actingAs(test.ctx, boss), { documentId: first.id, version: 1, reason: "회의가 있어요" });
    await settleEvents(test.ctx, 5);
    expect(await statusOf(first.id)).toBe("REJECTED");
    expect(await kinds()).toEqual(["HOLD", "RELEASE"]);
    await ask(friday);
  });

  it("E35, E48: a withdrawal releases the hold, once", async () => {
    const first = await ask(thursday);
    await withdraw(me, { documentId: first.id, version: 1 });
    await settleEvents(test.ctx, 5);
    expect(await kinds()).toEqual(["HOLD", "RELEASE"]);
    expect(await balance()).toMatchObject({ availableMinutes: DAY, heldMinutes: 0 });
    await ask(thursday);
  });

  it("20 parallel submissions against the last day: one succeeds, and there is one document", async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => ask(index % 2 === 0 ? thursday : friday)),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = asked.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(codes.every((code) => ["leave.insufficient-balance", "leave.overlap"].includes(code))).toBe(true);
    await settleEvents(test.ctx, 2);
    expect([await documents(), await kinds()]).toEqual([1, ["HOLD"]]);
  });

  it("E36, E39: final approval uses the days exactly once, though every event comes five times", async () => {
    const { id } = await ask(thursday);
    await decide(id);
    await settleEvents(test.ctx, 5);
    expect(await kinds()).toEqual(["HOLD", "RELEASE", "USE"]);
    expect(await balance()).toEqual({ availableMinutes: 0, heldMinutes: 0, usedMinutes: DAY });
    expect(await viewDocument(me, { documentId: id })).toMatchObject({ status: "APPROVED" });
    expect((await eventsOf(test.ctx, person.id)).map(({ name }) => name)).toEqual(["leave.requested", "leave.settled"]);
    expect(await listLeaveRequests(me, {})).toMatchObject([{ id, status: "APPROVED", leaveMinutes: DAY }]);
  });

  it("E36: settlements and releases at the same moment have one effect", async () => {
    const { id } = await ask(thursday);
    await decide(id);
    await Promise.all(Array.from({ length: 4 }, () => settleEvents(test.ctx, 3)));
    expect((await kinds()).filter((kind) => kind === "USE")).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === "RELEASE")).toHaveLength(1);
  });

  it("E37: what is held cannot be taken otherwise, so an approval never lacks its days", async () => {
    const { id } = await ask(thursday);
    const hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
    const taking = { employeeId: person.id, leaveMinutes: -DAY, reason: "잘못 준 연차" };
    const taken = await Promise.allSettled([...Array.from({ length: 5 }, () => adjustLeave(hr, taking)), ask(friday)]);
    expect(taken.every(({ status }) => status === "rejected")).toBe(true);
    await decide(id);
    await settleEvents(test.ctx);
    expect(await statusOf(id)).toBe("APPROVED");
    expect(await kinds()).toEqual(["HOLD", "RELEASE", "USE"]);
  });

  it("E37: without days there is no document that could be approved", async () => {
    await ask(thursday);
    await expectRefusal(ask(friday), "leave.insufficient-balance");
    await settleEvents(test.ctx);
    expect(await documents()).toBe(1);
  });

  it("E38: every change has a source and an actor", async () => {
    const { id } = await ask(thursday);
    await decide(id);
    await settleEvents(test.ctx);
    const rows = await test.ctx.mysql.query(
      "SELECT kind, request_id AS requestId, actor_id AS actorId FROM leave_ledger WHERE request_id = ? ORDER BY id",
      [id],
    );
    expect(rows).toEqual([
      { kind: "HOLD", requestId: id, actorId: person.id },
      { kind: "RELEASE", requestId: id, actorId: null },
      { kind: "USE", requestId: id, actorId: null },
    ]);
  });
});

it("a hold that outlives its lot is released and lapses, both once", async () => {
  await grantLeave(test.ctx, person, DAY, { startsOn: "2026-11-01", days: 26 });
  const { id } = await ask(thursday);
  test.clock.set("2026-12-01T09:00:00+09:00");
  await reject(actingAs(test.ctx, boss), { documentId: id, version: 1, reason: "늦었어요" });
  await settleEvents(test.ctx, 5);
  expect(await kinds()).toEqual(["HOLD", "RELEASE", "EXPIRE"]);
  test.clock.set("2026-11-20T09:00:00+09:00");
});
