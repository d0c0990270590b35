import { parseEvent } from "@erp/contracts/events";
import type { DocumentId } from "@erp/contracts/ids";
import { findWaitingDocuments, markPublished } from "@erp/db/mongo/document-outbox";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { approvalReactions } from "../approvals/approvals.reactions";
import { substitutionReactions } from "../approvals/approvals.substitutions.reactions";
import { attendanceSettlementReactions } from "../attendance/attendance.settlement.reactions";
import type { Ctx } from "../context";
import { leaveLeaverReactions } from "../leave/leave.leavers.reactions";
import { rewardReactions } from "../leave/leave.rewards.reactions";
import { leaveSettlementReactions } from "../leave/leave.settlement.reactions";
import { leaveSubstituteReactions } from "../leave/leave.substitutes.reactions";
import { daysOffNotices } from "../notifications/notifications.days-off.reactions";
import { notificationReactions } from "../notifications/notifications.reactions";
import { substituteNotices } from "../notifications/notifications.substitutes.reactions";

type React = (ctx: Ctx, event: ReturnType<typeof parseEvent>) => Promise<void>;

/** What relay and workers do, without Kafka: every waiting event of every document, in order, until none is left. */
export async function settleDocuments(ctx: Ctx, deliveries = 1): Promise<void> {
  for (;;) {
    const waiting = await findWaitingDocuments(ctx.mongo, 100);
    if (waiting.length === 0) return;
    for (const { documentId, events } of waiting) {
      for (const { message } of events) await deliver(ctx, message, deliveries);
      await markPublished(ctx.mongo, new Map([[documentId, events.map(({ eventId }) => eventId)]]));
    }
  }
}

/** The same for one document alone. */
export async function settleDocument(ctx: Ctx, id: DocumentId): Promise<void> {
  for (;;) {
    const document = await documentModel(ctx.mongo).findById(id, { outbox: 1 }).lean();
    if (!document || document.outbox.length === 0) return;
    for (const { message } of document.outbox) await deliver(ctx, message);
    await markPublished(ctx.mongo, new Map([[id, document.outbox.map(({ eventId }) => eventId)]]));
  }
}

/** What the workers' groups react with; the identity service's and the signals' are left out. */
const reactionsByGroup = [
  { ...approvalReactions, ...substitutionReactions },
  { ...notificationReactions, ...substituteNotices, ...daysOffNotices },
  { ...leaveSettlementReactions, ...leaveSubstituteReactions, ...leaveLeaverReactions },
  attendanceSettlementReactions,
  rewardReactions,
];

/** Hands one event to every worker's reactions, as often as wanted. */
export async function deliver(ctx: Ctx, message: string, deliveries = 1): Promise<void> {
  const event = parseEvent(JSON.parse(message));
  const worker: Ctx = { ...ctx, actor: { kind: "system", name: "settle" }, traceparent: event.traceparent };
  const reactions = reactionsByGroup.map(
    (each) => (each as Partial<Record<string, unknown>>)[event.name] as React | undefined,
  );
  for (let delivery = 1; delivery <= deliveries; delivery += 1) {
    await Promise.all(reactions.map((react) => react?.(worker, event)));
  }
}
