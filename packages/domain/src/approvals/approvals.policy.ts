import { isWritable } from "@erp/contracts/approval-forms";
import type { DocumentAction } from "@erp/contracts/approvals";
import type { ErrorCode } from "@erp/contracts/errors";
import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { DocumentState, StoredStep } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";
import { peopleOf } from "./approvals.boxes.rules";
import { isFullyApproved } from "./approvals.rules";
import { isClosed } from "./approvals.states";

export type Looker = Pick<EmployeeActor, "id" | "role">;
export type Guarded = Pick<DocumentState, "status" | "requester" | "line" | "references" | "readers">;

/** The hash chain of a document is read as a whole; more comments than this would make it slow for everybody. */
export const MAX_HISTORY_ENTRIES = 500;

/**
 * A draft belongs to its writer alone. Later the requester, the people on the line and the references may open the
 * document, its readers once it is approved, and HR administrators always.
 */
export function mayOpen(actor: Looker, document: Guarded): boolean {
  const { status, requester, line, references, readers } = document;
  if (requester.id === actor.id) return true;
  if (status === "DRAFT") return false;
  const people = [...peopleOf(line), ...references, ...(status === "APPROVED" ? readers : [])];
  return people.some(({ id }) => id === actor.id) || hasPermission(actor.role, "approvals:view-all");
}

/** Why this person cannot decide now, or null. Nobody decides their own document; only the open step's people act. */
export function refusalToDecide(actor: Looker, document: Guarded): ErrorCode | null {
  if (document.requester.id === actor.id) return "approval.own-document";
  const step = stepOf(document.line, actor.id);
  if (step === undefined) return "approval.not-your-turn";
  if (isClosed(document.status)) return "approval.already-closed";
  if (step.state === "APPROVED" || hasDecided(step, actor.id)) return "approval.already-decided";
  return step.state === "OPEN" ? null : "approval.not-your-turn";
}

/** The requester takes back what is still under way; once everybody has approved it is too late. */
export function refusalToWithdraw(actor: Looker, document: Guarded): ErrorCode | null {
  if (document.requester.id !== actor.id) return "approval.not-the-drafter";
  if (document.status === "DRAFT") return "approval.still-a-draft";
  return isClosed(document.status) || isFullyApproved(document.line) ? "approval.already-closed" : null;
}

/** Whoever may open a submitted document may speak on it, also after its end: that changes nothing that was decided. */
export function refusalToComment(document: Guarded & Pick<DocumentState, "history">): ErrorCode | null {
  if (document.status === "DRAFT") return "approval.still-a-draft";
  return document.history.length >= MAX_HISTORY_ENTRIES ? "approval.too-many-comments" : null;
}

/** Only the writer changes, discards or submits a draft, and only while it is one. */
export function refusalToEdit(actor: Looker, { requester, status }: Guarded): ErrorCode | null {
  if (requester.id !== actor.id) return "approval.not-the-drafter";
  return status === "DRAFT" ? null : "approval.not-a-draft";
}

/** What the person looking may do now. */
export function allowedActions(
  actor: Looker,
  document: Guarded & Pick<DocumentState, "history" | "formCode">,
): DocumentAction[] {
  const isOwn = document.requester.id === actor.id;
  const mayDecide = refusalToDecide(actor, document) === null;
  const mayEdit = refusalToEdit(actor, document) === null;
  const allowed: Record<DocumentAction, boolean> = {
    approve: mayDecide,
    reject: mayDecide,
    withdraw: refusalToWithdraw(actor, document) === null,
    comment: refusalToComment(document) === null,
    edit: mayEdit,
    discard: mayEdit,
    copy: isOwn && document.status !== "DRAFT" && isWritable(document.formCode),
  };
  return (Object.keys(allowed) as DocumentAction[]).filter((action) => allowed[action]);
}

/** Throws the refusal, if there is one. */
export function assertAllowed(refusal: ErrorCode | null): void {
  if (refusal !== null) throw new DomainError(refusal);
}

function stepOf(line: readonly StoredStep[], employeeId: EmployeeId): StoredStep | undefined {
  return line.find(({ approvers }) => approvers.some(({ person }) => person.id === employeeId));
}

function hasDecided(step: StoredStep, employeeId: EmployeeId): boolean {
  return step.approvers.some(({ person, decision }) => person.id === employeeId && decision !== null);
}
