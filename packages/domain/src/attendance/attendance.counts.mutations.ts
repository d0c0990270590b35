import type { EmployeeId } from "@erp/contracts/ids";
import type { Tx } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { milestonesOf } from "./attendance.rules";

/**
 * Counts a day more or less, and announces the rewards that this earns or takes back. The row's lock puts everything that
 * counts for one person in order, so that no thirtieth day is passed over and none is announced twice.
 */
export async function countDays(ctx: Ctx, tx: Tx, employeeId: EmployeeId, change: 1 | -1): Promise<void> {
  await tx.query(
    `INSERT INTO attendance_counts (employee_id, attended_days, milestones) VALUES (?, 1, 0)
     ON DUPLICATE KEY UPDATE attended_days = attended_days + ?`,
    [employeeId, change],
  );
  const [count]: { attendedDays: number; milestones: number }[] = await tx.query(
    "SELECT attended_days AS attendedDays, milestones FROM attendance_counts WHERE employee_id = ? FOR UPDATE",
    [employeeId],
  );
  if (!count) throw new Error(`${employeeId} has no count`);
  const earned = milestonesOf(count.attendedDays);
  if (earned === count.milestones) return;
  await tx.query("UPDATE attendance_counts SET milestones = ? WHERE employee_id = ?", [earned, employeeId]);
  const name = change === 1 ? "attendance.reward-earned" : "attendance.reward-revoked";
  await emit(ctx, tx, name, employeeId, { employeeId, milestone: Math.max(earned, count.milestones) });
}
