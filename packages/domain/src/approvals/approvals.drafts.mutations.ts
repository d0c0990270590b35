import type {
  DiscardDraftInput,
  DocumentReference,
  DocumentView,
  SaveDraftInput,
  SubmitInput,
} from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { draftWith, newDraftOrigin } from "./approvals.drafts.rules";
import { finishMove } from "./approvals.finish.mutations";
import { completeForm, draftForm } from "./approvals.form.rules";
import { loadActiveParticipants, loadParticipants } from "./approvals.people.queries";
import { assertAllowed, refusalToEdit } from "./approvals.policy";
import { submitted } from "./approvals.rules";
import { deleteDraft, drawNumber, insertDocument, saveDraftOver, saveMove } from "./approvals.store.mutations";
import { loadDocumentFor } from "./approvals.store.queries";

/** Keeps what the person has typed so far. Throws `approval.changed-meanwhile` when another tab has saved since. */
export async function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<DocumentReference> {
  const actor = authorize(ctx, "approvals:draft");
  const before = await loadOwnDraft(ctx, actor, input.draft);
  const participants = await loadParticipants(ctx, actor, input);
  const now = ctx.clock.now();
  const origin = before ?? newDraftOrigin(newId<DocumentId>(ctx.clock), now);
  const content = {
    ...participants,
    formCode: input.formCode,
    title: input.title,
    values: draftForm(input.formCode, input.values),
  };
  const draft = { ...draftWith(origin, content, now), version: origin.version + 1 };
  if (before === null) await insertDocument(ctx, draft, null);
  else if (!(await saveDraftOver(ctx, before, draft))) throw await conflictOnDraft(ctx, actor, before._id);
  return { documentId: draft._id, version: draft.version };
}

/** Deletes the draft for good. A submitted document is never deleted. */
export async function discardDraft(ctx: Ctx, input: DiscardDraftInput): Promise<void> {
  const actor = authorize(ctx, "approvals:draft");
  const draft = await loadOwnDraft(ctx, actor, input);
  if (draft !== null && !(await deleteDraft(ctx, draft))) throw await conflictOnDraft(ctx, actor, draft._id);
}

/**
 * Sends the document to its first step: form complete, line of active people without the requester or repeats (domain
 * rule 2), number by rule. Throws `approval.form-incomplete`, `approval.approver-unavailable`,
 * `approval.requester-in-line`, `approval.same-approver-twice`, `employee.inactive`, or a conflict about the draft.
 */
export async function submit(ctx: Ctx, input: SubmitInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:draft");
  const before = await loadOwnDraft(ctx, actor, input.draft);
  const values = completeForm(input.formCode, input.values);
  const participants = await loadActiveParticipants(ctx, actor, input);
  const now = ctx.clock.now();
  const origin = before ?? newDraftOrigin(newId<DocumentId>(ctx.clock), now);
  const draft = draftWith(origin, { ...participants, formCode: input.formCode, title: input.title, values }, now);
  const after = submitted(draft, { at: now, actor: draft.requester }, await drawNumber(ctx, input.formCode));
  const event = { name: "approval.submitted", data: {} } as const;
  if (before === null) await insertDocument(ctx, after, event);
  else if (!(await saveMove(ctx, draft, after, event))) throw await conflictOnDraft(ctx, actor, before._id);
  return finishMove(ctx, actor, after);
}

type SeenDraft = { documentId: DocumentId; version: number };

/** The person's draft at the version they saw; null when they have none yet. */
async function loadOwnDraft(
  ctx: Ctx,
  actor: EmployeeActor,
  seen: SeenDraft | undefined,
): Promise<DocumentState | null> {
  if (seen === undefined) return null;
  const draft = await loadDocumentFor(ctx, actor, seen.documentId);
  assertAllowed(refusalToEdit(actor, draft));
  if (draft.version !== seen.version) throw new DomainError("approval.changed-meanwhile");
  return draft;
}

/** Why the update found nothing: the draft was discarded, submitted, or saved elsewhere. */
async function conflictOnDraft(ctx: Ctx, actor: EmployeeActor, id: DocumentId): Promise<DomainError> {
  const now = await loadDocumentFor(ctx, actor, id);
  return new DomainError(refusalToEdit(actor, now) ?? "approval.changed-meanwhile");
}
