import { z } from "zod";
import { exportEmployeesInput } from "./employee-import";
import { employeeId } from "./ids";
import { leaveBalance } from "./leave";

/** A calendar year, because that is what companies close. */
export const registerYear = z.int().min(2000).max(2100);

/** 연차 대장: the year of several people, for a list of them. */
export const leaveRegisterInput = z.strictObject({ year: registerYear, employeeIds: z.array(employeeId).max(100) });
export type LeaveRegisterInput = z.infer<typeof leaveRegisterInput>;

/**
 * Somebody's year in the ledger, up to its last day or to today, whose working day has `dayMinutes`:
 * opening + granted + adjusted − used − expired − held = closing.
 */
export const leaveYear = leaveBalance.pick({ employeeId: true, dayMinutes: true }).extend({
  openingMinutes: z.int(),
  /** Less what was taken back. */
  grantedMinutes: z.int(),
  adjustedMinutes: z.int(),
  /** Taken on the days of the year, whenever it was approved; less what was given back. */
  usedMinutes: z.int(),
  expiredMinutes: z.int(),
  /** What requests hold, and what is approved for later; negative where days of the year were held before it or after it. */
  heldMinutes: z.int(),
  closingMinutes: z.int(),
  /** How much of the closing balance cannot be taken after the year: to be used (LSA art. 61), or paid. */
  endingMinutes: z.int(),
});
export type LeaveYear = z.infer<typeof leaveYear>;
export const leaveRegister = z.array(leaveYear);

/** The register of everybody whom the filters show, as a file. */
export const exportRegisterInput = exportEmployeesInput.extend({ year: registerYear });
export type ExportRegisterInput = z.infer<typeof exportRegisterInput>;
