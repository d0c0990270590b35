import { type DocumentId, documentId } from "@erp/contracts/ids";

const DRAFTS = "/approvals/drafts/";

export function draftAddress(id: DocumentId): string {
  return `${DRAFTS}${id}`;
}

/** The draft that is written under this address; null where it is another page's. */
export function draftIn(pathname: string): DocumentId | null {
  if (!pathname.startsWith(DRAFTS)) return null;
  return documentId.safeParse(pathname.slice(DRAFTS.length)).data ?? null;
}
