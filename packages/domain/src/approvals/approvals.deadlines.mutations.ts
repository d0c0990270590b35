import type { EmployeeId } from "@erp/contracts/ids";
import type { DocumentState, StoredPerson } from "@erp/db/mongo/models/approval-document";
import type { Ctx } from "../context";
import { managersAbove } from "../employees/employees.queries";
import { wakeRelay } from "../transaction";
import { waitingFor } from "./approvals.boxes.rules";
import { findDocumentsWithDeadline } from "./approvals.deadlines.queries";
import { deadlineCall } from "./approvals.deadlines.rules";
import { escalated } from "./approvals.rules";
import { saveMove, saveReminder } from "./approvals.store.mutations";

/** What is left over waits for the next run. */
const DOCUMENTS_PER_RUN = 500;

export type DeadlinesMet = { reminded: number; escalated: number };

/**
 * Reminds of the deadlines that are near and escalates those that have passed. Each is one update of its document that
 * carries its event, so it happens once, however often and by however many this is run. A document on which somebody was
 * faster is looked at again by the next run.
 */
export async function meetDeadlines(ctx: Ctx): Promise<DeadlinesMet> {
  const now = ctx.clock.now();
  const met: DeadlinesMet = { reminded: 0, escalated: 0 };
  for (const document of await findDocumentsWithDeadline(ctx, now, DOCUMENTS_PER_RUN)) {
    const call = deadlineCall(document, now);
    if (call?.move === "remind" && (await remind(ctx, document, call))) met.reminded += 1;
    if (call?.move === "escalate" && (await escalate(ctx, document, call.step, now))) met.escalated += 1;
  }
  if (met.reminded + met.escalated > 0) wakeRelay(ctx, "mongo");
  return met;
}

async function remind(
  ctx: Ctx,
  document: DocumentState,
  { step, dueAt }: { step: number; dueAt: Date },
): Promise<boolean> {
  return saveReminder(ctx, document, { name: "approval.due-soon", data: { step } }, dueAt);
}

async function escalate(ctx: Ctx, document: DocumentState, step: number, at: Date): Promise<boolean> {
  const after = escalated(document, at, await managersOfTheLate(ctx, document));
  return saveMove(ctx, document, after, { name: "approval.overdue", data: { step } });
}

/** The late approvers' nearest managers who are in the company. Nobody decides their own document, so the requester is none. */
async function managersOfTheLate(ctx: Ctx, document: DocumentState): Promise<Map<EmployeeId, StoredPerson>> {
  const found = await Promise.all(
    waitingFor(document).map(async ({ id }) => ({ id, manager: (await managersAbove(ctx, id))[0] })),
  );
  return new Map(
    found.flatMap(({ id, manager }) =>
      manager === undefined || manager.id === document.requester.id ? [] : [[id, manager] as const],
    ),
  );
}
