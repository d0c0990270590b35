import type { CorrectionView } from "@erp/contracts/attendance";
import { type AttendanceCorrectionRow, attendanceCorrections } from "@erp/db/mysql/entities/attendance-corrections";
import { authorize } from "../authorize";
import type { Ctx } from "../context";

/** More than anybody asks for in years. */
const LISTED = 50;

/** The corrections the actor has asked for, newest first. */
export async function listCorrections(ctx: Ctx): Promise<CorrectionView[]> {
  const { id: employeeId } = authorize(ctx, "attendance:own");
  const rows = await ctx.mysql.manager.find(attendanceCorrections, {
    where: { employeeId },
    order: { id: "DESC" },
    take: LISTED,
  });
  return rows.map(toCorrectionView);
}

export function toCorrectionView(row: AttendanceCorrectionRow): CorrectionView {
  const { id, day, checkedInAt, checkedOutAt, reason, status, requestedAt } = row;
  return { id, day, checkedInAt, checkedOutAt, reason, status, requestedAt };
}
