import type { CalendarDate } from "@erp/contracts/dates";
import type { LeaveWish } from "@erp/contracts/leave-requests";
import { teamCalendarInput } from "@erp/contracts/leave-requests";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve } from "../approvals/approvals.mutations";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { leaveBalance } from "./leave.balance.queries";
import { leaveBalances } from "./leave.balances.queries";
import { leaveOfDocument, whoElseIsOff } from "./leave.documents.queries";
import { offeredDays, previewCharge } from "./leave.preview.queries";
import { requestLeave } from "./leave.requests.mutations";
import { listLeaveRequests } from "./leave.requests.queries";
import { teamCalendar } from "./leave.team.queries";

const DAY = 480;
const thursday = "2026-11-26" as CalendarDate;
const december = teamCalendarInput.parse({ from: "2026-11-23", to: "2026-12-31" });

let test: TestContext;
let person: EmployeeRow;
let peer: EmployeeRow;
let boss: EmployeeRow;
let me: Ctx;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  const newcomer = { hireDate: "2026-11-01" as CalendarDate };
  person = await buildEmployee(test.ctx, { ...newcomer, name: "가나다" });
  peer = await buildEmployee(test.ctx, { ...newcomer, departmentId: person.departmentId, name: "나다라" });
  boss = await buildEmployee(test.ctx, { ...newcomer, departmentId: person.departmentId, role: "MANAGER" });
  me = actingAs(test.ctx, person);
});

const days = (from: string, count: number): LeaveWish => ({ kind: "DAYS", from: from as CalendarDate, days: count });
const leaveOf = async (who: EmployeeRow, wanted: Parameters<typeof leaveFor>[1], minutes: number) => {
  await grantLeave(test.ctx, who, 3 * DAY);
  return (await requestLeave(actingAs(test.ctx, who), leaveFor([boss.id], wanted, minutes))).id;
};

describe("the charge, before anything is sent", () => {
  it("says what each day costs and why a day costs nothing", async () => {
    await grantLeave(test.ctx, person, 3 * DAY);
    const preview = await previewCharge(me, { wish: days("2026-12-24", 1.5) });
    expect(preview).toMatchObject({ leaveMinutes: 720, availableMinutes: 3 * DAY, refusal: null });
    expect(preview.days.map(({ day, kind, leaveMinutes }) => [day.slice(8), kind, leaveMinutes])).toEqual([
      ["24", "CHARGED", DAY],
      ["25", "HOLIDAY", 0],
      ["26", "WEEKEND", 0],
      ["27", "WEEKEND", 0],
      ["28", "CHARGED", DAY / 2],
    ]);
  });

  it("names the refusal that the request would meet, and holds nothing", async () => {
    expect((await previewCharge(me, { wish: days(thursday, 1) })).refusal).toEqual({
      code: "leave.insufficient-balance",
      day: null,
    });
    await leaveOf(person, { from: thursday }, DAY);
    expect((await previewCharge(me, { wish: days(thursday, 1) })).refusal).toEqual({
      code: "leave.overlap",
      day: thursday,
    });
    const weekend = { from: "2026-11-28", to: "2026-11-29", part: { kind: "FULL" }, endsWithHalf: false };
    const preview = await previewCharge(me, { wish: { kind: "TIME", time: weekend } as LeaveWish });
    expect(preview).toMatchObject({ leaveMinutes: 0, refusal: { code: "leave.no-workday" } });
  });

  it("E33: the days offered never exceed what is available; none with a balance of zero", async () => {
    expect(await offeredDays(me, { from: thursday })).toEqual([]);
    await grantLeave(test.ctx, person, 1.5 * DAY);
    expect(await offeredDays(me, { from: thursday })).toEqual([0.5, 1, 1.5]);
    await grantLeave(test.ctx, person, 5 * DAY, { name: "ends", days: 330 });
    // The lot of five days ends on that Friday.
    expect(await offeredDays(me, { from: thursday })).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5]);
    for (const offered of await offeredDays(me, { from: thursday })) {
      expect((await previewCharge(me, { wish: days(thursday, offered) })).refusal).toBeNull();
    }
  });
});

