import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveYear } from "@erp/contracts/leave-register";
import { dayMinutesOf } from "./leave.calendar.rules";

/** What an entry is to the year: something from before it, or one of the register's columns. */
export type RegisterPart = "opening" | "granted" | "adjusted" | "used" | "expired" | "held";

/** A line of the register from the sums of the ledger's entries; what lowers the balance is shown as what it is: so much used. */
export function toLeaveYear(
  { id, weeklyMinutes }: { id: EmployeeId; weeklyMinutes: number },
  parts: Partial<Record<RegisterPart, number>>,
  endingMinutes: number,
): LeaveYear {
  const { opening = 0, granted = 0, adjusted = 0, used = 0, expired = 0, held = 0 } = parts;
  return {
    employeeId: id,
    dayMinutes: dayMinutesOf(weeklyMinutes),
    openingMinutes: opening,
    grantedMinutes: granted,
    adjustedMinutes: adjusted,
    usedMinutes: 0 - used,
    expiredMinutes: 0 - expired,
    heldMinutes: 0 - held,
    closingMinutes: opening + granted + adjusted + used + expired + held,
    endingMinutes,
  };
}
