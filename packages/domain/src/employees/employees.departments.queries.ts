import type { DepartmentChoice, DepartmentView } from "@erp/contracts/employees";
import type { DepartmentId } from "@erp/contracts/ids";
import type { Ctx } from "../context";

const selectView = `SELECT department.id, department.code, department.name_ko AS nameKo, department.name_en AS nameEn,
    department.parent_id AS parentId,
    (SELECT COUNT(*) FROM employees WHERE employees.department_id = department.id AND employees.status = 'ACTIVE') AS activeEmployees
  FROM departments department`;

/** All departments, as a flat list that `parentId` makes a tree. */
export async function listDepartments(ctx: Ctx): Promise<DepartmentView[]> {
  return ctx.mysql.query(`${selectView} ORDER BY department.code`);
}

export async function findDepartment(ctx: Ctx, id: DepartmentId): Promise<DepartmentView | null> {
  const [department]: DepartmentView[] = await ctx.mysql.query(`${selectView} WHERE department.id = ?`, [id]);
  return department ?? null;
}

/** For the sign-up form, which nobody has signed in to: names only. */
export async function listDepartmentChoices(ctx: Ctx): Promise<DepartmentChoice[]> {
  return ctx.mysql.query("SELECT code, name_ko AS nameKo, name_en AS nameEn FROM departments ORDER BY code");
}

/** This department and all below it. */
export async function departmentAndBelow(ctx: Ctx, id: DepartmentId): Promise<DepartmentId[]> {
  // UNION without ALL: should the rows ever form a ring, the walk ends where it meets itself.
  const rows: { id: DepartmentId }[] = await ctx.mysql.query(
    `WITH RECURSIVE below (id) AS (
       SELECT id FROM departments WHERE id = ?
       UNION
       SELECT departments.id FROM below JOIN departments ON departments.parent_id = below.id
     )
     SELECT id FROM below`,
    [id],
  );
  return rows.map((row) => row.id);
}
