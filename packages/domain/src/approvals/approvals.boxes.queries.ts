import {
  type Box,
  type BoxCounts,
  type DocumentCard,
  type ListBoxInput,
  MAX_BOX_COUNT,
} from "@erp/contracts/approvals";
import { addDays, startOfKoreanDay } from "@erp/contracts/dates";
import type { EmployeeId } from "@erp/contracts/ids";
import type { Page } from "@erp/contracts/paging";
import { type ApprovalDocument, documentModel } from "@erp/db/mongo/models/approval-document";
import type { QueryFilter } from "mongoose";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { boxKey, searchable } from "./approvals.boxes.rules";
import { fromCursor, type ListPosition, toCursor } from "./approvals.cursor.rules";
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
    ...(after ? [isAfter(after, direction)] : []),
  ];
  const found = await documentModel(ctx.mongo)
    .find({ $and: conditions }, cardProjection)
    .sort({ listedAt: direction, _id: direction })
    .limit(input.limit + 1)
    .lean<CardSource[]>();
  const { items, nextCursor } = pageOf(found, input.limit, ({ _id, listedAt }) => ({ documentId: _id, listedAt }));
  return { items: items.map(toCard), nextCursor };
}

function hasFilters({ search, formCode, status, from, to }: ListBoxInput): boolean {
  return [search || undefined, formCode, status, from, to].some((filter) => filter !== undefined);
}

function filtersOf({ search, formCode, status, from, to }: ListBoxInput): QueryFilter<ApprovalDocument>[] {
  const filters: QueryFilter<ApprovalDocument>[] = [];
  if (formCode !== undefined) filters.push({ formCode });
  if (status !== undefined) filters.push({ status });
  if (from !== undefined) filters.push({ listedAt: { $gte: startOfKoreanDay(from) } });
  if (to !== undefined) filters.push({ listedAt: { $lt: startOfKoreanDay(addDays(to, 1)) } });
  if (search !== undefined && search !== "") filters.push(searchFilter(search));
  return filters;
}

/** A whole number of a document is looked up in its own index; anything else is searched for within the box. */
function searchFilter(search: string): QueryFilter<ApprovalDocument> {
  if (/^[A-Z]{3}-\d{4}-\d{6,}$/.test(search)) return { number: search };
  return { searchText: { $regex: literally(searchable(search)) } };
}

/** The text as a pattern that matches itself. A NUL ends patterns in the store, and no text has one. */
function literally(text: string): string {
  return text.replaceAll("\0", " ").replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

/** Documents behind the position; the first condition alone lets the index skip everything before it. */
function isAfter({ listedAt, documentId }: ListPosition, direction: 1 | -1): QueryFilter<ApprovalDocument> {
  if (direction === 1)
    return { listedAt: { $gte: listedAt }, $or: [{ listedAt: { $gt: listedAt } }, { _id: { $gt: documentId } }] };
  return { listedAt: { $lte: listedAt }, $or: [{ listedAt: { $lt: listedAt } }, { _id: { $lt: documentId } }] };
}

/** One more than the page was read to learn whether there is a next one. */
function pageOf<Item>(found: Item[], limit: number, positionOf: (item: Item) => ListPosition): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? toCursor(positionOf(last)) : null };
}
