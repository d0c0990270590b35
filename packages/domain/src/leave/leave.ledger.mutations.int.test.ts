import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordWeeklyHours } from "../employees/employees.hours.mutations";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { inTransaction } from "../transaction";
import { recordAbsence, removeAbsence } from "./leave.absences.mutations";
import { accrueAll } from "./leave.accrual.mutations";
import { adjustLeave } from "./leave.adjustments.mutations";
import { explainLeave, leaveBalance } from "./leave.balance.queries";

let test: TestContext;
let person: EmployeeRow;
let boss: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set("2026-11-20T09:00:00+09:00");
  person = await buildEmployee(test.ctx, { hireDate: "2025-01-01" as CalendarDate });
  boss = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
});

const today = async () => (await leaveBalance(actingAs(test.ctx, person), {})).availableMinutes;
const rows = (): Promise<{ minutes: number; kind: string; effective_on: string; lot_key: string }[]> =>
  test.ctx.mysql.query(
    "SELECT kind, minutes, effective_on, lot_key, lot_entry FROM leave_ledger WHERE employee_id = ? ORDER BY lot_key, lot_entry",
    [person.id],
  );
const account = async (): Promise<number> => {
  const [row] = await test.ctx.mysql.query(
    "SELECT balance_minutes AS minutes FROM leave_accounts WHERE employee_id = ?",
    [person.id],
  );
  return row?.minutes;
};

describe("the ledger's rows", () => {
  it.each(["leave_ledger", "leave_lots"])(
    "%s: the application's user may neither change nor delete them",
    async (table) => {
      await accrueAll(test.ctx);
      await expect(test.ctx.mysql.query(`UPDATE ${table} SET employee_id = employee_id`)).rejects.toThrow(/denied/);
      await expect(test.ctx.mysql.query(`DELETE FROM ${table}`)).rejects.toThrow(/denied/);
    },
  );

  it("the database itself refuses a balance below zero", async () => {
    await accrueAll(test.ctx);
    await expect(
      test.ctx.mysql.query("UPDATE leave_accounts SET balance_minutes = -1 WHERE employee_id = ?", [person.id]),
    ).rejects.toThrow(/constraint/i);
  });
});

