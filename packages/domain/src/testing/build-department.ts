import { type DepartmentRow, departments } from "@erp/db/mysql/entities/departments";
import type { Ctx } from "../context";
import { newId } from "../new-id";

/** Inserts a department; every field can be chosen, none must be. */
export async function buildDepartment(ctx: Ctx, chosen: Partial<DepartmentRow> = {}): Promise<DepartmentRow> {
  const id = newId<DepartmentRow["id"]>(ctx.clock);
  const department: DepartmentRow = {
    id,
    code: `TEAM_${id}`,
    nameKo: "시험팀",
    nameEn: "Test team",
    parentId: null,
    createdAt: ctx.clock.now(),
    ...chosen,
  };
  await ctx.mysql.manager.insert(departments, department);
  return department;
}
