import type { CalendarDate } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveRule, LotKind } from "@erp/contracts/leave";
import { EntitySchema } from "typeorm";
import { dayColumn, idColumn, instantColumn, textColumn } from "../columns";

/** Leave granted together, which lapses together. Append-only. */
export type LeaveLotRow = {
  /** Names what it was granted for, so that nothing is granted twice: `attendance:<employee>:<n>`, `quest:<quest>:<employee>`. */
  key: string;
  employeeId: EmployeeId;
  kind: LotKind;
  rule: LeaveRule;
  startsOn: CalendarDate;
  /** The last day on which it can be taken. */
  expiresOn: CalendarDate;
  /** The contractual week that a statutory grant from before the history of weekly hours was calculated from; null for other lots. */
  weeklyMinutes: number | null;
  createdAt: Date;
};

export const leaveLots = new EntitySchema<LeaveLotRow>({
  name: "leave_lots",
  columns: {
    key: { ...textColumn(90), name: "lot_key", primary: true },
    employeeId: { ...idColumn, name: "employee_id" },
    kind: textColumn(12),
    rule: textColumn(20),
    startsOn: { ...dayColumn, name: "starts_on" },
    expiresOn: { ...dayColumn, name: "expires_on" },
    weeklyMinutes: { type: "smallint", unsigned: true, name: "weekly_minutes", nullable: true },
    createdAt: { ...instantColumn, name: "created_at" },
  },
});
