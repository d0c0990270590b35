import { koreanDate, type Period } from "@erp/contracts/dates";
import type { ListSubstitutionsInput, Substitutions, SubstitutionView } from "@erp/contracts/substitutions";
import { type ApprovalSubstitutionRow, approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { IsNull, LessThan, MoreThanOrEqual, Not } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { DomainError } from "../errors";
import { substitutesOf } from "./approvals.covers.queries";
import { snapshotOf } from "./approvals.people.queries";
import { requirePrincipal } from "./approvals.substitutions.policy";
import { isOver, substitutionStateOn } from "./approvals.substitutions.rules";

/** Of those that are over: more than anybody looks through; older ones stay in the audit log. */
const MAX_LISTED = 50;

/** A person's substitutes and whom they stand in for: one's own, or anybody's for HR. Those that ended come last. */
export async function listSubstitutions(ctx: Ctx, { employeeId }: ListSubstitutionsInput): Promise<Substitutions> {
  const id = requirePrincipal(authorize(ctx, "approvals:decide"), employeeId);
  const [named, standsIn] = await Promise.all([
    findNewestFirst(ctx, { principalId: id }),
    findNewestFirst(ctx, { substituteId: id }),
  ]);
  const views = await viewsOf(ctx, [...named, ...standsIn]);
  return { named: endedLast(views.slice(0, named.length)), standsIn: endedLast(views.slice(named.length)) };
}

/** Whatever may still hold, however long ago it was named, and the newest of the others. */
async function findNewestFirst(
  ctx: Ctx,
  whose: Partial<Pick<ApprovalSubstitutionRow, "principalId" | "substituteId">>,
): Promise<ApprovalSubstitutionRow[]> {
  const today = koreanDate(ctx.clock.now());
  const notEnded = { ...whose, endedAt: IsNull() };
  const order = { namedAt: "DESC", id: "DESC" } as const;
  const { manager } = ctx.mysql;
  const [current, over] = await Promise.all([
    manager.find(approvalSubstitutions, {
      where: [
        { ...notEnded, toDay: IsNull() },
        { ...notEnded, toDay: MoreThanOrEqual(today) },
      ],
      order,
    }),
    manager.find(approvalSubstitutions, {
      where: [
        { ...whose, endedAt: Not(IsNull()) },
        { ...notEnded, toDay: LessThan(today) },
      ],
      order,
      take: MAX_LISTED,
    }),
  ]);
  return [...current, ...over];
}

export async function viewSubstitution(ctx: Ctx, row: ApprovalSubstitutionRow): Promise<SubstitutionView> {
  const [view] = await viewsOf(ctx, [row]);
  if (view === undefined) throw new DomainError("substitution.not-found");
  return view;
}

async function viewsOf(ctx: Ctx, rows: readonly ApprovalSubstitutionRow[]): Promise<SubstitutionView[]> {
  const today = koreanDate(ctx.clock.now());
  const current = rows.filter((row) => !isOver(row, today));
  const [people, deciding] = await Promise.all([
    findPeople(
      ctx,
      rows.flatMap(({ principalId, substituteId }) => [principalId, substituteId]),
    ),
    substitutesOf(ctx, [...new Set(current.map(({ principalId }) => principalId))]),
  ]);
  return rows.flatMap((row) => {
    const [principal, substitute] = [people.get(row.principalId), people.get(row.substituteId)];
    if (principal === undefined || substitute === undefined) return [];
    const { id, reason } = row;
    const state = substitutionStateOn(row, today, deciding.get(row.principalId) === row.substituteId);
    const named = { principal: snapshotOf(principal), substitute: snapshotOf(substitute) };
    return [{ id, ...named, period: periodOf(row), reason, state }];
  });
}

function periodOf({ fromDay, toDay }: ApprovalSubstitutionRow): Period | null {
  return fromDay && toDay ? { from: fromDay, to: toDay } : null;
}

function endedLast(views: readonly SubstitutionView[]): SubstitutionView[] {
  const hasEnded = ({ state }: SubstitutionView) => state === "ENDED";
  return [...views.filter((view) => !hasEnded(view)), ...views.filter(hasEnded)];
}
