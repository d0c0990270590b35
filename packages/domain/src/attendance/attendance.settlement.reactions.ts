import type { EventEnvelope } from "@erp/contracts/events";
import { type AttendanceCorrectionRow, attendanceCorrections } from "@erp/db/mysql/entities/attendance-corrections";
import type { Tx } from "@erp/db/mysql/transaction";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { inTransactionOnce } from "../transaction";
import { applyCorrection } from "./attendance.corrections.mutations";

const CONSUMER = "attendance";

type Ended = EventEnvelope<"approval.approved" | "approval.rejected" | "approval.withdrawn">;
type Ending = "APPROVED" | "REJECTED" | "WITHDRAWN";

/** What becomes of a wanted correction when its document ends. */
export const attendanceSettlementReactions = {
  "approval.approved": (ctx: Ctx, event: Ended) => follow(ctx, event, "APPROVED"),
  "approval.rejected": (ctx: Ctx, event: Ended) => follow(ctx, event, "REJECTED"),
  "approval.withdrawn": (ctx: Ctx, event: Ended) => follow(ctx, event, "WITHDRAWN"),
} as const;

/** Most documents are about something else. The correction was stored before its document came to be, so it is there. */
async function follow(ctx: Ctx, event: Ended, ending: Ending): Promise<void> {
  const { documentId: id, formCode } = event.data;
  if (formCode !== "ATTENDANCE_CORRECTION") return;
  const wanted = await ctx.mysql.manager.findOneByOrFail(attendanceCorrections, { id });
  await inTransactionOnce(ctx, CONSUMER, event, (tx) => end(ctx, tx, wanted, ending));
}

async function end(ctx: Ctx, tx: Tx, wanted: AttendanceCorrectionRow, status: Ending): Promise<void> {
  const { id, employeeId, day, checkedInAt, checkedOutAt, reason } = wanted;
  const change = { status, endedAt: ctx.clock.now() };
  const { affected } = await tx.update(attendanceCorrections, { id, status: "IN_PROGRESS" }, change);
  if (affected === 0) return;
  if (status !== "APPROVED") {
    await emit(ctx, tx, "attendance.correction-refused", employeeId, { employeeId, day });
    return;
  }
  const hours = checkedInAt && checkedOutAt && { checkedInAt, checkedOutAt };
  await applyCorrection(ctx, tx, { employeeId, day, hours, reason });
}
