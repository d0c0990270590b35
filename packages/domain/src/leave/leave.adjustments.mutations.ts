import type { AdjustLeaveInput, LeaveBalance } from "@erp/contracts/leave";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { adjust } from "./leave.allocation.rules";
import { leaveBalance } from "./leave.balance.queries";
import type { LotSpec } from "./leave.ledger.rules";
import { findSubject, ownDepartments } from "./leave.people.queries";
import { periodEnd } from "./leave.periods.rules";
import { requireMayAdjust } from "./leave.policy";
import { changeAccount } from "./leave.store.mutations";

/**
 * Adds or takes leave with a reason. What is taken comes from the lots that end first.
 * Throws `leave.insufficient-balance` rather than fall below zero, `leave.expiry-past` for a last day that is over.
 */
export async function adjustLeave(ctx: Ctx, input: AdjustLeaveInput): Promise<LeaveBalance> {
  const actor = authorize(ctx, "leave:adjust");
  const own = await ownDepartments(ctx, actor);
  await inTransaction(ctx, async (tx) => {
    requireMayAdjust(actor, await findSubject(tx, input.employeeId), own);
    await changeAccount(ctx, tx, input.employeeId, (account) => {
      const startsOn = account.today;
      const expiresOn = input.expiresOn ?? periodEnd(startsOn, 12);
      const spec: LotSpec = {
        key: `adjustment:${newId(ctx.clock)}`,
        kind: "ADJUSTMENT",
        rule: "ADJUSTED",
        startsOn,
        expiresOn,
        weeklyMinutes: null,
      };
      return adjust(account, spec, input.leaveMinutes, input.reason);
    });
    await recordAudit(ctx, tx, "leave.adjusted", input.employeeId, {
      leaveMinutes: input.leaveMinutes,
      reason: input.reason,
    });
    await emit(ctx, tx, "leave.adjusted", input.employeeId, {
      employeeId: input.employeeId,
      leaveMinutes: input.leaveMinutes,
    });
  });
  return leaveBalance(ctx, { employeeId: input.employeeId });
}
