import type { ListBoxInput } from "@erp/contracts/approvals";
import { addDays, startOfKoreanDay } from "@erp/contracts/dates";
import type { ApprovalDocument } from "@erp/db/mongo/models/approval-document";
import type { QueryFilter } from "mongoose";
import { searchable } from "./approvals.boxes.rules";
import type { ListPosition, TimeRange } from "./approvals.paging.rules";

type Condition = QueryFilter<ApprovalDocument>;

export function hasFilters({ search, formCode, status, from, to }: ListBoxInput): boolean {
  return [search || undefined, formCode, status, from, to].some((filter) => filter !== undefined);
}

/** What the person chose to see of a box; days are Korean, the last one included. */
export function filtersOf({ search, formCode, status, from, to }: ListBoxInput): Condition[] {
  const filters: Condition[] = [];
  if (formCode !== undefined) filters.push({ formCode });
  if (status !== undefined) filters.push({ status });
  if (from !== undefined) filters.push({ listedAt: { $gte: startOfKoreanDay(from) } });
  if (to !== undefined) filters.push({ listedAt: { $lt: startOfKoreanDay(addDays(to, 1)) } });
  if (search) filters.push(searchFilter(search));
  return filters;
}

/** A whole number, of a family or of one revision, which is looked up in an index of its own. */
export function isDocumentNumber(search: string | undefined): search is string {
  return search !== undefined && /^[A-Z]{3}-\d{4}-\d{6,}(-R\d+)?$/.test(search);
}

export function isWithin({ from, before }: TimeRange): Condition {
  const ends = [...(from ? [{ listedAt: { $gte: from } }] : []), ...(before ? [{ listedAt: { $lt: before } }] : [])];
  return ends.length === 0 ? {} : { $and: ends };
}

/** Documents behind the position; the first condition alone lets the index skip everything before it. */
export function isBehind({ listedAt, documentId }: ListPosition, direction: 1 | -1): Condition {
  if (direction === 1)
    return { listedAt: { $gte: listedAt }, $or: [{ listedAt: { $gt: listedAt } }, { _id: { $gt: documentId } }] };
  return { listedAt: { $lte: listedAt }, $or: [{ listedAt: { $lt: listedAt } }, { _id: { $lt: documentId } }] };
}

function searchFilter(search: string): Condition {
  // The index of numbers holds only texts and is used only by queries that say so.
  if (isDocumentNumber(search)) return { number: { ...numbersFoundBy(search), $type: "string" } };
  return { searchText: { $regex: literally(searchable(search)) } };
}

/**
 * A family's number finds all of its revisions, which are one stretch of the index: `<number>-R2` stands between
 * `<number>` and `<number>-S`, and a longer number, which goes on with a digit, behind both.
 */
function numbersFoundBy(number: string) {
  return number.includes("-R") ? { $eq: number } : { $gte: number, $lt: `${number}-S` };
}

/** The text as a pattern that matches itself. A NUL would end the pattern in the store; it becomes a character nobody types. */
function literally(text: string): string {
  return text.replaceAll("\0", "\ufffd").replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
