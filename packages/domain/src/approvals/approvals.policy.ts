import { isWritable } from "@erp/contracts/approval-forms";
import type { DocumentAction, DocumentCard } from "@erp/contracts/approvals";
import type { ErrorCode } from "@erp/contracts/errors";
import type { EmployeeId } from "@erp/contracts/ids";
import { hasPermission } from "@erp/contracts/permissions";
import type { DocumentState, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import { DomainError } from "../errors";
import {
  deciders,
  escalationsOf,
  managersAsked,
  peopleOf,
  undecidedWhenWithdrawn,
  waitingFor,
} from "./approvals.boxes.rules";
import { revisionNumber } from "./approvals.revisions.rules";
import { isFullyApproved } from "./approvals.rules";
import { isClosed } from "./approvals.states";

/**
 * Who asks; `standsInFor` names the approvers in whose place they decide today, `stoodInFor` those in whose place they did when
 * the document was withdrawn, where that matters.
 */
export type Looker = Pick<EmployeeActor, "id" | "role"> & {
  standsInFor?: readonly EmployeeId[];
  stoodInFor?: readonly EmployeeId[];
};
export type Guarded = Pick<DocumentState, "status" | "requester" | "line" | "references" | "readers" | "history">;
type Revised = Pick<DocumentState, "revision">;

/** The hash chain of a document is read as a whole; more comments than this would make it slow for everybody. */
export const MAX_HISTORY_ENTRIES = 500;

/**
 * A draft belongs to its writer alone. Later the requester, the people on the line and the references may open the
 * document, its readers once it is approved, and HR administrators always; a substitute while it waits for whom they
 * stand in for, and for good once they have decided it or it was withdrawn while it asked them: they are told so, and what
 * they are told of they may read. A manager once a step was escalated to them.
 */
export function mayOpen(actor: Looker, document: Guarded): boolean {
  const { status, requester, line, references, readers } = document;
  if (requester.id === actor.id) return true;
  if (status === "DRAFT") return false;
  const onTheLine = [...peopleOf(line), ...deciders(line), ...managersAsked(line)];
  const people = [...onTheLine, ...references, ...(status === "APPROVED" ? readers : [])];
  if (people.some(({ id }) => id === actor.id) || hasPermission(actor.role, "approvals:view-all")) return true;
  return decidesFor(actor, document) !== null || wasAskedInStead(actor, document);
}

function wasAskedInStead({ stoodInFor = [] }: Looker, document: Guarded): boolean {
  return undecidedWhenWithdrawn(document).some(({ id }) => stoodInFor.includes(id));
}

/**
 * Among a document's revisions, whoever may open one follows those before it: they are what it answers. A later one has
 * a line of its own.
 */
export function mayFollow(actor: Looker, opened: Guarded & Revised, other: Guarded & Revised): boolean {
  return revisionNumber(other) <= revisionNumber(opened) || mayOpen(actor, other);
}

/**
 * Whose decision this person would make now: their own first, otherwise that of the first approver they stand in for, as a
 * substitute or because it was escalated to them. Null when it is not their turn. Nobody decides their own document, in
 * nobody's place.
 */
export function decidesFor(
  { id: actorId, standsInFor = [] }: Looker,
  document: Pick<Guarded, "status" | "requester" | "line">,
): StoredPerson | null {
  const { requester } = document;
  return turnAmong(actorId, standsInFor, {
    requester,
    waitingFor: waitingFor(document),
    escalations: escalationsOf(document),
  });
}

/** The same for a card of a list, which knows whom its document waits for. */
export function turnAmong(
  actorId: EmployeeId,
  standsInFor: readonly EmployeeId[],
  { requester, waitingFor: waiting, escalations }: Pick<DocumentCard, "requester" | "waitingFor" | "escalations">,
): StoredPerson | null {
  if (requester.id === actorId) return null;
  const late = escalations.filter(({ managerId }) => managerId === actorId).map(({ approverId }) => approverId);
  const inTheirStead = [...standsInFor, ...late];
  return waiting.find(({ id }) => id === actorId) ?? waiting.find(({ id }) => inTheirStead.includes(id)) ?? null;
}

/** Whether this manager decides in the approver's stead because the document says so; whoever else does is a substitute. */
export function isEscalatedTo(managerId: EmployeeId, approverId: EmployeeId, document: Guarded): boolean {
  return escalationsOf(document).some((each) => each.managerId === managerId && each.approverId === approverId);
}

/** Why this person cannot decide now, or null. Only the open step's people act, or who stands in for them. */
export function refusalToDecide(actor: Looker, document: Guarded): ErrorCode | null {
  if (document.requester.id === actor.id) return "approval.own-document";
  if (decidesFor(actor, document) !== null) return null;
  const ids = [actor.id, ...(actor.standsInFor ?? [])];
  const steps = document.line.filter((step) => ids.some((id) => isAsked(step, id)));
  if (steps.length === 0) return "approval.not-your-turn";
  if (isClosed(document.status)) return "approval.already-closed";
  const isDecided = steps.some((step) => step.state === "APPROVED" || ids.some((id) => hasDecided(step, id)));
  return isDecided ? "approval.already-decided" : "approval.not-your-turn";
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

/** The requester writes again what came back or was taken back, where the form is written as a document at all. */
export function refusalToRevise(
  actor: Looker,
  { requester, status, formCode }: Guarded & Pick<DocumentState, "formCode">,
): ErrorCode | null {
  if (requester.id !== actor.id) return "approval.not-the-drafter";
  if (status !== "REJECTED" && status !== "WITHDRAWN") return "approval.not-to-revise";
  return isWritable(formCode) ? null : "approval.begun-elsewhere";
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
    revise: refusalToRevise(actor, document) === null,
  };
  return (Object.keys(allowed) as DocumentAction[]).filter((action) => allowed[action]);
}

/** Throws the refusal, if there is one. */
export function assertAllowed(refusal: ErrorCode | null): void {
  if (refusal !== null) throw new DomainError(refusal);
}

function isAsked({ approvers }: StoredStep, employeeId: EmployeeId): boolean {
  return approvers.some(({ person, escalatedTo }) => person.id === employeeId || escalatedTo?.id === employeeId);
}

function hasDecided(step: StoredStep, employeeId: EmployeeId): boolean {
  const decided = step.approvers.filter(({ decision }) => decision !== null);
  return decided.some(({ person, escalatedTo }) => person.id === employeeId || escalatedTo?.id === employeeId);
}
