import type { DocumentStatus, StepState } from "@erp/contracts/approvals";
import { DomainError } from "../errors";

/** What can be done to a document; `openStep`, `escalate` and `complete` are the worker's. */
export type DocumentMove =
  | "submit"
  | "approve"
  | "openStep"
  | "escalate"
  | "complete"
  | "reject"
  | "withdraw"
  | "comment";

/** Every move there is. What is missing is refused; APPROVED, REJECTED and WITHDRAWN lead nowhere. */
export const documentTransitions: Record<DocumentStatus, Partial<Record<DocumentMove, DocumentStatus>>> = {
  DRAFT: { submit: "IN_PROGRESS" },
  IN_PROGRESS: {
    approve: "IN_PROGRESS",
    openStep: "IN_PROGRESS",
    escalate: "IN_PROGRESS",
    comment: "IN_PROGRESS",
    complete: "APPROVED",
    reject: "REJECTED",
    withdraw: "WITHDRAWN",
  },
  APPROVED: { comment: "APPROVED" },
  REJECTED: { comment: "REJECTED" },
  WITHDRAWN: { comment: "WITHDRAWN" },
};

export type StepMove = "open" | "approve" | "reject" | "void";

export const stepTransitions: Record<StepState, Partial<Record<StepMove, StepState>>> = {
  PENDING: { open: "OPEN", void: "VOID" },
  OPEN: { approve: "APPROVED", reject: "REJECTED", void: "VOID" },
  APPROVED: {},
  REJECTED: {},
  VOID: {},
};

/** The status a move leads to. Throws `approval.still-a-draft`, `approval.not-a-draft` or `approval.already-closed`. */
export function statusAfter(status: DocumentStatus, move: DocumentMove): DocumentStatus {
  const next = documentTransitions[status][move];
  if (next !== undefined) return next;
  if (status === "DRAFT") throw new DomainError("approval.still-a-draft");
  throw new DomainError(move === "submit" ? "approval.not-a-draft" : "approval.already-closed");
}

/** The state a step takes; null when it cannot make this move, as a decided step cannot become void. */
export function stepAfter(state: StepState, move: StepMove): StepState | null {
  return stepTransitions[state][move] ?? null;
}

export function isClosed(status: DocumentStatus): boolean {
  return status === "APPROVED" || status === "REJECTED" || status === "WITHDRAWN";
}
