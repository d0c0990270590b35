import type { CalendarDate } from "@erp/contracts/dates";
import type { EditEmployeeInput, InviteEmployeeInput } from "@erp/contracts/employees";
import type { DepartmentId, EmployeeId } from "@erp/contracts/ids";
import type { DepartmentRow } from "@erp/db/mysql/entities/departments";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { findSession } from "../identity/identity.queries";
import { storeSession } from "../sessions";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { auditOf, eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { deactivateEmployee, reactivateEmployee } from "./employees.leaving.mutations";
import { editEmployee, inviteEmployee } from "./employees.mutations";

let test: TestContext;
let asHr: Ctx;
let hr: EmployeeRow;
let sales: DepartmentRow;

beforeAll(async () => {
  test = await testContext();
  sales = await buildDepartment(test.ctx, { nameKo: "영업팀", nameEn: "Sales" });
  hr = await buildEmployee(test.ctx, { role: "HR_ADMIN", name: "한지민" });
  asHr = actingAs(test.ctx, hr);
});
afterAll(() => test.close());

describe("inviting", () => {
  it("E12: enters a person with post, audit entry and event", async () => {
    const manager = await buildEmployee(test.ctx, { name: "박부장" });
    const detail = await inviteEmployee(asHr, invitation({ managerId: manager.id, role: "MANAGER" }));
    expect(detail).toMatchObject({
      name: "이초대",
      departmentNameKo: "영업팀",
      role: "MANAGER",
      status: "ACTIVE",
      version: 1,
    });
    expect(detail.manager?.name).toBe("박부장");
    expect(detail.posts).toEqual([
      {
        from: "2026-12-01",
        departmentNameKo: "영업팀",
        departmentNameEn: "Sales",
        position: "DAERI",
        role: "MANAGER",
        changedBy: "한지민",
      },
    ]);
    expect(await eventsOf(test.ctx, detail.id)).toMatchObject([
      { name: "employee.invited", actorId: hr.id, data: { employeeId: detail.id } },
    ]);
    expect(await auditOf(test.ctx, detail.id)).toMatchObject([{ action: "employee.invited", actorId: hr.id }]);
  });

  it("E13: refuses an address that somebody has, and changes nothing", async () => {
    const input = invitation();
    await inviteEmployee(asHr, input);
    const before = await countRows("employees");
    const refusal = await expectRefusal(inviteEmployee(asHr, input), "employee.email-taken");
    expect(refusal.fields).toEqual({ email: "employee.email-taken" });
    expect(await countRows("employees")).toBe(before);
  });

  it("refuses unknown departments, unknown managers and managers who have left", async () => {
    const leaver = await buildEmployee(test.ctx, { status: "LEAVER", leftOn: "2026-01-31" as CalendarDate });
    await expectRefusal(
      inviteEmployee(asHr, invitation({ departmentId: NOBODY as string as DepartmentId })),
      "department.not-found",
    );
    await expectRefusal(inviteEmployee(asHr, invitation({ managerId: NOBODY })), "employee.not-found");
    await expectRefusal(inviteEmployee(asHr, invitation({ managerId: leaver.id })), "employee.inactive");
  });

  it("is for HR alone", async () => {
    const manager = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" }));
    await expectRefusal(inviteEmployee(manager, invitation()), "request.forbidden");
  });
});

describe("editing", () => {
  it("E12: transfers and promotes, and adds the post to the history", async () => {
    const employee = await buildEmployee(test.ctx);
    const detail = await editEmployee(asHr, edited(employee, { departmentId: sales.id, position: "GWAJANG" }));
    expect(detail).toMatchObject({ departmentId: sales.id, position: "GWAJANG", version: 2 });
    expect(detail.posts.map(({ from, position, changedBy }) => ({ from, position, changedBy }))).toEqual([
      { from: "2026-11-20", position: "GWAJANG", changedBy: "한지민" },
      { from: "2024-03-04", position: "SAWON", changedBy: null },
    ]);
    expect(await eventsOf(test.ctx, employee.id)).toMatchObject([
      { name: "employee.edited", data: { employeeId: employee.id, changed: ["departmentId", "position"] } },
    ]);
    const [entry] = await auditOf(test.ctx, employee.id);
    expect(entry?.detail).toMatchObject({ position: { before: "SAWON", after: "GWAJANG" } });
  });

  it("writes no post for a new name, and nothing at all for no change", async () => {
    const employee = await buildEmployee(test.ctx);
    expect((await editEmployee(asHr, edited(employee))).version).toBe(1);
    expect(await eventsOf(test.ctx, employee.id)).toEqual([]);
    const renamed = await editEmployee(asHr, edited(employee, { name: "김새봄" }));
    expect(renamed.posts).toHaveLength(1);
    expect(renamed.version).toBe(2);
  });

  it("sets weekly hours from a day on, today unless HR says otherwise, also in the future, and writes both down", async () => {
    const employee = await buildEmployee(test.ctx);
    const from = (day: string) => day as CalendarDate;
    const shorter = await editEmployee(asHr, edited(employee, { weeklyMinutes: 1200 }));
    expect(shorter).toMatchObject({ weeklyMinutes: 1200, version: 2 });
    expect(shorter.weeklyHours).toEqual([
      { from: "2026-11-20", weeklyMinutes: 1200 },
      { from: "2024-03-04", weeklyMinutes: 2400 },
    ]);
    expect((await auditOf(test.ctx, employee.id))[0]?.detail).toEqual({
      weeklyMinutes: { before: 2400, after: 1200 },
      weeklyMinutesFrom: "2026-11-20",
    });
    const planned = { weeklyMinutes: 1500, weeklyMinutesFrom: from("2027-03-01"), version: 2 };
    expect(await editEmployee(asHr, edited(employee, planned))).toMatchObject({ weeklyMinutes: 1200, version: 3 });
    const corrected = { weeklyMinutes: 1800, weeklyMinutesFrom: from("2026-09-01"), version: 3 };
    const detail = await editEmployee(asHr, edited(employee, corrected));
    expect(detail.weeklyHours.map(({ from, weeklyMinutes }) => [from, weeklyMinutes])).toEqual([
      ["2027-03-01", 1500],
      ["2026-11-20", 1200],
      ["2026-09-01", 1800],
      ["2024-03-04", 2400],
    ]);
    expect((await eventsOf(test.ctx, employee.id)).map(({ data }) => data)).toEqual(
      Array.from({ length: 3 }, () => ({ employeeId: employee.id, changed: ["weeklyMinutes"] })),
    );
    test.clock.set("2027-03-01T09:00:00+09:00");
    const later = await editEmployee(asHr, edited(employee, { weeklyMinutes: 1500, name: "김새봄", version: 4 }));
    expect([later.weeklyMinutes, later.weeklyHours.length]).toEqual([1500, 4]);
    test.clock.set("2026-11-20T09:00:00+09:00");
  });

  it("refuses hours from before the hire date, and takes those of somebody to come from their first day", async () => {
    const employee = await buildEmployee(test.ctx);
    const early = edited(employee, { weeklyMinutes: 1200, weeklyMinutesFrom: "2024-03-03" as CalendarDate });
    const refusal = await expectRefusal(editEmployee(asHr, early), "request.invalid");
    expect(refusal.fields).toEqual({ weeklyMinutesFrom: "employment.before-hire" });
    const coming = await buildEmployee(test.ctx, { hireDate: "2027-01-04" as CalendarDate });
    const detail = await editEmployee(asHr, edited(coming, { weeklyMinutes: 1200 }));
    expect(detail.weeklyHours).toEqual([{ from: "2027-01-04", weeklyMinutes: 1200 }]);
  });

  it("gives two people editing at once one edit and one conflict", async () => {
    const employee = await buildEmployee(test.ctx);
    const results = await Promise.allSettled([
      editEmployee(asHr, edited(employee, { name: "첫째" })),
      editEmployee(asHr, edited(employee, { name: "둘째" })),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expectRefusal(editEmployee(asHr, edited(employee, { name: "셋째" })), "employee.changed-meanwhile");
  });

  it("refuses managers that would make a ring, also from two edits at once", async () => {
    const above = await buildEmployee(test.ctx);
    const below = await buildEmployee(test.ctx, { managerId: above.id });
    await expectRefusal(editEmployee(asHr, edited(above, { managerId: below.id })), "employee.manager-loop");
    await expectRefusal(editEmployee(asHr, edited(above, { managerId: above.id })), "employee.manager-loop");

    const [one, other] = [await buildEmployee(test.ctx), await buildEmployee(test.ctx)];
    const results = await Promise.allSettled([
      editEmployee(asHr, edited(one, { managerId: other.id })),
      editEmployee(asHr, edited(other, { managerId: one.id })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("E2: only HR promotes, and nobody themselves", async () => {
    const employee = await buildEmployee(test.ctx);
    await expectRefusal(
      editEmployee(actingAs(test.ctx, employee), edited(employee, { role: "MANAGER" })),
      "request.forbidden",
    );
    await expectRefusal(editEmployee(asHr, edited(hr, { role: "STAFF" })), "employee.own-account");
    expect((await editEmployee(asHr, edited(employee, { role: "MANAGER" }))).role).toBe("MANAGER");
  });

  it("ends the sessions of a changed role at once, those of a changed name not", async () => {
    const employee = await buildEmployee(test.ctx);
    const sessionId = await sessionOf(employee);
    await editEmployee(asHr, edited(employee, { name: "김새봄" }));
    expect(await findSession(test.ctx, sessionId)).toMatchObject({ id: employee.id });
    await editEmployee(asHr, { ...edited(employee, { name: "김새봄", role: "MANAGER" }), version: 2 });
    expect(await findSession(test.ctx, sessionId)).toBeNull();
  });
});

describe("the last HR administrator", () => {
  it("cannot be removed, also not by two who remove each other at once", async () => {
    await test.ctx.mysql.query("UPDATE employees SET role = 'STAFF' WHERE role = 'HR_ADMIN' AND id <> ?", [hr.id]);
    const other = await buildEmployee(test.ctx, { role: "HR_ADMIN" });
    const results = await Promise.allSettled([
      editEmployee(asHr, edited(other, { role: "STAFF" })),
      editEmployee(actingAs(test.ctx, other), edited(hr, { role: "STAFF" })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [row] = await test.ctx.mysql.query(
      "SELECT COUNT(*) AS admins FROM employees WHERE role = 'HR_ADMIN' AND status = 'ACTIVE'",
    );
    expect(row.admins).toBe(1);
    await test.ctx.mysql.query("UPDATE employees SET role = 'HR_ADMIN' WHERE id = ?", [hr.id]);
  });
});

describe("leaving", () => {
  it("E14: deactivation keeps history, signs the person out and can be undone", async () => {
    const employee = await buildEmployee(test.ctx);
    const sessionId = await sessionOf(employee);
    const left = await deactivateEmployee(asHr, {
      employeeId: employee.id,
      version: 1,
      leftOn: "2026-11-30" as CalendarDate,
    });
    expect(left).toMatchObject({ status: "LEAVER", leftOn: "2026-11-30", version: 2 });
    expect(left.posts).toHaveLength(1);
    expect(await findSession(test.ctx, sessionId)).toBeNull();
    await expectRefusal(
      deactivateEmployee(asHr, { employeeId: employee.id, version: 2, leftOn: "2026-11-30" as CalendarDate }),
      "employee.already-left",
    );
    expect(await reactivateEmployee(asHr, { employeeId: employee.id, version: 2 })).toMatchObject({
      status: "ACTIVE",
      leftOn: null,
    });
    await expectRefusal(reactivateEmployee(asHr, { employeeId: employee.id, version: 3 }), "employee.not-left");
    expect((await eventsOf(test.ctx, employee.id)).map(({ name }) => name)).toEqual([
      "employee.deactivated",
      "employee.reactivated",
    ]);
    expect((await auditOf(test.ctx, employee.id)).map(({ action }) => action)).toEqual([
      "employee.deactivated",
      "employee.reactivated",
    ]);
  });

  it("a leaver who is employed anew begins on their new hire date, after they left", async () => {
    const employee = await buildEmployee(test.ctx);
    const [leftOn, hireDate] = ["2026-11-30", "2027-02-01"] as CalendarDate[] as [CalendarDate, CalendarDate];
    await deactivateEmployee(asHr, { employeeId: employee.id, version: 1, leftOn });
    const tooEarly = reactivateEmployee(asHr, { employeeId: employee.id, version: 2, hireDate: leftOn });
    await expect(tooEarly).rejects.toMatchObject({
      code: "request.invalid",
      fields: { hireDate: "employment.before-last" },
    });
    const back = await reactivateEmployee(asHr, { employeeId: employee.id, version: 2, hireDate });
    expect(back).toMatchObject({ status: "ACTIVE", hireDate, leftOn: null });
  });

  it("refuses the own account, an old version and a day before the hire date", async () => {
    const employee = await buildEmployee(test.ctx);
    const leftOn = "2026-11-30" as CalendarDate;
    await expectRefusal(deactivateEmployee(asHr, { employeeId: hr.id, version: 1, leftOn }), "employee.own-account");
    await expectRefusal(
      deactivateEmployee(asHr, { employeeId: employee.id, version: 9, leftOn }),
      "employee.changed-meanwhile",
    );
    const tooEarly = "2020-01-01" as CalendarDate;
    await expectRefusal(
      deactivateEmployee(asHr, { employeeId: employee.id, version: 1, leftOn: tooEarly }),
      "request.invalid",
    );
    await expectRefusal(deactivateEmployee(asHr, { employeeId: NOBODY, version: 1, leftOn }), "employee.not-found");
  });
});

const NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV" as EmployeeId;

let invitations = 0;
function invitation(chosen: Partial<InviteEmployeeInput> = {}): InviteEmployeeInput {
  invitations += 1;
  const hireDate = "2026-12-01" as CalendarDate;
  const email = `invited-${invitations}@hanbit.example`;
  return {
    email,
    name: "이초대",
    departmentId: sales.id,
    position: "DAERI",
    role: "STAFF",
    hireDate,
    weeklyMinutes: 2400,
    managerId: null,
    ...chosen,
  };
}

function edited(employee: EmployeeRow, chosen: Partial<EditEmployeeInput> = {}): EditEmployeeInput {
  const { id: employeeId, version, name, departmentId, position, role, hireDate, weeklyMinutes, managerId } = employee;
  return { employeeId, version, name, departmentId, position, role, hireDate, weeklyMinutes, managerId, ...chosen };
}

function sessionOf({ id: employeeId, role, departmentId }: EmployeeRow): Promise<string> {
  const tokens = { accessToken: "access", refreshToken: "refresh", expiresAt: new Date("2026-11-20T10:00:00+09:00") };
  return storeSession(test.ctx, { employeeId, role, departmentId, tokens }, 60);
}

async function countRows(table: "employees"): Promise<number> {
  const [row] = await test.ctx.mysql.query(`SELECT COUNT(*) AS rowCount FROM ${table}`);
  return row.rowCount;
}
