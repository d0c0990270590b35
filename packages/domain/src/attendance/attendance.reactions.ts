import type { EventEnvelope } from "@erp/contracts/events";
import type { Ctx } from "../context";
import { managersAbove } from "../employees/employees.queries";

type AttendanceEvent = EventEnvelope<
  | "attendance.checked-in"
  | "attendance.checked-out"
  | "attendance.corrected"
  | "attendance.correction-requested"
  | "attendance.correction-refused"
>;

/** Whose open pages show somebody's attendance look again: the person's own and those of their managers. */
export const attendanceReactions = {
  "attendance.checked-in": announceDay,
  "attendance.checked-out": announceDay,
  "attendance.corrected": announceDay,
  "attendance.correction-requested": announceDay,
  "attendance.correction-refused": announceDay,
} as const;

async function announceDay(ctx: Ctx, { data: { employeeId } }: AttendanceEvent): Promise<void> {
  const managers = await managersAbove(ctx, employeeId);
  await ctx.signals.send([employeeId, ...managers.map(({ id }) => id)], { about: "attendance", employeeId });
}
