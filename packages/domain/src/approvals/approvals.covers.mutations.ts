import type { CalendarDate } from "@erp/contracts/dates";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { approverDaysAway } from "@erp/db/mysql/entities/approver-days-away";
import type { Tx } from "@erp/db/mysql/transaction";
import { forget } from "@erp/db/redis/remembered-covers";
import { IsNull } from "typeorm";
import type { Ctx } from "../context";
import { emit } from "../emit";

export type LeaveTaken = { requestId: DocumentId; employeeId: EmployeeId; days: readonly CalendarDate[] };

/**
 * The days on which an approver is on approved leave, all of one request; fewer or none when it was taken back. Their
 * standing substitute, if there is one, decides on them and is told.
 */
export async function recordDaysAway(ctx: Ctx, tx: Tx, { requestId, employeeId, days }: LeaveTaken): Promise<void> {
  const isNew = !(await tx.existsBy(approverDaysAway, { requestId }));
  await tx.delete(approverDaysAway, { requestId });
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return;
  await tx.insert(
    approverDaysAway,
    days.map((day) => ({ requestId, day, employeeId })),
  );
  const ofPrincipal = { principalId: employeeId, fromDay: IsNull(), endedAt: IsNull() };
  const standing = await tx.findOneBy(approvalSubstitutions, ofPrincipal);
  if (standing === null || !isNew) return;
  const { id: substitutionId, substituteId } = standing;
  await emit(ctx, tx, "substitution.switched-on", employeeId, { substitutionId, employeeId, substituteId, from, to });
}

/** After a change, whoever was ever named for this approver is read anew; also those whom somebody else now goes before. */
export async function forgetCovers(ctx: Ctx, principalId: EmployeeId): Promise<void> {
  const substitutes: { id: EmployeeId }[] = await ctx.mysql.query(
    "SELECT DISTINCT substitute_id AS id FROM approval_substitutions WHERE principal_id = ?",
    [principalId],
  );
  await forget(
    ctx.redis,
    substitutes.map(({ id }) => id),
  ).catch((error: unknown) =>
    ctx.log.warn({ err: error, principalId }, "covers not forgotten, they lapse by themselves"),
  );
}
