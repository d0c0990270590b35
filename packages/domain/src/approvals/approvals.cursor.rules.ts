import type { DocumentId } from "@erp/contracts/ids";
import { documentId } from "@erp/contracts/ids";
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
