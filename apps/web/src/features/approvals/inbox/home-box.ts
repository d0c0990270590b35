import type { Box, DocumentView } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";

/** The box in which the reader looks for this document first. */
export function homeBox(document: DocumentView, readerId: EmployeeId): Box {
  const { status, requester, line, references, readers, allowedActions } = document;
  if (status === "DRAFT") return "DRAFTS";
  if (allowedActions.includes("approve")) return "WAITING";
  if (requester.id === readerId) return "MINE";
  const own = line.flatMap(({ approvers }) => approvers).find(({ person }) => person.id === readerId);
  if (own !== undefined && own.decision !== null) return "DONE";
  if (own !== undefined && status === "IN_PROGRESS") return "UPCOMING";
  return [...references, ...readers].some(({ id }) => id === readerId) ? "SHARED" : "ALL";
}
