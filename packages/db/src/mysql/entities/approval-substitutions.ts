import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId, SubstitutionId } from "@erp/contracts/ids";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, primaryIdColumn, textColumn } from "../columns";

/** An approver's substitute, for some days or, where both days are null, whenever the approver is on leave. */
export type ApprovalSubstitutionRow = {
  id: SubstitutionId;
  principalId: EmployeeId;
  substituteId: EmployeeId;
  fromDay: CalendarDate | null;
  toDay: CalendarDate | null;
  reason: string;
  namedBy: EmployeeId;
  namedAt: Date;
  /** When somebody ended it; null also where its days are simply over. */
  endedAt: Date | null;
  /** Named for somebody who had left, by HR: it ends when they are back. */
  isSuccession: boolean;
};

export const approvalSubstitutions = new EntitySchema<ApprovalSubstitutionRow>({
  name: "approval_substitutions",
  columns: {
    id: primaryIdColumn,
    principalId: { ...idColumn, name: "principal_id" },
    substituteId: { ...idColumn, name: "substitute_id" },
    fromDay: { ...dayColumn, name: "from_day", nullable: true },
    toDay: { ...dayColumn, name: "to_day", nullable: true },
    reason: textColumn(200),
    namedBy: { ...idColumn, name: "named_by" },
    namedAt: { ...instantColumn, name: "named_at" },
    endedAt: { ...instantColumn, name: "ended_at", nullable: true },
    isSuccession: { type: "boolean", name: "is_succession" },
  },
});
