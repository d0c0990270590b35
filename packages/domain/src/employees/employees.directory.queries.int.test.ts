import type { CalendarDate } from "@erp/contracts/dates";
import { type ListDirectoryInput, listDirectoryInput } from "@erp/contracts/employees";
import type { DepartmentRow } from "@erp/db/mysql/entities/departments";
import type { EmployeeRow } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { type TestContext, testContext } from "../testing/test-context";
import { viewEmployee, viewMe } from "./employees.detail.queries";
import { listDirectory, listRoster } from "./employees.directory.queries";
import { findPeople, managersAbove } from "./employees.queries";

let test: TestContext;
let ctx: Ctx;
let [office, sales, finance]: DepartmentRow[] = [];
let chief: EmployeeRow;
let head: EmployeeRow;
let clerk: EmployeeRow;
let leaver: EmployeeRow;
let hr: EmployeeRow;

beforeAll(async () => {
  test = await testContext();
  ctx = test.ctx;
  office = await buildDepartment(ctx, { code: "OFFICE" });
  sales = await buildDepartment(ctx, { code: "SALES", nameKo: "영업팀", parentId: office.id });
  finance = await buildDepartment(ctx, { code: "FINANCE", parentId: office.id });
  chief = await buildEmployee(ctx, { name: "정태윤", departmentId: office.id, role: "MANAGER", position: "BUJANG" });
  head = await buildEmployee(ctx, {
    name: "이경희",
    departmentId: sales.id,
    role: "MANAGER",
    position: "BUJANG",
    managerId: chief.id,
  });
  clerk = await buildEmployee(ctx, {
    name: "김하늘",
    departmentId: sales.id,
    managerId: head.id,
    email: "haneul_kim@hanbit.example",
  });
  await buildEmployee(ctx, { name: "김하늘", departmentId: finance.id });
  await buildEmployee(ctx, { name: "박민수", departmentId: sales.id, position: "DAERI" });
  await buildEmployee(ctx, { name: "100%", departmentId: finance.id, position: "DAERI" });
  leaver = await buildEmployee(ctx, {
    name: "나퇴사",
    departmentId: sales.id,
    status: "LEAVER",
    leftOn: "2026-01-31" as CalendarDate,
  });
  hr = await buildEmployee(ctx, { name: "한지민", departmentId: finance.id, role: "HR_ADMIN" });
});
afterAll(() => test.close());

describe("the directory", () => {
  it("E12: filters by department AND position", async () => {
    expect(await names(clerk, { departmentId: sales?.id, position: "DAERI" })).toEqual(["박민수"]);
    expect(await names(clerk, { position: "DAERI" })).toEqual(["100%", "박민수"]);
    expect(await names(clerk, { departmentId: sales?.id })).toEqual(["김하늘", "박민수", "이경희"]);
  });

  it("searches names and addresses, literally", async () => {
    expect(await names(clerk, { search: "하늘" })).toEqual(["김하늘", "김하늘"]);
    expect(await names(clerk, { search: "HANEUL_KIM@" })).toEqual(["김하늘"]);
    expect(await names(clerk, { search: "100%" })).toEqual(["100%"]);
    expect(await names(clerk, { search: "%" })).toEqual(["100%"]);
    expect(await names(clerk, { search: "haneul.kim@" })).toEqual([]);
    expect(await names(clerk, { search: "'; DROP TABLE employees; --" })).toEqual([]);
  });

  it("pages by cursor without gaps or doubles, also between people of one name", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDirectory(actingAs(ctx, clerk), listDirectoryInput.parse({ limit: 2, cursor }));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(7);
    await expectRefusal(
      listDirectory(actingAs(ctx, clerk), listDirectoryInput.parse({ cursor: "nonsense" })),
      "request.invalid",
    );
  });

  it("E14: shows staff the people who work here; who has left is HR's business", async () => {
    expect(await names(clerk, {})).not.toContain("나퇴사");
    await expectRefusal(
      listDirectory(actingAs(ctx, clerk), listDirectoryInput.parse({ status: "LEAVER" })),
      "request.forbidden",
    );
    expect(await names(hr, { status: "LEAVER" })).toEqual(["나퇴사"]);
  });
});

