import type { EventEnvelope } from "@erp/contracts/events";
import type { NotificationKind } from "@erp/contracts/notifications";
import { periodWords, SUBSTITUTES_PATH } from "@erp/contracts/substitutions";
import { type ApprovalSubstitutionRow, approvalSubstitutions } from "@erp/db/mysql/entities/approval-substitutions";
import { snapshotOf } from "../approvals/approvals.people.queries";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { storeNotifications } from "./notifications.store.mutations";

type SubstitutionEvent = EventEnvelope<"substitution.named" | "substitution.ended" | "substitution.switched-on">;

/** Whoever is to decide for somebody is told so, and when it is over; days of leave are told when they are approved. */
export const substituteNotices = {
  "substitution.named": tellSubstitute,
  "substitution.ended": tellSubstitute,
  "substitution.switched-on": tellSubstitute,
} as const;

const kinds: Record<SubstitutionEvent["name"], NotificationKind> = {
  "substitution.named": "SUBSTITUTE_NAMED",
  "substitution.switched-on": "SUBSTITUTE_NAMED",
  "substitution.ended": "SUBSTITUTE_ENDED",
};

async function tellSubstitute(ctx: Ctx, event: SubstitutionEvent): Promise<void> {
  const { substitutionId, employeeId: principalId, substituteId: employeeId } = event.data;
  const row = await ctx.mysql.manager.findOneBy(approvalSubstitutions, { id: substitutionId });
  const principal = (await findPeople(ctx, [principalId])).get(principalId);
  if (row === null || principal === undefined) return;
  const notification = {
    _id: `${event.id}:${employeeId}`,
    employeeId,
    kind: kinds[event.name],
    actor: snapshotOf(principal),
    subject: daysOf(event, row),
    text: null,
    leave: null,
    link: SUBSTITUTES_PATH,
    createdAt: new Date(event.occurredAt),
    readAt: null,
  };
  await storeNotifications(ctx, [notification]);
}

/** Null for a standing substitute, who is told the days when they are known. */
function daysOf(event: SubstitutionEvent, { fromDay, toDay }: ApprovalSubstitutionRow): string | null {
  if (event.name === "substitution.switched-on") return periodWords(event.data);
  return fromDay && toDay ? periodWords({ from: fromDay, to: toDay }) : null;
}
