import type { EmployeeId, QuestId } from "@erp/contracts/ids";
import type { EvidenceType } from "@erp/contracts/quest-evidence";
import { EntitySchema } from "typeorm";
import { instantColumn, primaryIdColumn, textColumn } from "../columns";

/** The file beside somebody's work. In a table of its own, so that nothing that lists work reads a file. */
export type QuestEvidenceRow = {
  questId: QuestId;
  employeeId: EmployeeId;
  name: string;
  type: EvidenceType;
  size: number;
  content: Buffer;
  attachedAt: Date;
};

export const questEvidence = new EntitySchema<QuestEvidenceRow>({
  name: "quest_evidence",
  columns: {
    questId: { ...primaryIdColumn, name: "quest_id" },
    employeeId: { ...primaryIdColumn, name: "employee_id" },
    name: textColumn(200),
    type: { ...textColumn(40), name: "media_type" },
    size: { type: "int", unsigned: true },
    content: { type: "mediumblob", select: false },
    attachedAt: { ...instantColumn, name: "attached_at" },
  },
});