describe("accrual", () => {
  it("brings the ledger to the law, once, on whatever days it runs", async () => {
    const other = await buildEmployee(test.ctx, { hireDate: "2025-01-01" as CalendarDate });
    await accrueAll(test.ctx);
    const once = await rows();
    expect(await today()).toBe(15 * 480);
    expect(await account()).toBe(15 * 480);
    for (const day of ["2026-11-20", "2025-06-01", "2026-01-01", "2026-11-20"])
      await accrueAll(test.ctx, day as CalendarDate);
    expect(await rows()).toEqual(once);
    const [{ entries }] = await test.ctx.mysql.query(
      "SELECT COUNT(*) AS entries FROM leave_ledger WHERE employee_id = ?",
      [other.id],
    );
    expect(Number(entries)).toBe(once.length);
  });

  it("gives the same ledger when it ran every month and when it ran once at the end", async () => {
    test.clock.set("2025-01-15T09:00:00+09:00");
    for (let month = 1; month <= 23; month += 1) {
      await accrueAll(test.ctx);
      test.clock.set(new Date(test.clock.now().getTime() + 30 * 86_400_000).toISOString());
    }
    const monthly = await rows();
    const late = await buildEmployee(test.ctx, { hireDate: person.hireDate });
    await accrueAll(test.ctx);
    const summary = (list: Awaited<ReturnType<typeof rows>>) =>
      list.map((row) => [row.kind, row.minutes, row.effective_on]);
    const first = summary(monthly);
    person = late;
    expect(summary(await rows())).toEqual(first);
  });

  it("the balance of any day, past and future, is one function's", async () => {
    await accrueAll(test.ctx);
    const on = async (day: string) =>
      (await leaveBalance(actingAs(test.ctx, person), { on: day as CalendarDate })).availableMinutes / 480;
    expect(await Promise.all(["2025-01-31", "2025-02-01", "2025-12-31", "2026-01-01", "2028-01-01"].map(on))).toEqual([
      0, 1, 11, 15, 16,
    ]);
  });

  it("an absence found later takes its day back by a REVERSE, and gives it again when it was a mistake", async () => {
    test.clock.set("2025-06-10T09:00:00+09:00");
    await accrueAll(test.ctx);
    expect(await today()).toBe(5 * 480);
    const hr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
    const day = "2025-03-12" as CalendarDate;
    await recordAbsence(hr, { employeeId: person.id, day, kind: "ABSENT", reason: "no notice" });
    await accrueAll(test.ctx);
    await accrueAll(test.ctx);
    expect(await today()).toBe(4 * 480);
    expect((await rows()).filter((row) => row.kind === "REVERSE")).toHaveLength(1);
    await removeAbsence(hr, { employeeId: person.id, day });
    expect(await today()).toBe(5 * 480);
    await expectRefusal(removeAbsence(hr, { employeeId: person.id, day }), "absence.not-found");
    await expectRefusal(
      recordAbsence(actingAs(test.ctx, boss), { employeeId: person.id, day, kind: "ABSENT", reason: "x" }),
      "request.forbidden",
    );
  });

  const worksFrom = async (from: string, weeklyHours: number) => {
    const hours = { from: from as CalendarDate, weeklyMinutes: weeklyHours * 60 };
    await inTransaction(test.ctx, (tx) => recordWeeklyHours(test.ctx, tx, person.id, hours));
    await accrueAll(test.ctx);
  };

  it("a changed contract does not touch what was earned, and counts from its day on", async () => {
    await accrueAll(test.ctx);
    await worksFrom("2026-11-20", 20);
    expect(await today()).toBe(15 * 480);
    test.clock.set("2027-01-02T09:00:00+09:00");
    await accrueAll(test.ctx);
    // 323 days of 40 hours and 42 of 20: 120 × (323 + 21) ÷ 365 = 113.1 hours.
    expect(await today()).toBe(114 * 60);
    test.clock.set("2028-01-02T09:00:00+09:00");
    await accrueAll(test.ctx);
    expect(await today()).toBe(64 * 60);
  });

  it("somebody who came below 15 hours a week gets nothing for that time, and a balance to come from 40 hours on", async () => {
    person = await buildEmployee(test.ctx, { hireDate: "2023-01-02" as CalendarDate, weeklyMinutes: 600 });
    await accrueAll(test.ctx);
    await worksFrom("2026-11-20", 40);
    expect([await rows(), await today()]).toEqual([[], 0]);
    const coming = await leaveBalance(actingAs(test.ctx, person), { on: "2028-01-02" as CalendarDate });
    expect(coming.availableMinutes).toBe(17 * 480);
  });

  it("somebody who goes below 15 hours keeps what full time has earned, also where it is granted late", async () => {
    await worksFrom("2026-11-20", 10);
    expect((await rows()).filter(({ kind }) => kind === "GRANT")).toHaveLength(12);
    expect(await today()).toBe(15 * 480);
    test.clock.set("2028-01-02T09:00:00+09:00");
    await accrueAll(test.ctx);
    expect(await today()).toBe(0);
  });

  it("hours that HR corrects for the past change what they earned, once", async () => {
    await accrueAll(test.ctx);
    await worksFrom("2025-01-01", 20);
    expect(await today()).toBe(60 * 60);
    const corrected = await rows();
    await accrueAll(test.ctx);
    expect(await rows()).toEqual(corrected);
    await worksFrom("2025-01-01", 40);
    expect(await today()).toBe(15 * 480);
  });

  const hiredOn = async (hireDate: string) => {
    await test.ctx.mysql.query("UPDATE employees SET hire_date = ? WHERE id = ?", [hireDate, person.id]);
    await accrueAll(test.ctx);
  };

  it("a corrected hire date takes the lots of the wrong days back, grants the right ones, and may be corrected again", async () => {
    person = await buildEmployee(test.ctx, { hireDate: "2026-06-05" as CalendarDate });
    await accrueAll(test.ctx);
    expect(await today()).toBe(5 * 480);
    await hiredOn("2020-03-02");
    expect(await today()).toBe(17 * 480);
    await hiredOn("2026-06-12");
    expect(await today()).toBe(5 * 480);
    await hiredOn("2026-06-05");
    expect(await today()).toBe(5 * 480);
    const entries = await rows();
    await accrueAll(test.ctx);
    expect(await rows()).toEqual(entries);
  });

  it("what was spent of a lot of the wrong days counts against the right one", async () => {
    person = await buildEmployee(test.ctx, { hireDate: "2026-06-05" as CalendarDate });
    await accrueAll(test.ctx);
    const manager = await buildEmployee(test.ctx, { role: "MANAGER", departmentId: person.departmentId });
    await adjustLeave(actingAs(test.ctx, manager), { employeeId: person.id, leaveMinutes: -600, reason: "taken" });
    expect(await today()).toBe(5 * 480 - 600);
    await hiredOn("2026-06-12");
    expect(await today()).toBe(5 * 480 - 600);
  });

  it("somebody employed anew earns what the new employment gives, whatever was granted before", async () => {
    test.clock.set("2024-12-31T09:00:00+09:00");
    person = await buildEmployee(test.ctx, { hireDate: "2023-01-02" as CalendarDate });
    await accrueAll(test.ctx);
    test.clock.set("2026-11-20T09:00:00+09:00");
    await hiredOn("2026-06-01");
    expect(await today()).toBe(5 * 480);
    test.clock.set("2027-06-02T09:00:00+09:00");
    await accrueAll(test.ctx);
    expect(await today()).toBe(15 * 480);
  });

  it("nothing falls due after the last day of employment", async () => {
    const leaver = await buildEmployee(test.ctx, {
      hireDate: "2025-01-01" as CalendarDate,
      status: "LEAVER",
      leftOn: "2025-12-31" as CalendarDate,
    });
    person = leaver;
    await accrueAll(test.ctx);
    expect((await rows()).filter((row) => row.kind === "GRANT")).toHaveLength(11);
  });
});

