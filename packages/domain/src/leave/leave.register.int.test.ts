import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve } from "../approvals/approvals.mutations";
import type { Ctx } from "../context";
import { recordWeeklyHours } from "../employees/employees.hours.mutations";
import { listAudit } from "../operations/operations.audit.queries";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { grantLeave, leaveFor } from "../testing/leave-for";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { inTransaction } from "../transaction";
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

  it("counts leave as used on its days, whenever it was approved or given back", async () => {
    const other = await buildEmployee(test.ctx, { departmentId: person.departmentId, name: "윤슬" });
    const asOther = actingAs(test.ctx, other);
    const yearsOf = async () => {
      const years = await Promise.all(
        [2025, 2026].map((year) => leaveRegister(asHr, { year, employeeIds: [other.id] })),
      );
      return years.map(([line]) => [line?.openingMinutes, line?.usedMinutes, line?.heldMinutes, line?.closingMinutes]);
    };
    test.clock.set("2025-12-29T09:00:00+09:00");
    await grantLeave(test.ctx, other, 10 * DAY, { name: "both", startsOn: "2025-06-01", days: 500 });
    const over = await requestLeave(asOther, leaveFor([boss.id], { from: "2025-12-31", to: "2026-01-02" }, 2 * DAY));
    await approve(actingAs(test.ctx, boss), { documentId: over.id, version: 1 });
    await settleEvents(test.ctx);
    // Today, neither day has come.
    expect((await yearsOf())[0]).toEqual([0, 0, 2 * DAY, 8 * DAY]);

    test.clock.set("2026-01-05T09:00:00+09:00");
    const late = await requestLeave(asOther, leaveFor([boss.id], { from: "2025-12-30" }, DAY));
    await approve(actingAs(test.ctx, boss), { documentId: late.id, version: 1 });
    await settleEvents(test.ctx);
    expect(await yearsOf()).toEqual([
      // Two of its days were taken, a third was held for January; one of the two was asked for only then.
      [0, 2 * DAY, 0, 8 * DAY],
      [8 * DAY, DAY, 0, 7 * DAY],
    ]);
    test.clock.set("2026-11-20T09:00:00+09:00");
  });

  it("tells each year in days as long as they were then", async () => {
    const other = await buildEmployee(test.ctx, { departmentId: person.departmentId, name: "정오" });
    await grantLeave(test.ctx, other, 4 * DAY, { name: "length", startsOn: "2025-06-01", days: 700 });
    const hours = { from: "2026-03-01" as CalendarDate, weeklyMinutes: 1200 };
    await inTransaction(test.ctx, (tx) => recordWeeklyHours(test.ctx, tx, other.id, hours));
    const dayMinutes = async (year: number) =>
      (await leaveRegister(asHr, { year, employeeIds: [other.id] })).map((line) => line.dayMinutes);
    expect([await dayMinutes(2025), await dayMinutes(2026)]).toEqual([[DAY], [DAY / 2]]);
    const filters = { year: 2025, departmentId: person.departmentId, status: "ACTIVE" as const };
    const { csv } = await exportLeaveRegister(asHr, filters);
    expect(csv).toContain(`정오,${other.email},대장팀,2024-03-04,,0,4,0,0,0,0,4,0`);
    await test.ctx.mysql.query(
      "UPDATE employees SET status = 'LEAVER' WHERE department_id = ? AND name IN ('윤슬', '정오')",
      [person.departmentId],
    );
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
    expect(header).toBe("이름,이메일,부서,입사일,퇴사일,이월,발생,조정,사용,소멸,결재 중·예정,잔여,연내 소멸 예정");
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
