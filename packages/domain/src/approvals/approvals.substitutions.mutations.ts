import { koreanDate } from "@erp/contracts/dates";
import type { EmployeeId, SubstitutionId } from "@erp/contracts/ids";
import type { EndSubstitutionInput, NameSubstituteInput, SubstitutionView } from "@erp/contracts/substitutions";
import { type ApprovalSubstitutionRow, approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { employees } from "@erp/db/mysql/entities/employees";
import type { Tx } from "@erp/db/mysql/transaction";
import { IsNull } from "typeorm";
import { recordAudit } from "../audit";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { emit } from "../emit";
import { lockEmployee } from "../employees/employees.store.mutations";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { inTransaction } from "../transaction";
import { forgetCovers } from "./approvals.covers.mutations";
import { requireMayEnd, requirePrincipal } from "./approvals.substitutions.policy";
import { viewSubstitution } from "./approvals.substitutions.queries";
import { isOver, isOverlapping } from "./approvals.substitutions.rules";

/**
 * Somebody decides in an approver's place, on some days or whenever the approver is on approved leave (domain rule 2, 대결).
 * One person a day: throws `substitution.overlapping`, also `.oneself`, `.days-over`, `.person-unavailable` for leavers.
 */
export async function nameSubstitute(ctx: Ctx, input: NameSubstituteInput): Promise<SubstitutionView> {
  const actor = authorize(ctx, "approvals:decide");
  const { substituteId, period, reason } = input;
  const principalId = requirePrincipal(actor, input.employeeId);
  if (substituteId === principalId) throw new DomainError("substitution.oneself");
  if (period !== null && period.from < koreanDate(ctx.clock.now())) throw new DomainError("substitution.days-over");
  const row: ApprovalSubstitutionRow = {
    id: newId<SubstitutionId>(ctx.clock),
    principalId,
    substituteId,
    fromDay: period?.from ?? null,
    toDay: period?.to ?? null,
    reason,
    namedBy: actor.id,
    namedAt: ctx.clock.now(),
    endedAt: null,
    isSuccession: false,
  };
  await inTransaction(ctx, async (tx) => {
    const isForLeaver = await hasLeft(tx, principalId);
    const isEmployed = await tx.existsBy(employees, { id: substituteId, status: "ACTIVE" });
    if (!isEmployed) throw new DomainError("substitution.person-unavailable");
    await assertDaysFree(tx, row);
    await tx.insert(approvalSubstitutions, { ...row, isSuccession: isForLeaver && period === null });
    await recordAudit(ctx, tx, "substitution.named", principalId, { substituteId, ...period, reason });
    await emit(ctx, tx, "substitution.named", principalId, eventDataOf(row));
  });
  await forgetCovers(ctx, principalId);
  return viewSubstitution(ctx, row);
}

/** From now on the substitute decides nothing more. Throws `substitution.not-found`, `.already-ended`. */
export async function endSubstitution(
  ctx: Ctx,
  { substitutionId: id }: EndSubstitutionInput,
): Promise<SubstitutionView> {
  const actor = authorize(ctx, "approvals:decide");
  const ended = await inTransaction(ctx, async (tx) => {
    const row = await tx.findOne(approvalSubstitutions, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (row === null) throw new DomainError("substitution.not-found");
    requireMayEnd(actor, row);
    if (isOver(row, koreanDate(ctx.clock.now()))) throw new DomainError("substitution.already-ended");
    return endNow(ctx, tx, row);
  });
  await forgetCovers(ctx, ended.principalId);
  return viewSubstitution(ctx, ended);
}

/**
 * Whoever has left stands in for nobody, and their approvers may name somebody else. A second time there is nothing left;
 * nothing is ended either for somebody who is back by then.
 */
export async function endSubstitutionsBy(ctx: Ctx, substituteId: EmployeeId): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (await hasLeft(tx, substituteId)) await endAll(ctx, tx, { substituteId });
  });
}

/** Inside a transaction: those that are not over, dated ones and those to come, too. */
export async function endAll(
  ctx: Ctx,
  tx: Tx,
  whose: Partial<Pick<ApprovalSubstitutionRow, "principalId" | "substituteId" | "isSuccession">>,
): Promise<void> {
  const today = koreanDate(ctx.clock.now());
  const where = { ...whose, endedAt: IsNull() };
  const rows = await tx.find(approvalSubstitutions, { where, lock: { mode: "pessimistic_write" } });
  for (const row of rows.filter((each) => !isOver(each, today))) await endNow(ctx, tx, row);
}

/** Inside a transaction that holds the row. */
async function endNow(ctx: Ctx, tx: Tx, row: ApprovalSubstitutionRow): Promise<ApprovalSubstitutionRow> {
  const { id, principalId, substituteId } = row;
  const endedAt = ctx.clock.now();
  await tx.update(approvalSubstitutions, { id }, { endedAt });
  await recordAudit(ctx, tx, "substitution.ended", principalId, { substituteId });
  await emit(ctx, tx, "substitution.ended", principalId, eventDataOf(row));
  return { ...row, endedAt };
}

/**
 * Whether the person has left, which stays so until the transaction ends: whoever takes them back waits, and so does whoever
 * names substitutes for them at the same time, and then sees the other's.
 */
export async function hasLeft(tx: Tx, id: EmployeeId): Promise<boolean> {
  const { status } = await lockEmployee(tx, id);
  return status === "LEAVER";
}

async function assertDaysFree(tx: Tx, wanted: ApprovalSubstitutionRow): Promise<void> {
  const others = await tx.findBy(approvalSubstitutions, { principalId: wanted.principalId, endedAt: IsNull() });
  if (others.some((other) => isOverlapping(other, wanted))) throw new DomainError("substitution.overlapping");
}

export function eventDataOf({ id, principalId, substituteId }: ApprovalSubstitutionRow) {
  return { substitutionId: id, employeeId: principalId, substituteId };
}
