import type { AuditAction } from "@erp/contracts/audit";
import { auditEntries } from "@erp/db/mysql/entities/audit-entries";
import type { Tx } from "@erp/db/mysql/transaction";
import { actorIdOf } from "./actor";
import type { Ctx } from "./context";
import { newId } from "./new-id";

/** Writes down who did what to whom, in the transaction that did it. `detail` says what exactly, without secrets. */
export async function recordAudit(
  ctx: Ctx,
  tx: Tx,
  action: AuditAction,
  subject: string,
  detail: object = {},
): Promise<void> {
  await tx.insert(auditEntries, {
    id: newId(ctx.clock),
    actorId: actorIdOf(ctx.actor),
    action,
    subject,
    detail: JSON.stringify(detail),
    at: ctx.clock.now(),
  });
}
