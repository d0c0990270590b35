import type { CalendarDate } from "@erp/contracts/dates";
import type { DepartmentId, EmployeeId, QuestId } from "@erp/contracts/ids";
import type { QuestStatus } from "@erp/contracts/quests";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** Work that a manager offers their department for days off. Never deleted: rewards rest on it. */
export type QuestRow = {
  id: QuestId;
  departmentId: DepartmentId;
  createdBy: EmployeeId;
  title: string;
  description: string;
  rewardHalfDays: number;
  slots: number | null;
  deadline: CalendarDate | null;
  status: QuestStatus;
  version: number;
  createdAt: Date;
};

export const quests = new EntitySchema<QuestRow>({
  name: "quests",
  columns: {
    id: primaryIdColumn,
    departmentId: { ...idColumn, name: "department_id" },
    createdBy: { ...idColumn, name: "created_by" },
    title: textColumn(120),
    description: textColumn(4000),
    rewardHalfDays: { type: "tinyint", unsigned: true, name: "reward_half_days" },
    slots: { type: "smallint", unsigned: true, nullable: true },
    deadline: { ...dayColumn, nullable: true },
    status: textColumn(10),
    version: { type: "int", unsigned: true },
    createdAt: { ...instantColumn, name: "created_at" },
  },
});
