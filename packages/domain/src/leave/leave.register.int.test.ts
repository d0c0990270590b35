import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve } from "../approvals/approvals.mutations";
import type { Ctx } from "../context";
import { listAudit } from "../operations/operations.audit.queries";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { adjustLeave } from "./leave.adjustments.mutations";
import { leaveBalance } from "./leave.balance.queries";
import { cancelLeave } from "./leave.cancellations.mutations";
import { exportLeaveRegister } from "./leave.register.mutations";
import { leaveRegister } from "./leave.register.queries";
import { requestLeave } from "./leave.requests.mutations";

const DAY = 480;

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;
let asHr: Ctx;

/** One year that begins with what is left of the one before, and has an entry of every kind. */
beforeAll(async () => {
  test = await testContext();
  const { id: departmentId } = await buildDepartment(test.ctx, { nameKo: "대장팀" });
  person = await buildEmployee(test.ctx, { departmentId, name: "한마루", hireDate: "2025-12-01" as CalendarDate });
  boss = await buildEmployee(test.ctx, { departmentId, role: "MANAGER", name: "강부장" });
  asHr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));

  test.clock.set("2025-12-15T09:00:00+09:00");
  await grantLeave(test.ctx, person, 5 * DAY, { name: "first", startsOn: "2025-12-01", days: 60 });
  await takeLeave("2025-12-23", "2025-12-23", DAY);

  test.clock.set("2026-03-02T09:00:00+09:00");
  await grantLeave(test.ctx, person, 10 * DAY, { name: "second", startsOn: "2026-02-01", days: 333 });
  const adjusted = { employeeId: person.id, reason: "주말 근무 보상" };
  await adjustLeave(asHr, { ...adjusted, leaveMinutes: DAY });
  await adjustLeave(asHr, { ...adjusted, leaveMinutes: -DAY / 2 });
  await takeLeave("2026-04-06", "2026-04-08", 3 * DAY);
  const requestId = await takeLeave("2026-05-11", "2026-05-11", DAY);
  await cancelLeave(actingAs(test.ctx, person), { requestId, reason: "일정이 바뀌었어요" });

  test.clock.set("2026-11-20T09:00:00+09:00");
  await requestLeave(actingAs(test.ctx, person), leaveFor([boss.id], { from: "2026-11-25" }, DAY));
});
afterAll(() => test.close());

async function takeLeave(from: string, to: string, leaveMinutes: number) {
  const { id } = await requestLeave(actingAs(test.ctx, person), leaveFor([boss.id], { from, to }, leaveMinutes));
  await approve(actingAs(test.ctx, boss), { documentId: id, version: 1 });
  await settleEvents(test.ctx);
  return id;
}

async function lineOf(year: number) {
  const [line] = await leaveRegister(asHr, { year, employeeIds: [person.id] });
  if (!line) throw new Error("the person is not in the register");
  return line;
}

describe("the leave register", () => {
  it("tells a year's opening, movements and closing, each taken back where it was taken back", async () => {
    expect(await lineOf(2026)).toEqual({
      employeeId: person.id,
      dayMinutes: DAY,
      openingMinutes: 4 * DAY,
      grantedMinutes: 10 * DAY,
      adjustedMinutes: DAY / 2,
      usedMinutes: 3 * DAY,
      expiredMinutes: 4 * DAY,
      heldMinutes: DAY,
      closingMinutes: 6.5 * DAY,
      // The second lot alone: what was added by hand can be taken until March.
      endingMinutes: 5.5 * DAY,
    });
  });

  it("closes with the balance of that day, and opens with it the year after", async () => {
    const [before, now] = [await lineOf(2025), await lineOf(2026)];
    const balance = (on: string) => leaveBalance(asHr, { employeeId: person.id, on: on as CalendarDate });
    expect(before).toMatchObject({ openingMinutes: 0, grantedMinutes: 5 * DAY, usedMinutes: DAY, expiredMinutes: 0 });
    expect(before.closingMinutes).toBe((await balance("2025-12-31")).availableMinutes);
    expect(before.closingMinutes).toBe(now.openingMinutes);
    expect(now.closingMinutes).toBe((await balance("2026-11-20")).availableMinutes);
  });

  it("knows nothing of a year before somebody came", async () => {
    expect(await lineOf(2024)).toMatchObject({ openingMinutes: 0, grantedMinutes: 0, closingMinutes: 0 });
  });

  it("shows managers their own people, and nobody else's", async () => {
    const input = { year: 2026, employeeIds: [person.id] };
    expect(await leaveRegister(actingAs(test.ctx, boss), input)).toHaveLength(1);
    const foreign = await buildEmployee(test.ctx, { role: "MANAGER" });
    await expectRefusal(leaveRegister(actingAs(test.ctx, foreign), input), "leave.not-your-people");
    await expectRefusal(leaveRegister(actingAs(test.ctx, person), input), "request.forbidden");
  });

  it("is saved as a file in days, by HR alone, and that is written down", async () => {
    const filters = { year: 2026, departmentId: person.departmentId, status: "ACTIVE" as const };
    await adjustLeave(asHr, { employeeId: boss.id, leaveMinutes: 60, reason: "hours" });
    const { csv, people } = await exportLeaveRegister(asHr, filters);
    const [header, ...lines] = csv.trim().split("\r\n");
    expect(people).toBe(2);
    expect(header).toBe("이름,이메일,부서,입사일,퇴사일,이월,발생,조정,사용,소멸,결재 중,잔여,연내 소멸 예정");
    expect(lines).toEqual([
      `강부장,${boss.email},대장팀,${boss.hireDate},,0,0,0.125,0,0,0,0.125,0`,
      `한마루,${person.email},대장팀,2025-12-01,,4,10,0.5,3,4,1,6.5,5.5`,
    ]);
    expect((await listAudit(asHr, { limit: 1 })).items).toMatchObject([
      { action: "leave.register-exported", subject: "2026", detail: [{ field: "people", value: "2" }] },
    ]);
    await expectRefusal(exportLeaveRegister(actingAs(test.ctx, boss), filters), "request.forbidden");
  });
});
