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
  const days = await changeCount(tx, employeeId, change);
  const [before, earned] = [milestonesOf(days - change), milestonesOf(days)];
  if (earned === before) return;
  const name = change === 1 ? "attendance.reward-earned" : "attendance.reward-revoked";
  await emit(ctx, tx, name, employeeId, { employeeId, milestone: Math.max(earned, before) });
}

/** The days after the change. MySQL hands a value back with an update when it is told that it is the row's last id. */
async function changeCount(tx: Tx, employeeId: EmployeeId, change: 1 | -1): Promise<number> {
  const { affectedRows, insertId }: { affectedRows: number; insertId: number } = await tx.query(
    `INSERT INTO attendance_counts (employee_id, attended_days) VALUES (?, 1)
     ON DUPLICATE KEY UPDATE attended_days = LAST_INSERT_ID(attended_days + ?)`,
    [employeeId, change],
  );
  const isFirst = affectedRows === 1;
  return isFirst ? 1 : insertId;
}
