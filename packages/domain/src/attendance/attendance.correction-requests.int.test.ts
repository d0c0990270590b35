import { addDays, type CalendarDate } from "@erp/contracts/dates";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approve, reject } from "../approvals/approvals.mutations";
import { viewDocument } from "../approvals/approvals.queries";
import type { Ctx } from "../context";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { auditOf } from "../testing/records";
import { settleEvents } from "../testing/settle-events";
import { type TestContext, testContext } from "../testing/test-context";
import { requestCorrection } from "./attendance.correction-requests.mutations";
import { listCorrections } from "./attendance.correction-requests.queries";
import { checkIn } from "./attendance.mutations";
import { attendanceMonth, attendanceToday } from "./attendance.queries";

const day = "2026-11-19" as CalendarDate;
const at = (time: string) => new Date(`${day}T${time}+09:00`);
const hours = { checkedInAt: at("09:00"), checkedOutAt: at("18:00") };
const asked = { title: "출석 정정", reason: "단말기가 고장이었어요" };

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;
let me: Ctx;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());

beforeEach(async () => {
  boss = await buildEmployee(test.ctx, { role: "MANAGER" });
  person = await buildEmployee(test.ctx, { departmentId: boss.departmentId, managerId: boss.id });
  me = actingAs(test.ctx, person);
});

const days = () => attendanceMonth(me, { month: "2026-11" });
const decide = (documentId: Parameters<typeof approve>[1]["documentId"]) =>
  approve(actingAs(test.ctx, boss), { documentId, version: 1 });

describe("a correction through an approval document", () => {
  it("changes nothing until it is approved; then once, though every event comes five times", async () => {
    const { id } = await requestCorrection(me, { day, hours, ...asked });
    await settleEvents(test.ctx, 5);
    expect(await days()).toEqual([]);
    expect(await documentModel(test.ctx.mongo).countDocuments({ "requester.id": person.id })).toBe(1);
    expect(await viewDocument(actingAs(test.ctx, boss), { documentId: id })).toMatchObject({
      formCode: "ATTENDANCE_CORRECTION",
      values: { day, checkedInAt: hours.checkedInAt.toISOString(), reason: asked.reason },
    });
    await decide(id);
    await settleEvents(test.ctx, 5);
    expect(await days()).toMatchObject([{ day, workedMinutes: 540, closing: "CORRECTED" }]);
    expect((await attendanceToday(me)).attendedDays).toBe(1);
    expect((await auditOf(test.ctx, person.id)).map(({ action }) => action)).toEqual(["attendance.corrected"]);
    expect(await listCorrections(me)).toMatchObject([{ id, status: "APPROVED" }]);
  });

  it("a rejected one changes nothing and may be asked for again; two at once may not wait", async () => {
    const { id } = await requestCorrection(me, { day, hours, ...asked });
    await expectRefusal(requestCorrection(me, { day, hours: null, ...asked }), "attendance.correction-open");
    await settleEvents(test.ctx);
    await reject(actingAs(test.ctx, boss), { documentId: id, version: 1, reason: "그날은 휴가였어요" });
    await settleEvents(test.ctx, 3);
    expect(await days()).toEqual([]);
    await requestCorrection(me, { day, hours, ...asked });
  });

  it("20 parallel requests for one day: one waits", async () => {
    const tries = Array.from({ length: 20 }, () => requestCorrection(me, { day, hours, ...asked }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes away a day on which the person was not there", async () => {
    await checkIn(me);
    const today = "2026-11-20" as CalendarDate;
    const { id } = await requestCorrection(me, { day: today, hours: null, ...asked });
    await settleEvents(test.ctx);
    await decide(id);
    await settleEvents(test.ctx, 5);
    expect((await attendanceToday(me)).attendedDays).toBe(0);
  });

  it("hours of another day, hours to come, days before the hire date, and who has nobody above them are refused", async () => {
    const late = { checkedInAt: at("09:00"), checkedOutAt: new Date("2026-11-21T10:00+09:00") };
    await expectRefusal(requestCorrection(me, { day, hours: late, ...asked }), "attendance.outside-day");
    await test.ctx.mysql.query("UPDATE employees SET hire_date = ? WHERE id = ?", [addDays(day, 1), person.id]);
    await expectRefusal(requestCorrection(me, { day, hours, ...asked }), "attendance.not-employed");
    await expectRefusal(
      requestCorrection(actingAs(test.ctx, boss), { day, hours, ...asked }),
      "attendance.no-approver",
    );
  });
});
