import { koreanDate, type Period } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { ListSubstitutionsInput, Substitutions, SubstitutionView } from "@erp/contracts/substitutions";
import { type ApprovalSubstitutionRow, approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { approverDaysAway } from "@erp/db/mysql/entities/approver-days-away";
import { In } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { DomainError } from "../errors";
import { snapshotOf } from "./approvals.people.queries";
import { requirePrincipal } from "./approvals.substitutions.policy";
import { substitutionStateOn } from "./approvals.substitutions.rules";

/** More than anybody looks through; older ones stay in the audit log. */
const MAX_LISTED = 50;

/** A person's substitutes and whom they stand in for: one's own, or anybody's for HR. Those that ended come last. */
export async function listSubstitutions(ctx: Ctx, { employeeId }: ListSubstitutionsInput): Promise<Substitutions> {
  const id = requirePrincipal(authorize(ctx, "approvals:decide"), employeeId);
  const newest = { order: { namedAt: "DESC", id: "DESC" }, take: MAX_LISTED } as const;
  const { manager } = ctx.mysql;
  const [named, standsIn] = await Promise.all([
    manager.find(approvalSubstitutions, { where: { principalId: id }, ...newest }),
    manager.find(approvalSubstitutions, { where: { substituteId: id }, ...newest }),
  ]);
  const views = await viewsOf(ctx, [...named, ...standsIn]);
  return { named: endedLast(views.slice(0, named.length)), standsIn: endedLast(views.slice(named.length)) };
}

export async function viewSubstitution(ctx: Ctx, row: ApprovalSubstitutionRow): Promise<SubstitutionView> {
  const [view] = await viewsOf(ctx, [row]);
  if (view === undefined) throw new DomainError("substitution.not-found");
  return view;
}

async function viewsOf(ctx: Ctx, rows: readonly ApprovalSubstitutionRow[]): Promise<SubstitutionView[]> {
  const today = koreanDate(ctx.clock.now());
  const principalIds = rows.map(({ principalId }) => principalId);
  const [people, away] = await Promise.all([
    findPeople(
      ctx,
      rows.flatMap(({ principalId, substituteId }) => [principalId, substituteId]),
    ),
    ctx.mysql.manager.findBy(approverDaysAway, { employeeId: In(principalIds), day: today }),
  ]);
  const isAway = (id: EmployeeId) =>
    people.get(id)?.status === "LEAVER" || away.some(({ employeeId }) => employeeId === id);
  return rows.flatMap((row) => {
    const [principal, substitute] = [people.get(row.principalId), people.get(row.substituteId)];
    if (principal === undefined || substitute === undefined) return [];
    const { id, reason } = row;
    const state = substitutionStateOn(row, today, isAway(row.principalId));
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
