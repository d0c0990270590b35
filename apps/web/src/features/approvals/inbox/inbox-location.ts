import { formCode } from "@erp/contracts/approval-forms";
import { type Box, box, documentStatus, type ListBoxInput } from "@erp/contracts/approvals";
import { calendarDate } from "@erp/contracts/dates";
import { type DocumentId, documentId } from "@erp/contracts/ids";
import { searchText } from "@erp/contracts/text";

export type InboxFilters = Omit<ListBoxInput, "box" | "cursor" | "limit">;

/**
 * Everything the inbox shows is in its address, so that links, back and reload work. The box is null in a document's
 * own address (`/approvals/<document>`, what notifications link to) until it is known where the document lies.
 */
export type InboxLocation = { box: Box | null; documentId: DocumentId | null; filters: InboxFilters };

/** Reads `/approvals/<box>/<document>?search=…`. What does not parse is left out. */
export function readInboxLocation(pathname: string, query: URLSearchParams): InboxLocation {
  const [, first, second] = pathname.split("/").filter((part) => part !== "");
  const named = box.safeParse(first?.toUpperCase()).data ?? null;
  const id = documentId.safeParse(named === null ? first : second).data ?? null;
  return { box: named ?? (id === null ? "WAITING" : null), documentId: id, filters: readFilters(query) };
}

export function inboxHref({ box: boxName, documentId: id, filters }: InboxLocation): string {
  const path = ["/approvals", ...(boxName === null ? [] : [boxName.toLowerCase()]), ...(id === null ? [] : [id])].join(
    "/",
  );
  const entries = Object.entries(filters).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(entries as [string, string][]).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** Whether an address shows this document in this box of the inbox. */
export function isShownAt(pathname: string, boxName: Box, id: DocumentId): boolean {
  const shown = pathname.startsWith("/approvals/") ? readInboxLocation(pathname, new URLSearchParams()) : null;
  return shown?.box === boxName && shown.documentId === id;
}

export function hasFilters(filters: InboxFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined && value !== "");
}

function readFilters(query: URLSearchParams): InboxFilters {
  const read = (name: string) => query.get(name) ?? undefined;
  const filters = {
    search: searchText.safeParse(read("search")).data,
    formCode: formCode.safeParse(read("formCode")).data,
    status: documentStatus.safeParse(read("status")).data,
    from: calendarDate.safeParse(read("from")).data,
    to: calendarDate.safeParse(read("to")).data,
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ""));
}
