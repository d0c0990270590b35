import { auditEntries } from "@erp/db/mysql/entities/audit-entries";
import { employees } from "@erp/db/mysql/entities/employees";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../context";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { exportEmployees } from "./employees.export.mutations";
import { importEmployees } from "./employees.import.mutations";

let test: TestContext;
let asHr: Ctx;

const header = "이메일,이름,부서,직급,역할,입사일,주 근로시간,상사 이메일";

beforeAll(async () => {
  test = await testContext();
  await buildDepartment(test.ctx, { code: "SALES", nameKo: "영업팀", nameEn: "Sales" });
  asHr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN", email: "hr@hanbit.example" }));
});
afterAll(() => test.close());

const csv = (...lines: string[]) => [header, ...lines].join("\n");
const find = (email: string) => test.ctx.mysql.manager.findOneBy(employees, { email });

describe("an import of people", () => {
  const good = csv(
    "boss@hanbit.example,박부장,SALES,부장,부서장,2020-03-02,40,hr@hanbit.example",
    "Clerk@Hanbit.example,김사원,영업팀,sawon,,2026-12-01,,boss@hanbit.example",
  );

  it("first only says what would happen", async () => {
    const report = await importEmployees(asHr, { csv: good, dryRun: true });
    expect(report).toMatchObject({
      imported: 0,
      rows: [
        { line: 2, problems: [] },
        { line: 3, problems: [] },
      ],
    });
    expect(await find("boss@hanbit.example")).toBeNull();
  });

  it("names what is wrong with each row, and enters nobody while anything is", async () => {
    await buildEmployee(test.ctx, { email: "left@hanbit.example", status: "LEAVER" });
    const bad = csv(
      "fine@hanbit.example,이사원,SALES,사원,,2026-12-01,,",
      "hr@hanbit.example,,NOWHERE,사장,왕,2026-13-01,90,nobody@hanbit.example",
      "fine@hanbit.example,이사원,SALES,사원,,2026-12-01,,left@hanbit.example",
      "no-address,이름,SALES,사원,,,,",
    );
    const { rows, imported } = await importEmployees(asHr, { csv: bad, dryRun: false });
    expect(imported).toBe(0);
    const problems = rows.map((row) =>
      Object.fromEntries(row.problems.map(({ column, message }) => [column, message])),
    );
    expect(problems).toEqual([
      {},
      {
        email: "employee.email-taken",
        name: "text.required",
        department: "department.not-found",
        position: "employee.position-unknown",
        role: "employee.role-unknown",
        hireDate: "date.malformed",
        weeklyHours: "employee.hours-malformed",
        manager: "employee.manager-unknown",
      },
      { email: "employee.email-twice", manager: "employee.manager-unknown" },
      { email: "email.malformed", hireDate: "date.malformed" },
    ]);
    expect(await find("fine@hanbit.example")).toBeNull();
  });

  it("enters everybody with event and audit entry, managers of earlier lines too; a second time it refuses them", async () => {
    expect(await importEmployees(asHr, { csv: good, dryRun: false })).toMatchObject({ imported: 2 });
    const boss = await find("boss@hanbit.example");
    const clerk = await find("clerk@hanbit.example");
    expect(boss).toMatchObject({ name: "박부장", position: "BUJANG", role: "MANAGER", weeklyMinutes: 2400 });
    expect(clerk).toMatchObject({ position: "SAWON", role: "STAFF", managerId: boss?.id });
    expect(await eventsOf(test.ctx, clerk?.id ?? "")).toMatchObject([{ name: "employee.invited" }]);
    const audited = await test.ctx.mysql.manager.findBy(auditEntries, { action: "employee.imported" });
    expect(audited.map(({ detail }) => JSON.parse(detail))).toEqual([{ people: 2 }]);

    const again = await importEmployees(asHr, { csv: good, dryRun: false });
    expect(again.imported).toBe(0);
    expect(again.rows.map(({ problems }) => problems)).toMatchObject([
      [{ message: "employee.email-taken" }],
      [{ message: "employee.email-taken" }],
    ]);
  });

  it("of two at once, one enters them and the other says so", async () => {
    const same = csv("twin@hanbit.example,쌍둥이,SALES,사원,,2026-12-01,,");
    const ends = await Promise.allSettled([1, 2].map(() => importEmployees(asHr, { csv: same, dryRun: false })));
    const imported = ends.map((end) => (end.status === "fulfilled" ? end.value.imported : 0));
    expect(imported.sort()).toEqual([0, 1]);
    expect(await test.ctx.mysql.manager.countBy(employees, { email: "twin@hanbit.example" })).toBe(1);
  });

  it("refuses a file that lacks columns or is too long", async () => {
    const refusal = await expectRefusal(
      importEmployees(asHr, { csv: "이메일,이름\na@b.example,x", dryRun: true }),
      "employee.import-columns-missing",
    );
    expect(refusal.params).toEqual({ columns: "부서, 직급, 입사일" });
    const long = csv(...Array.from({ length: 501 }, (_, n) => `p${n}@hanbit.example,이름,SALES,사원,,2026-12-01,,`));
    await expectRefusal(importEmployees(asHr, { csv: long, dryRun: true }), "employee.import-too-many");
  });
});

it("what is exported can be imported, and taking it out is written down", async () => {
  const { csv: exported, people } = await exportEmployees(asHr, { status: "ACTIVE" });
  expect(people).toBeGreaterThan(2);
  const { rows } = await importEmployees(asHr, { csv: exported, dryRun: true });
  expect(rows).toHaveLength(people);
  // Everything but that they are there already is as it should be.
  expect(new Set(rows.flatMap(({ problems }) => problems.map(({ message }) => message)))).toEqual(
    new Set(["employee.email-taken"]),
  );
  expect(await test.ctx.mysql.manager.countBy(auditEntries, { action: "employee.exported" })).toBe(1);
});
