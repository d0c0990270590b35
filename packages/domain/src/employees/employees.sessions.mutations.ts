import type { EmployeeId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { endSessionsOf } from "../sessions";

/**
 * Signs a person out everywhere, right after the change that calls for it has been committed. The change stands whether
 * or not Redis answers; the worker does the same again from the event.
 */
export async function revokeSessions(ctx: Ctx, id: EmployeeId): Promise<void> {
  await endSessionsOf(ctx, id).catch((err: unknown) =>
    ctx.log.warn({ err, employeeId: id }, "sessions are left to the worker"),
  );
}
