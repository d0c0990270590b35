import type { EmployeeId } from "@erp/contracts/ids";
import type { LeaveYear } from "@erp/contracts/leave-register";

/** What an entry is to the year: something from before it, or one of the register's columns; `leave` is what requests moved. */
export type RegisterPart = "opening" | "granted" | "adjusted" | "expired" | "leave";

export type RegisterSums = {
  /** What the entries of the year, by the day they took effect, add up to. */
  parts: Partial<Record<RegisterPart, number>>;
  /** What was taken on the days of the year, whenever it was approved or given back. */
  takenMinutes: number;
  /** What is left in lots whose last day comes before the next year. */
  endingMinutes: number;
};

/**
 * A line of the register. Leave is used on the day it is taken. Until then it is held, so that the line adds up to the
 * balance, which has lacked it since it was asked for; in the year of its day what was held before lets go of it.
 */
export function toLeaveYear(
  { employeeId, dayMinutes }: { employeeId: EmployeeId; dayMinutes: number },
  { parts, takenMinutes, endingMinutes }: RegisterSums,
): LeaveYear {
  const { opening = 0, granted = 0, adjusted = 0, expired = 0, leave = 0 } = parts;
  return {
    employeeId,
    dayMinutes,
    openingMinutes: opening,
    grantedMinutes: granted,
    adjustedMinutes: adjusted,
    usedMinutes: takenMinutes,
    expiredMinutes: 0 - expired,
    heldMinutes: 0 - leave - takenMinutes,
    closingMinutes: opening + granted + adjusted + expired + leave,
    endingMinutes,
  };
}
