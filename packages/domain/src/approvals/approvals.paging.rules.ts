import type { Box } from "@erp/contracts/approvals";
import { type DocumentId, documentId } from "@erp/contracts/ids";
import { DomainError } from "../errors";

/** Where a page ended: the sort key of its last document, and its id between equals. */
export type ListPosition = { listedAt: Date; documentId: DocumentId };

export function toCursor({ listedAt, documentId: id }: ListPosition): string {
  return `${listedAt.getTime()}.${id}`;
}

/** Throws `request.invalid` for anything that `toCursor` did not make. */
export function fromCursor(cursor: string): ListPosition {
  const [milliseconds = "", id, ...rest] = cursor.split(".");
  const parsed = documentId.safeParse(id);
  if (!/^\d{1,15}$/.test(milliseconds) || !parsed.success || rest.length > 0) throw new DomainError("request.invalid");
  return { listedAt: new Date(Number(milliseconds)), documentId: parsed.data };
}

/** A stretch of time, `from` included and `before` not; null where it has no end. */
export type TimeRange = { from: Date | null; before: Date | null };

export const allTime: TimeRange = { from: null, before: null };

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far back to look first, in days, where a box keeps growing for ever. The others stay small by themselves. */
const reachDays: Partial<Record<Box, readonly number[]>> = {
  MINE: [30, 365],
  SHARED: [30, 365],
  DONE: [30, 365],
  ALL: [1, 30, 365],
};

/**
 * The stretches to look through behind a cursor until a page is full, newest first; together they are all of time.
 * FerretDB reads the index of an array in its order only from the beginning; asked for a range it sorts whatever that
 * holds. So a later page costs what lies near it, not what the box holds.
 */
export function rangesBefore(box: Box, newest: Date): TimeRange[] {
  const starts = (reachDays[box] ?? []).map((days) => new Date(newest.getTime() - days * DAY_MS));
  return [...starts, null].map((from, index) => ({ from, before: starts[index - 1] ?? null }));
}
