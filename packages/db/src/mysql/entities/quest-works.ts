import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type { WorkState } from "@erp/contracts/quests";
import { EntitySchema } from "typeorm";
import { instantColumn, primaryIdColumn, textColumn } from "../columns";

/** One person's work on one quest; the primary key is what makes accepting twice impossible. */
export type QuestWorkRow = {
  questId: QuestId;
  employeeId: EmployeeId;
  state: WorkState;
  note: string | null;
  reason: string | null;
  acceptedAt: Date;
  updatedAt: Date;
};

export const questWorks = new EntitySchema<QuestWorkRow>({
  name: "quest_works",
  columns: {
    questId: { ...primaryIdColumn, name: "quest_id" },
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    state: textColumn(20),
    note: { ...textColumn(2000), nullable: true },
    reason: { ...textColumn(1000), nullable: true },
    acceptedAt: { ...instantColumn, name: "accepted_at" },
    updatedAt: { ...instantColumn, name: "updated_at" },
  },
});
