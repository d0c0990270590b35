import type {
  ApproveInput,
  ApproveManyInput,
  ApproveManyResult,
  CommentInput,
  DocumentView,
  RejectInput,
  WithdrawInput,
} from "@erp/contracts/approvals";
import type { ErrorCode } from "@erp/contracts/errors";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import type { DocumentState, StoredPerson } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { managersAsked, peopleOf } from "./approvals.boxes.rules";
import { requireStandsIn, withPrincipals } from "./approvals.covers.queries";
import { finishMove } from "./approvals.finish.mutations";
import { loadSelf } from "./approvals.people.queries";
import {
  assertAllowed,
  decidesFor,
  isEscalatedTo,
  type Looker,
  refusalToComment,
  refusalToDecide,
  refusalToWithdraw,
} from "./approvals.policy";
import { type Act, approved, commented, openStepIndex, rejected, withdrawn } from "./approvals.rules";
import { saveMove } from "./approvals.store.mutations";
import { findDocument, loadDocumentFor } from "./approvals.store.queries";

/** Other people's comments may come in between; every try reads the document again. */
const COMMENT_ATTEMPTS = 30;

/**
 * The approver's yes. The worker then opens the next step or completes the document. Throws `approval.not-your-turn`,
 * `.own-document`, or a conflict: `.already-decided`, `.already-closed`, `.changed-meanwhile`.
 */
export async function approve(ctx: Ctx, input: ApproveInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:decide");
  const { before, looker, approver, act } = await loadTurn(ctx, actor, input);
  const after = approved(before, act, approver.id, input.comment || null);
  const step = openStepIndex(before.line);
  const stepApproved = after.line[step]?.state === "APPROVED";
  if (!(await saveMove(ctx, before, after, { name: "approval.step-decided", data: { step, stepApproved } }))) {
    throw await conflictOn(ctx, before._id, (now) => refusalToDecide(looker, now));
  }
  return finishMove(ctx, looker, after);
}

/** The approver's no, with its reason: the document ends here. Throws as `approve` does. */
export async function reject(ctx: Ctx, input: RejectInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:decide");
  const { before, looker, approver, act } = await loadTurn(ctx, actor, input);
  if (input.reason.trim() === "") throw new DomainError("approval.reason-required");
  const after = rejected(before, act, approver.id, input.reason);
  const step = openStepIndex(before.line);
  if (!(await saveMove(ctx, before, after, { name: "approval.rejected", data: { step } }))) {
    throw await conflictOn(ctx, before._id, (now) => refusalToDecide(looker, now));
  }
  return finishMove(ctx, looker, after);
}

/** Each document on its own: one that somebody else has decided meanwhile does not stop the others. */
export async function approveMany(ctx: Ctx, input: ApproveManyInput): Promise<ApproveManyResult> {
  authorize(ctx, "approvals:decide");
  return Promise.all(
    input.documents.map(async (each) => {
      const code = await approve(ctx, each).then(
        () => null,
        (error: unknown) => codeOf(ctx, error),
      );
      return { documentId: each.documentId, outcome: code === null ? "APPROVED" : "REFUSED", code } as const;
    }),
  );
}

/** The requester takes the document back while it is under way. Throws `approval.not-the-drafter` or a conflict. */
export async function withdraw(ctx: Ctx, input: WithdrawInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:draft");
  const before = await loadDocumentFor(ctx, actor, input.documentId);
  assertAllowed(refusalToWithdraw(actor, before));
  assertSeen(before, input);
  const after = withdrawn(before, { at: ctx.clock.now(), actor: before.requester });
  if (!(await saveMove(ctx, before, after, { name: "approval.withdrawn", data: {} }))) {
    throw await conflictOn(ctx, before._id, (now) => refusalToWithdraw(actor, now));
  }
  return finishMove(ctx, actor, after);
}

/** Anybody who may open the document may speak on it. Throws `approval.too-many-comments`. */
export async function comment(ctx: Ctx, input: CommentInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:comment");
  for (let attempt = 1; attempt <= COMMENT_ATTEMPTS; attempt += 1) {
    const before = await loadDocumentFor(ctx, actor, input.documentId);
    assertAllowed(refusalToComment(before));
    const speaker = participant(before, actor.id) ?? (await loadSelf(ctx, actor));
    const after = commented(before, { at: ctx.clock.now(), actor: speaker }, input.text);
    const sequence = after.history.length;
    if (await saveMove(ctx, before, after, { name: "approval.commented", data: { sequence } }))
      return finishMove(ctx, await withPrincipals(ctx, actor), after);
  }
  throw new DomainError("approval.changed-meanwhile");
}

type Seen = { documentId: DocumentId; version: number };

/** The document at the version that was seen, who decides, and whose decision it is. */
type Turn = { before: DocumentState; looker: Looker; approver: StoredPerson; act: Act };

/**
 * A document one may not even open is answered like one where it is not one's turn, existing or not. In somebody's place one
 * decides only if the document itself says so, or MySQL at this moment.
 */
async function loadTurn(ctx: Ctx, actor: EmployeeActor, seen: Seen): Promise<Turn> {
  const [before, looker] = await Promise.all([findDocument(ctx, seen.documentId), withPrincipals(ctx, actor)]);
  if (before === null) throw new DomainError("approval.not-your-turn");
  assertAllowed(refusalToDecide(looker, before));
  assertSeen(before, seen);
  const approver = decidesFor(looker, before);
  if (approver === null) throw new DomainError("approval.not-your-turn");
  const at = ctx.clock.now();
  if (approver.id === actor.id) return { before, looker, approver, act: { at, actor: approver } };
  if (!isEscalatedTo(actor.id, approver.id, before)) await requireStandsIn(ctx, actor.id, approver.id);
  const substitute = participant(before, actor.id) ?? (await loadSelf(ctx, actor));
  return { before, looker, approver, act: { at, actor: substitute, onBehalfOf: approver } };
}

function assertSeen(document: DocumentState, seen: Seen): void {
  if (document.version !== seen.version) throw new DomainError("approval.changed-meanwhile");
}

/** Somebody was faster: what the document now says about this move, or that it changed. */
async function conflictOn(
  ctx: Ctx,
  id: DocumentId,
  refusal: (now: DocumentState) => ErrorCode | null,
): Promise<DomainError> {
  const now = await findDocument(ctx, id);
  return new DomainError((now && refusal(now)) ?? "approval.changed-meanwhile");
}

function participant({ requester, line, references, readers }: DocumentState, id: EmployeeId): StoredPerson | null {
  const named = [requester, ...peopleOf(line), ...managersAsked(line), ...references, ...readers];
  return named.find((person) => person.id === id) ?? null;
}

function codeOf(ctx: Ctx, error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  ctx.log.error({ err: error }, "one of several approvals failed");
  return "request.unavailable";
}
