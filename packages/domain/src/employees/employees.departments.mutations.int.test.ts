import type { DepartmentId } from "@erp/contracts/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../context";
import { buildDepartment } from "../testing/build-department";
import { actingAs, buildEmployee } from "../testing/build-employee";
import { expectRefusal } from "../testing/expect-refusal";
import { auditOf, eventsOf } from "../testing/records";
import { type TestContext, testContext } from "../testing/test-context";
import { createDepartment, editDepartment } from "./employees.departments.mutations";
import { departmentAndBelow, listDepartmentChoices, listDepartments } from "./employees.departments.queries";

const NOWHERE = "01ARZ3NDEKTSV4RRFFQ69G5FAV" as DepartmentId;

let test: TestContext;
let asHr: Ctx;

beforeAll(async () => {
  test = await testContext();
  asHr = actingAs(test.ctx, await buildEmployee(test.ctx, { role: "HR_ADMIN" }));
});
afterAll(() => test.close());

it("creates a department with audit entry and event, once per code", async () => {
  const input = { code: "QUALITY", nameKo: "품질팀", nameEn: "Quality", parentId: null };
  const department = await createDepartment(asHr, input);
  expect(department).toEqual({ ...input, id: department.id, activeEmployees: 0 });
  expect(await eventsOf(test.ctx, department.id)).toMatchObject([
    { name: "department.created", data: { departmentId: department.id } },
  ]);
  expect(await auditOf(test.ctx, department.id)).toMatchObject([
    { action: "department.created", detail: { code: "QUALITY" } },
  ]);
  await expectRefusal(createDepartment(asHr, input), "department.code-taken");
  await expectRefusal(createDepartment(asHr, { ...input, code: "OTHER", parentId: NOWHERE }), "department.not-found");
  await expectRefusal(
    createDepartment(actingAs(test.ctx, await buildEmployee(test.ctx, { role: "MANAGER" })), input),
    "request.forbidden",
  );
});

it("renames and moves, but never below itself, also in two moves at once", async () => {
  const top = await buildDepartment(test.ctx);
  const middle = await buildDepartment(test.ctx, { parentId: top.id });
  const bottom = await buildDepartment(test.ctx, { parentId: middle.id });
  const names = { nameKo: "새 이름", nameEn: "New name" };
  expect(await editDepartment(asHr, { ...names, departmentId: bottom.id, parentId: top.id })).toMatchObject({
    nameKo: "새 이름",
    parentId: top.id,
  });
  await expectRefusal(editDepartment(asHr, { ...names, departmentId: top.id, parentId: bottom.id }), "department.loop");
  await expectRefusal(editDepartment(asHr, { ...names, departmentId: top.id, parentId: top.id }), "department.loop");
  await expectRefusal(
    editDepartment(asHr, { ...names, departmentId: NOWHERE, parentId: null }),
    "department.not-found",
  );

  const [one, other] = [await buildDepartment(test.ctx), await buildDepartment(test.ctx)];
  const moves = await Promise.allSettled([
    editDepartment(asHr, { ...names, departmentId: one.id, parentId: other.id }),
    editDepartment(asHr, { ...names, departmentId: other.id, parentId: one.id }),
  ]);
  expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("lists all with the people who work there, and the choices of the sign-up form", async () => {
  const department = await buildDepartment(test.ctx, { code: "ATELIER", nameKo: "공방", nameEn: "Atelier" });
  await buildEmployee(test.ctx, { departmentId: department.id });
  await buildEmployee(test.ctx, { departmentId: department.id, status: "LEAVER" });
  expect((await listDepartments(test.ctx)).find(({ id }) => id === department.id)).toMatchObject({
    activeEmployees: 1,
  });
  expect(await listDepartmentChoices(test.ctx)).toContainEqual({ code: "ATELIER", nameKo: "공방", nameEn: "Atelier" });
});

it("knows what lies below, also should the rows form a ring", async () => {
  const top = await buildDepartment(test.ctx);
  const middle = await buildDepartment(test.ctx, { parentId: top.id });
  const bottom = await buildDepartment(test.ctx, { parentId: middle.id });
  expect((await departmentAndBelow(test.ctx, middle.id)).sort()).toEqual([middle.id, bottom.id].sort());
  await test.ctx.mysql.query("UPDATE departments SET parent_id = ? WHERE id = ?", [bottom.id, top.id]);
  expect(await departmentAndBelow(test.ctx, middle.id)).toHaveLength(3);
});
