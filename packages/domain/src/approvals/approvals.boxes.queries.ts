import {
  type AwaitingCounts,
  type Box,
  type BoxCounts,
  type DocumentCard,
  type ListBoxInput,
  MAX_BOX_COUNT,
} from "@erp/contracts/approvals";
import type { EmployeeByIdInput } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { boxKey, isWaitingFor } from "./approvals.boxes.rules";
import { principalsOf } from "./approvals.covers.queries";
import { filtersOf, hasFilters, isBehind, isDocumentNumber, isWithin } from "./approvals.filters.rules";
import { allTime, fromCursor, type ListPosition, rangesBefore, toCursor } from "./approvals.paging.rules";
import { type CardSource, cardProjection, markedFor, toCard } from "./approvals.view.rules";
import { countWaiting, readWaitingCards } from "./approvals.waiting.queries";

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
  const stored = (box: Box) => countStored(ctx, box, actor.id);
  const [WAITING, UPCOMING, MINE, SHARED, DONE, DRAFTS] = await Promise.all([
    countWaiting(ctx, actor.id),
    stored("UPCOMING"),
    stored("MINE"),
    stored("SHARED"),
    stored("DONE"),
    stored("DRAFTS"),
  ]);
  return { WAITING, UPCOMING, MINE, SHARED, DONE, DRAFTS };
}

/** What waits for somebody's decision now and later, for HR before they leave. */
export async function countAwaiting(ctx: Ctx, { employeeId }: EmployeeByIdInput): Promise<AwaitingCounts> {
  authorize(ctx, "approvals:name-substitutes");
  const [waiting, upcoming] = await Promise.all([
    countWaiting(ctx, employeeId),
    countStored(ctx, "UPCOMING", employeeId),
  ]);
  return { waiting, upcoming };
}

function countStored(ctx: Ctx, box: Box, ownerId: EmployeeId): Promise<number> {
  return documentModel(ctx.mongo).countDocuments({ boxes: boxKey(box, ownerId) }, { limit: MAX_BOX_COUNT });
}

async function listQueue(
  ctx: Ctx,
  approverId: EmployeeId,
  after: ListPosition | null,
  limit: number,
): Promise<Page<DocumentCard> | null> {
  const cards = await readWaitingCards(ctx, approverId, after, limit + 1);
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
  const isWaiting = input.box === "WAITING";
  const direction = isWaiting ? 1 : -1;
  const standsInFor = isWaiting ? await principalsOf(ctx, actorId) : [];
  const conditions = [
    isWaiting ? isWaitingFor(actorId, standsInFor) : { boxes: boxKey(input.box, actorId) },
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
  const cards = items.map(toCard);
  return { items: isWaiting ? cards.map((card) => markedFor(actorId, standsInFor, card)) : cards, nextCursor };
}

/** One more than the page was read to learn whether there is a next one. */
function pageOf<Item>(found: Item[], limit: number, positionOf: (item: Item) => ListPosition): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? toCursor(positionOf(last)) : null };
}