describe("who is away", () => {
  it("the department's people with their days, morning and afternoon together a day", async () => {
    await leaveOf(peer, { from: thursday, part: { kind: "HALF", half: "AM" } }, DAY / 2);
    const afternoon = leaveFor([boss.id], { from: thursday, part: { kind: "HALF", half: "PM" } }, DAY / 2);
    const { id } = await requestLeave(actingAs(test.ctx, peer), afternoon);
    await approve(actingAs(test.ctx, boss), { documentId: id, version: 1 });
    await settleEvents(test.ctx);
    await leaveOf(person, { from: "2026-11-27", part: { kind: "HOURS", startHour: 1, hours: 2 } }, 120);
    const calendar = await teamCalendar(me, december);
    expect(calendar.items.map(({ person: { name }, days: away }) => [name, away])).toEqual([
      ["가나다", [{ day: "2026-11-27", part: "PART", isApproved: false }]],
      ["김하늘", []],
      ["나다라", [{ day: thursday, part: "FULL", isApproved: false }]],
    ]);
  });

  it("other departments are HR's business, and the managers' above", async () => {
    const stranger = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
    const { departmentId } = person;
    await expectRefusal(teamCalendar(stranger, { ...december, departmentId }), "leave.not-your-people");
    const hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
    expect((await teamCalendar(hr, { ...december, departmentId })).items).toHaveLength(3);
    expect((await teamCalendar(hr, { ...december, departmentId, who: "AWAY" })).items).toEqual([]);
    expect((await teamCalendar(me, { ...december, who: "SELF" })).items).toMatchObject([{ person: { id: person.id } }]);
  });

  it("the approver sees what is left and who else is off; others do not see the document at all", async () => {
    await leaveOf(peer, { from: thursday }, DAY);
    const documentId = await leaveOf(person, { from: thursday, to: "2026-11-27" }, 2 * DAY);
    const approver = actingAs(test.ctx, boss);
    const { request, availableMinutes, dayMinutes } = await leaveOfDocument(approver, { documentId });
    expect([request.leaveMinutes, request.allowedActions, availableMinutes, dayMinutes]).toEqual([960, [], DAY, DAY]);
    const off = await whoElseIsOff(approver, { documentId });
    expect(off).toMatchObject([{ person: { id: peer.id }, days: [{ day: thursday, part: "FULL" }] }]);
    await expectRefusal(whoElseIsOff(actingAs(test.ctx, peer), { documentId }), "approval.not-found");
  });

  it("E16: a manager sees what each of their people has left, and nobody else's people", async () => {
    await leaveOf(person, { from: thursday }, DAY);
    const employeeIds = [person.id, peer.id];
    const balances = await leaveBalances(actingAs(test.ctx, boss), { employeeIds });
    const { availableMinutes, heldMinutes, dayMinutes } = await leaveBalance(me, {});
    expect(balances).toContainEqual({ employeeId: person.id, availableMinutes, heldMinutes, dayMinutes });
    expect(balances).toContainEqual({ employeeId: peer.id, availableMinutes: 0, heldMinutes: 0, dayMinutes: DAY });
    const stranger = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
    await expectRefusal(leaveBalances(stranger, { employeeIds }), "leave.not-your-people");
    await expectRefusal(leaveBalances(me, { employeeIds }), "request.forbidden");
  });

  it("requests are one's own, one's people's, or HR's to read", async () => {
    await leaveOf(person, { from: thursday }, DAY);
    const employeeId = person.id;
    expect(await listLeaveRequests(me, {})).toHaveLength(1);
    expect(await listLeaveRequests(actingAs(test.ctx, boss), { employeeId })).toMatchObject([{ allowedActions: [] }]);
    await expectRefusal(listLeaveRequests(actingAs(test.ctx, peer), { employeeId }), "leave.not-your-people");
  });
});
