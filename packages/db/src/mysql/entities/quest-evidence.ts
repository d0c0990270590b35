import type { EmployeeId, FileId, QuestId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { idColumn, instantColumn, primaryIdColumn } from "../columns";

/** Which file lies beside somebody's work. */
export type QuestEvidenceRow = { questId: QuestId; employeeId: EmployeeId; fileId: FileId; attachedAt: Date };

export const questEvidence = new EntitySchema<QuestEvidenceRow>({
  name: "quest_evidence",
  columns: {
    questId: { ...primaryIdColumn, name: "quest_id" },
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    fileId: { ...idColumn, name: "file_id" },
    attachedAt: { ...instantColumn, name: "attached_at" },
  },
});
