import type { DepartmentId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { primaryIdColumn } from "../columns";

/** How many half days a department may promise in a month ("2026-11"); no row, no limit. */
export type QuestBudgetRow = { departmentId: DepartmentId; month: string; limitHalfDays: number };

export const questBudgets = new EntitySchema<QuestBudgetRow>({
  name: "quest_budgets",
  columns: {
    departmentId: { ...primaryIdColumn, name: "department_id" },
    month: { type: "char", length: 7, primary: true },
    limitHalfDays: { type: "smallint", unsigned: true, name: "limit_half_days" },
  },
});
