import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId, SubstitutionId } from "@erp/contracts/ids";
import { type ApprovalSubstitutionRow, approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { employees } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { recordAudit } from "../audit";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { newId } from "../new-id";
import { inTransaction, inTransactionOnce } from "../transaction";
import { forgetCovers } from "./approvals.covers.mutations";
import { endAll, eventDataOf, hasLeft } from "./approvals.substitutions.mutations";

const CONSUMER = "approvals";

/**
 * What waits for a leaver, now and at later steps, passes to the successor HR has named: a standing substitute of somebody
 * who is away for good. What the leaver had taken over from earlier leavers goes with it. Once for each event, and not for whoever
 * is back when it comes.
 */
export async function nameSuccessor(ctx: Ctx, event: EventEnvelope<"employee.deactivated">): Promise<void> {
  const { employeeId: leaverId, successorId } = event.data;
  const { actorId } = event;
  if (successorId === null || actorId === null) return;
  const left = [leaverId, ...(await leaversCoveredBy(ctx, leaverId))];
  await inTransactionOnce(ctx, CONSUMER, event, async (tx) => {
    if (!(await hasLeft(tx, leaverId))) return;
    const isEmployed = await tx.existsBy(employees, { id: successorId, status: "ACTIVE" });
    if (!isEmployed) return;
    for (const principalId of left) await passOn(ctx, tx, { principalId, substituteId: successorId, namedBy: actorId });
  });
  for (const principalId of left) await forgetCovers(ctx, principalId);
}

/** Whoever is back decides for themselves again. What they have named of their own stands; who has left once more keeps the successor. */
export async function endSuccession(ctx: Ctx, { data }: EventEnvelope<"employee.reactivated">): Promise<void> {
  const { employeeId: principalId } = data;
  await inTransaction(ctx, async (tx) => {
    if (!(await hasLeft(tx, principalId))) await endAll(ctx, tx, { principalId, isSuccession: true });
  });
  await forgetCovers(ctx, principalId);
}

async function leaversCoveredBy(ctx: Ctx, substituteId: EmployeeId): Promise<EmployeeId[]> {
  const rows: { id: EmployeeId }[] = await ctx.mysql.query(
    `SELECT DISTINCT principal.id FROM approval_substitutions JOIN employees principal ON principal.id = principal_id
      WHERE substitute_id = ? AND from_day IS NULL AND ended_at IS NULL AND principal.status = 'LEAVER' ORDER BY principal.id`,
    [substituteId],
  );
  return rows.map(({ id }) => id);
}

/** Whomever the leaver had named, for days or for good, makes room for HR's choice, also the same person: who takes over is told. */
async function passOn(
  ctx: Ctx,
  tx: Tx,
  named: Pick<ApprovalSubstitutionRow, "principalId" | "substituteId" | "namedBy">,
): Promise<void> {
  const { principalId, substituteId } = named;
  if (!(await hasLeft(tx, principalId))) return;
  await endAll(ctx, tx, { principalId });
  const row: ApprovalSubstitutionRow = {
    ...named,
    id: newId<SubstitutionId>(ctx.clock),
    fromDay: null,
    toDay: null,
    reason: "",
    namedAt: ctx.clock.now(),
    endedAt: null,
    isSuccession: true,
  };
  await tx.insert(approvalSubstitutions, row);
  await recordAudit(ctx, tx, "substitution.named", principalId, { substituteId });
  await emit(ctx, tx, "substitution.named", principalId, eventDataOf(row));
}