describe("the roster", () => {
  it("E15: shows a manager their own department and those below, with addresses", async () => {
    const { items } = await listRoster(actingAs(ctx, head), listDirectoryInput.parse({}));
    expect(items.map(({ name }) => name)).toEqual(["김하늘", "박민수", "이경희"]);
    expect(items[0]).toMatchObject({
      email: "haneul_kim@hanbit.example",
      managerName: "이경희",
      hireDate: "2024-03-04",
    });
    expect((await listRoster(actingAs(ctx, chief), listDirectoryInput.parse({}))).items).toHaveLength(7);
    expect((await listRoster(actingAs(ctx, head), listDirectoryInput.parse({ status: "LEAVER" }))).items).toMatchObject(
      [{ id: leaver.id, leftOn: "2026-01-31" }],
    );
  });

  it("E15: is refused to staff, and to managers for departments that are not theirs", async () => {
    await expectRefusal(listRoster(actingAs(ctx, clerk), listDirectoryInput.parse({})), "request.forbidden");
    await expectRefusal(
      listRoster(actingAs(ctx, head), listDirectoryInput.parse({ departmentId: finance?.id })),
      "request.forbidden",
    );
    await expectRefusal(
      listRoster(actingAs(ctx, head), listDirectoryInput.parse({ departmentId: office?.id })),
      "request.forbidden",
    );
    expect(
      (await listRoster(actingAs(ctx, hr), listDirectoryInput.parse({ departmentId: finance?.id }))).items,
    ).toHaveLength(3);
  });

  it("shows a person's file to HR and to the managers above, to nobody else", async () => {
    expect(await viewEmployee(actingAs(ctx, head), { employeeId: clerk.id })).toMatchObject({
      id: clerk.id,
      manager: { name: "이경희" },
    });
    expect(await viewEmployee(actingAs(ctx, chief), { employeeId: clerk.id })).toMatchObject({ id: clerk.id });
    expect(await viewEmployee(actingAs(ctx, hr), { employeeId: leaver.id })).toMatchObject({ status: "LEAVER" });
    await expectRefusal(viewEmployee(actingAs(ctx, head), { employeeId: hr.id }), "request.forbidden");
    await expectRefusal(viewEmployee(actingAs(ctx, head), { employeeId: chief.id }), "request.forbidden");
    await expectRefusal(viewEmployee(actingAs(ctx, clerk), { employeeId: clerk.id }), "request.forbidden");
    expect(await viewMe(actingAs(ctx, clerk))).toMatchObject({
      id: clerk.id,
      departmentNameKo: "영업팀",
      position: "SAWON",
    });
  });
});

describe("people for other domains", () => {
  it("are found by id, leavers too, each once", async () => {
    const people = await findPeople(ctx, [clerk.id, leaver.id, clerk.id]);
    expect([...people.keys()].sort()).toEqual([clerk.id, leaver.id].sort());
    expect(people.get(leaver.id)).toMatchObject({ name: "나퇴사", status: "LEAVER", departmentNameKo: "영업팀" });
    expect((await findPeople(ctx, [])).size).toBe(0);
  });

  it("have managers nearest first, past those who have left", async () => {
    expect((await managersAbove(ctx, clerk.id)).map(({ id }) => id)).toEqual([head.id, chief.id]);
    const orphan = await buildEmployee(ctx, {
      managerId: leaver.id,
      departmentId: sales?.id,
      status: "LEAVER",
      leftOn: "2026-02-01" as CalendarDate,
    });
    await ctx.mysql.query("UPDATE employees SET manager_id = ? WHERE id = ?", [chief.id, leaver.id]);
    expect((await managersAbove(ctx, orphan.id)).map(({ id }) => id)).toEqual([chief.id]);
  });

  it("even a ring of managers ends", async () => {
    const one = await buildEmployee(ctx, { status: "LEAVER", leftOn: "2026-02-01" as CalendarDate });
    const other = await buildEmployee(ctx, {
      managerId: one.id,
      status: "LEAVER",
      leftOn: "2026-02-01" as CalendarDate,
    });
    await ctx.mysql.query("UPDATE employees SET manager_id = ? WHERE id = ?", [other.id, one.id]);
    expect(await managersAbove(ctx, one.id)).toEqual([]);
  });
});

async function names(person: EmployeeRow, chosen: Partial<ListDirectoryInput>): Promise<string[]> {
  const { items } = await listDirectory(actingAs(ctx, person), listDirectoryInput.parse(chosen));
  return items.map(({ name }) => name);
}
