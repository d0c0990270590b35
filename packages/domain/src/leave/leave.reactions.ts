import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { managersAbove } from "../employees/employees.queries";

type BalanceEvent = EventEnvelope<"leave.adjusted" | "leave.rewarded">;
type DaysEvent = EventEnvelope<"leave.requested" | "leave.settled" | "leave.released" | "leave.cancelled">;

/**
 * Whose open pages show somebody's leave look again: the person's own and those of their managers. When days are taken or given
 * back, also the calendars of their colleagues, and of HR, which may look at any department.
 */
export const leaveReactions = {
  "leave.adjusted": announceBalance,
  "leave.rewarded": announceBalance,
  "leave.requested": announceDays,
  "leave.settled": announceDays,
  "leave.released": announceDays,
  "leave.cancelled": announceDays,
} as const;

async function announceBalance(ctx: Ctx, event: BalanceEvent): Promise<void> {
  await announceLeave(ctx, event);
}

/** Answers who was signalled. */
async function announceLeave(ctx: Ctx, { data: { employeeId } }: BalanceEvent | DaysEvent): Promise<EmployeeId[]> {
  const managers = await managersAbove(ctx, employeeId);
  const concerned = [employeeId, ...managers.map(({ id }) => id)];
  await ctx.signals.send(concerned, { about: "leave", employeeId });
  return concerned;
}

async function announceDays(ctx: Ctx, event: DaysEvent): Promise<void> {
  const signalled = await announceLeave(ctx, event);
  const others: { id: EmployeeId }[] = await ctx.mysql.query(
    `SELECT other.id FROM employees other JOIN employees person ON person.id = ?
      WHERE (other.department_id = person.department_id OR other.role = 'HR_ADMIN')
        AND other.status = 'ACTIVE' AND other.id NOT IN (?)`,
    [event.data.employeeId, signalled],
  );
  if (others.length > 0)
    await ctx.signals.send(
      others.map(({ id }) => id),
      { about: "team-calendar" },
    );
}
