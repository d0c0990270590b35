import type { DocumentCard } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import { countWaiting, type QueuePosition, readWaiting } from "@erp/db/redis/waiting-queues";
import type { Ctx } from "../context";
import { formOf } from "./approvals.form.rules";
import { restoreQueues } from "./approvals.queues.mutations";

/** Cards of this approver's queue, oldest first; null when Redis is away or incomplete and MongoDB must be asked. */
export async function readQueue(
  ctx: Ctx,
  approverId: EmployeeId,
  after: QueuePosition | null,
  limit: number,
): Promise<DocumentCard[] | null> {
  const cards = await orNull(ctx, () => readWaiting(ctx.redis, approverId, after, limit));
  return cards?.map(parseCard) ?? null;
}

export async function countQueue(ctx: Ctx, approverId: EmployeeId): Promise<number | null> {
  return orNull(ctx, () => countWaiting(ctx.redis, approverId));
}

/** An incomplete projection is rebuilt behind the person's back; they get their answer from MongoDB meanwhile. */
async function orNull<Value>(ctx: Ctx, read: () => Promise<Value | null>): Promise<Value | null> {
  try {
    const value = await read();
    if (value === null)
      restoreQueues(ctx).catch((error: unknown) => ctx.log.warn({ err: error }, "queues not restored"));
    return value;
  } catch (error) {
    ctx.log.warn({ err: error }, "queues not readable");
    return null;
  }
}

/** The cards of a busy company's managers, about a kilobyte each. */
const REMEMBERED_CARDS = 5_000;
const cardsByText = new Map<string, DocumentCard>();

/** Whoever looks again finds most cards as they were: parsing them was a third of the box's cost. Nobody changes a card. */
function parseCard(text: string): DocumentCard {
  const known = cardsByText.get(text);
  if (known !== undefined) return known;
  const card = readCard(text);
  cardsByText.set(text, card);
  const [oldest] = cardsByText.size > REMEMBERED_CARDS ? cardsByText.keys() : [];
  if (oldest !== undefined) cardsByText.delete(oldest);
  return card;
}

function readCard(text: string): DocumentCard {
  const card = JSON.parse(text) as DocumentCard;
  const instants = {
    submittedAt: card.submittedAt && new Date(card.submittedAt),
    updatedAt: new Date(card.updatedAt),
    dueAt: card.dueAt ? new Date(card.dueAt) : null,
  };
  // Who looks is not the queue's business, and a card may have been written before a release.
  const formName = card.formName ?? formOf<"name">(card).name;
  const { revision = 1, escalations = [] } = card;
  return { ...card, ...instants, formName, revision, escalations, onBehalfOf: null };
}
