import {
  type Box,
  type BoxCounts,
  type DocumentCard,
  type ListBoxInput,
  MAX_BOX_COUNT,
} from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { boxKey } from "./approvals.boxes.rules";
import { filtersOf, hasFilters, isBehind, isDocumentNumber, isWithin } from "./approvals.filters.rules";
import { allTime, fromCursor, type ListPosition, rangesBefore, toCursor } from "./approvals.paging.rules";
import { countQueue, readQueue } from "./approvals.queues.queries";
import { type CardSource, cardProjection, toCard } from "./approvals.view.rules";

/**
 * One page of a box, always the actor's own; ALL is for HR administrators. WAITING is oldest first, because who waited
 * longest comes first; every other box newest first. Throws `request.invalid` for a cursor that is none.
 */
export async function listBox(ctx: Ctx, input: ListBoxInput): Promise<Page<DocumentCard>> {
  const actor = authorize(ctx, input.box === "ALL" ? "approvals:view-all" : "approvals:read");
  const after = input.cursor === undefined ? null : fromCursor(input.cursor);
  const queued =
    input.box === "WAITING" && !hasFilters(input) ? await listQueue(ctx, actor.id, after, input.limit) : null;
  return queued ?? listStored(ctx, actor.id, after, input);
}

/** The size of every box of the actor; from `MAX_BOX_COUNT` on it says no more than "that many or more". */
export async function countBoxes(ctx: Ctx): Promise<BoxCounts> {
  const actor = authorize(ctx, "approvals:read");
  const stored = (box: Box) =>
    documentModel(ctx.mongo).countDocuments({ boxes: boxKey(box, actor.id) }, { limit: MAX_BOX_COUNT });
  const waiting = async () => (await countQueue(ctx, actor.id)) ?? stored("WAITING");
  const [WAITING, UPCOMING, MINE, SHARED, DONE, DRAFTS] = await Promise.all([
    waiting(),
    stored("UPCOMING"),
    stored("MINE"),
    stored("SHARED"),
    stored("DONE"),
    stored("DRAFTS"),
  ]);
  return { WAITING: Math.min(WAITING, MAX_BOX_COUNT), UPCOMING, MINE, SHARED, DONE, DRAFTS };
}

async function listQueue(
  ctx: Ctx,
  approverId: EmployeeId,
  after: ListPosition | null,
  limit: number,
): Promise<Page<DocumentCard> | null> {
  const position = after && { score: after.listedAt.getTime(), documentId: after.documentId };
  const cards = await readQueue(ctx, approverId, position, limit + 1);
  // A waiting document was submitted, and sorts by that.
  return (
    cards &&
    pageOf(cards, limit, ({ id, submittedAt, updatedAt }) => ({ documentId: id, listedAt: submittedAt ?? updatedAt }))
  );
}

async function listStored(
  ctx: Ctx,
  actorId: EmployeeId,
  after: ListPosition | null,
  input: ListBoxInput,
): Promise<Page<DocumentCard>> {
  const direction = input.box === "WAITING" ? 1 : -1;
  const conditions = [
    { boxes: boxKey(input.box, actorId) },
    ...filtersOf(input),
    ...(after ? [isBehind(after, direction)] : []),
  ];
  const isByNumber = isDocumentNumber(input.search);
  const isFirstPage = after === null;
  const ranges = isByNumber || isFirstPage ? [allTime] : rangesBefore(input.box, after.listedAt);
  const found: CardSource[] = [];
  for (const range of ranges) {
    const page = documentModel(ctx.mongo)
      .find({ $and: [...conditions, isWithin(range)] }, cardProjection)
      // A planner that sees a filter may prefer its index and then sort all of a company's history.
      .hint(isByNumber ? "number" : "boxes")
      .sort({ listedAt: direction, _id: direction })
      .limit(input.limit + 1 - found.length);
    found.push(...(await page.lean<CardSource[]>()));
    if (found.length > input.limit) break;
  }
  const { items, nextCursor } = pageOf(found, input.limit, ({ _id, listedAt }) => ({ documentId: _id, listedAt }));
  return { items: items.map(toCard), nextCursor };
}

/** One more than the page was read to learn whether there is a next one. */
function pageOf<Item>(found: Item[], limit: number, positionOf: (item: Item) => ListPosition): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? toCursor(positionOf(last)) : null };
}