describe("adjustments", () => {
  const adjustBy = (actor: EmployeeRow, leaveMinutes: number) =>
    adjustLeave(actingAs(test.ctx, actor), { employeeId: person.id, leaveMinutes, reason: "프로젝트 보상" });

  it("E16: +0.5 raises the balance by half a day, with reason, actor, ledger row and event", async () => {
    expect((await adjustBy(boss, 240)).availableMinutes).toBe(240);
    const [entry] = await explainLeave(actingAs(test.ctx, person), {});
    expect(entry).toMatchObject({
      kind: "ADJUST",
      minutes: 240,
      balanceMinutes: 240,
      reason: "프로젝트 보상",
      actor: { id: boss.id },
      lot: { rule: "ADJUSTED" },
    });
    const events = await test.ctx.mysql.query("SELECT message FROM outbox_events WHERE aggregate_key = ?", [person.id]);
    expect(events.map(({ message }: { message: string }) => JSON.parse(message))).toMatchObject([
      { name: "leave.adjusted", actorId: boss.id, data: { employeeId: person.id, leaveMinutes: 240 } },
    ]);
  });

  it("E16: below zero is refused and changes nothing", async () => {
    await adjustBy(boss, 240);
    await expectRefusal(adjustBy(boss, -480), "leave.insufficient-balance");
    expect([await today(), (await rows()).length]).toEqual([240, 1]);
  });

  it("takes from the lot that ends first", async () => {
    await accrueAll(test.ctx);
    await adjustBy(boss, 480);
    await adjustBy(boss, -600);
    const { lots } = await leaveBalance(actingAs(test.ctx, person), {});
    expect(lots.map((lot) => [lot.kind, lot.leaveMinutes])).toEqual([
      ["STATUTORY", 15 * 480 - 600],
      ["ADJUSTMENT", 480],
    ]);
  });

  it("E16, E40: staff, another department's manager and the person themselves are refused", async () => {
    const stranger = await buildEmployee(test.ctx, { role: "MANAGER" });
    const peer = await buildEmployee(test.ctx, { departmentId: person.departmentId });
    await expectRefusal(adjustBy(peer, 240), "request.forbidden");
    await expectRefusal(adjustBy(stranger, 240), "leave.not-your-people");
    await expectRefusal(
      adjustLeave(actingAs(test.ctx, boss), { employeeId: boss.id, leaveMinutes: 240, reason: "for me" }),
      "leave.own-adjustment",
    );
    await expectRefusal(leaveBalance(actingAs(test.ctx, peer), { employeeId: person.id }), "leave.not-your-people");
    await expectRefusal(explainLeave(actingAs(test.ctx, stranger), { employeeId: person.id }), "leave.not-your-people");
  });

  it("20 parallel adjustments of minus one day with 3 days left: three succeed", async () => {
    await adjustBy(boss, 3 * 480);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => adjustBy(boss, -480)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
    expect([await today(), await account()]).toEqual([0, 0]);
  });

  it("20 parallel first entries of an account that does not exist yet all count", async () => {
    await Promise.all(Array.from({ length: 20 }, () => adjustBy(boss, 60)));
    expect([await today(), await account()]).toEqual([1200, 1200]);
  });
});
