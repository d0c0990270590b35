import { type DocumentCard, MAX_BOX_COUNT } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import type { QueuePosition } from "@erp/db/redis/waiting-queues";
import type { Ctx } from "../context";
import { isWaitingFor } from "./approvals.boxes.rules";
import { principalsOf } from "./approvals.covers.queries";
import type { ListPosition } from "./approvals.paging.rules";
import { turnAmong } from "./approvals.policy";
import { countQueue, readQueue } from "./approvals.queues.queries";
import { markedFor } from "./approvals.view.rules";

/**
 * Up to `limit` documents that wait for this person, oldest first: their own queue and those of the approvers they stand in
 * for (ADR 0024). Null when Redis cannot tell and MongoDB must be asked.
 */
export async function readWaitingCards(
  ctx: Ctx,
  employeeId: EmployeeId,
  after: ListPosition | null,
  limit: number,
): Promise<DocumentCard[] | null> {
  const position = after && { score: after.listedAt.getTime(), documentId: after.documentId };
  const [own, principalIds] = await Promise.all([
    readQueue(ctx, employeeId, position, limit),
    principalsOf(ctx, employeeId),
  ]);
  const marked = (card: DocumentCard) => markedFor(employeeId, principalIds, card);
  if (own === null || principalIds.length === 0) return own?.map(marked) ?? null;
  const isTheirTurn = (card: DocumentCard) => turnAmong(employeeId, principalIds, card) !== null;
  const others = await Promise.all(
    principalIds.map((id) => readQueueWhere(ctx, id, isTheirTurn, { after: position, limit })),
  );
  if (!others.every((queue) => queue !== null)) return null;
  const known = new Map([own, ...others].flat().map((card) => [card.id, marked(card)]));
  return [...known.values()].sort(byAge).slice(0, limit);
}

/**
 * Somebody's queue without what asks nobody in their place, as what was escalated to them. Reads on where cards are passed
 * over, so that a page ends early only where the queue does.
 */
async function readQueueWhere(
  ctx: Ctx,
  approverId: EmployeeId,
  isWanted: (card: DocumentCard) => boolean,
  { after, limit }: { after: QueuePosition | null; limit: number },
): Promise<DocumentCard[] | null> {
  const found: DocumentCard[] = [];
  for (let position = after; ; ) {
    const cards = await readQueue(ctx, approverId, position, limit);
    if (cards === null) return null;
    found.push(...cards.filter(isWanted));
    const last = cards.at(-1);
    if (last === undefined || cards.length < limit || found.length >= limit) return found;
    position = { score: (last.submittedAt ?? last.updatedAt).getTime(), documentId: last.id };
  }
}

/** How many documents wait for this person, at most `MAX_BOX_COUNT`. */
export async function countWaiting(ctx: Ctx, employeeId: EmployeeId): Promise<number> {
  const [own, principalIds] = await Promise.all([countQueue(ctx, employeeId), principalsOf(ctx, employeeId)]);
  const queued =
    principalIds.length === 0 ? own : (await readWaitingCards(ctx, employeeId, null, MAX_BOX_COUNT))?.length;
  if (typeof queued === "number") return Math.min(queued, MAX_BOX_COUNT);
  const waiting = isWaitingFor(employeeId, principalIds);
  return documentModel(ctx.mongo).countDocuments(waiting, { limit: MAX_BOX_COUNT });
}

/** As each queue is sorted; a waiting document was submitted. */
function byAge(one: DocumentCard, other: DocumentCard): number {
  const age = (one.submittedAt?.getTime() ?? 0) - (other.submittedAt?.getTime() ?? 0);
  return age || (one.id < other.id ? -1 : 1);
}
