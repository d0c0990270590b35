import type { Box, DocumentView } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { Role } from "@erp/contracts/roles";

type Reader = { id: EmployeeId; role: Role };

/** The box in which the reader looks for this document first; null where it lies in none that they may list. */
export function homeBox(document: DocumentView, { id: readerId, role }: Reader): Box | null {
  const { status, requester, line, references, readers, allowedActions } = document;
  if (status === "DRAFT") return "DRAFTS";
  if (allowedActions.includes("approve")) return "WAITING";
  if (requester.id === readerId) return "MINE";
  const approvers = line.flatMap((step) => step.approvers);
  const isOwn = (person: PersonView | null) => person?.id === readerId;
  if (approvers.some(({ person, substitute, decision }) => decision !== null && (isOwn(person) || isOwn(substitute))))
    return "DONE";
  if (status === "IN_PROGRESS" && approvers.some(({ person }) => isOwn(person))) return "UPCOMING";
  if ([...references, ...readers].some(isOwn)) return "SHARED";
  return hasPermission(role, "approvals:view-all") ? "ALL" : null;
}
