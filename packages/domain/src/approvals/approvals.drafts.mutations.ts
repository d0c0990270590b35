import type { FormTemplate } from "@erp/contracts/approval-forms";
import type {
  DiscardDraftInput,
  DocumentReference,
  DocumentView,
  SaveDraftInput,
  SubmitInput,
} from "@erp/contracts/approvals";
import type { DocumentId, FileId } from "@erp/contracts/ids";
import type { DocumentState, StoredFile } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { holidaysAhead } from "./approvals.deadlines.queries";
import { type DraftOrigin, draftWith, newDraftOrigin } from "./approvals.drafts.rules";
import { claimFiles, releaseFiles } from "./approvals.files.mutations";
import { finishMove } from "./approvals.finish.mutations";
import { amountOf, completeForm, draftForm } from "./approvals.form.rules";
import { requireSigners } from "./approvals.line.queries";
import { loadActiveParticipants, loadParticipants } from "./approvals.people.queries";
import { assertAllowed, refusalToEdit } from "./approvals.policy";
import { numberOfRevision } from "./approvals.revisions.rules";
import { submitted } from "./approvals.rules";
import { deleteDraft, drawNumber, insertDocument, saveDraftOver, saveMove } from "./approvals.store.mutations";
import { loadDocumentFor } from "./approvals.store.queries";
import { assertOffered, loadNewestTemplate, loadTemplate } from "./approvals.templates.queries";

/**
 * Keeps what the person has typed so far. Throws `approval.changed-meanwhile` when another tab has saved since,
 * `form.not-found`, `form.not-the-drafts`; for a new document on an older version of its form `form.changed-meanwhile`.
 */
export async function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<DocumentReference> {
  const actor = authorize(ctx, "approvals:draft");
  const before = await loadOwnDraft(ctx, actor, input.draft);
  const form = await loadWrittenForm(ctx, before, input);
  const participants = await loadParticipants(ctx, actor, input);
  const now = ctx.clock.now();
  const origin = before ?? newDraftOrigin(newId<DocumentId>(ctx.clock), now);
  const written = { ...participants, form, title: input.title, values: draftForm(form, input.values) };
  return withFiles(ctx, actor, { before, origin, fileIds: input.fileIds }, async (files) => {
    const draft = { ...draftWith(origin, { ...written, files }, now), version: origin.version + 1 };
    if (before === null) await insertDocument(ctx, draft, null);
    else if (!(await saveDraftOver(ctx, before, draft))) throw await conflictOnDraft(ctx, actor, before._id);
    return { documentId: draft._id, version: draft.version };
  });
}

/** Deletes the draft for good. A submitted document is never deleted. */
export async function discardDraft(ctx: Ctx, input: DiscardDraftInput): Promise<void> {
  const actor = authorize(ctx, "approvals:draft");
  const draft = await loadOwnDraft(ctx, actor, input);
  if (draft !== null && !(await deleteDraft(ctx, draft))) throw await conflictOnDraft(ctx, actor, draft._id);
}

/**
 * Sends the document to its first step: form complete, line of active people without the requester or repeats (domain
 * rule 2) and with everybody the form's rule names (ADR 0029), number by rule. Throws `approval.form-incomplete`,
 * `approval.approver-unavailable`, `approval.requester-in-line`, `approval.same-approver-twice`, `approval.line-lacks-signers`,
 * `employee.inactive`, `file.not-found`, `form.not-found`, `form.not-offered`, or a conflict about the draft or, for a new
 * document, the form's version.
 */
export async function submit(ctx: Ctx, input: SubmitInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:draft");
  const before = await loadOwnDraft(ctx, actor, input.draft);
  const form = await loadWrittenForm(ctx, before, input);
  await assertOffered(ctx, form.code);
  const values = completeForm(form, input.values);
  const ruled = { formCode: form.code, amountKrw: amountOf(form, values) };
  const [participants] = await Promise.all([
    loadActiveParticipants(ctx, actor, input),
    requireSigners(ctx, actor.id, ruled, input.line),
  ]);
  const now = ctx.clock.now();
  const origin: DraftOrigin = before ?? newDraftOrigin(newId<DocumentId>(ctx.clock), now);
  const sent = await withFiles(ctx, actor, { before, origin, fileIds: input.fileIds }, async (files) => {
    const draft = draftWith(origin, { ...participants, form, title: input.title, values, files }, now);
    const number = origin.revision ? numberOfRevision(origin.revision) : await drawNumber(ctx, form.code);
    const after = submitted(draft, { at: now, actor: draft.requester }, number, await holidaysAhead(ctx, draft.line));
    const event = { name: "approval.submitted", data: {} } as const;
    if (before === null) await insertDocument(ctx, after, event);
    else if (!(await saveMove(ctx, draft, after, event))) throw await conflictOnDraft(ctx, actor, before._id);
    return after;
  });
  return finishMove(ctx, actor, sent);
}

type Filed = { before: DocumentState | null; origin: DraftOrigin; fileIds: readonly FileId[] };

/** Stores a document with the files it names; those of a new one that could not be stored are free for the next try. */
async function withFiles<Result>(
  ctx: Ctx,
  actor: EmployeeActor,
  { before, origin, fileIds }: Filed,
  store: (files: StoredFile[]) => Promise<Result>,
): Promise<Result> {
  try {
    return await store(await claimFiles(ctx, actor.id, origin, fileIds));
  } catch (error) {
    if (before === null && fileIds.length > 0) await releaseFiles(ctx, actor.id, origin._id);
    throw error;
  }
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

/** The form in the version the document is written on: for a draft the one it was begun on, for a new one the newest. */
async function loadWrittenForm(
  ctx: Ctx,
  draft: DocumentState | null,
  { formCode, formVersion }: Pick<SaveDraftInput, "formCode" | "formVersion">,
): Promise<FormTemplate> {
  if (draft === null) {
    const newest = await loadNewestTemplate(ctx, formCode);
    const { version } = newest;
    if (formVersion === undefined || formVersion === version) return newest;
    throw new DomainError(formVersion < version ? "form.changed-meanwhile" : "form.not-found");
  }
  const isTheDrafts = draft.formCode === formCode && draft.formVersion === (formVersion ?? draft.formVersion);
  if (!isTheDrafts) throw new DomainError("form.not-the-drafts");
  return loadTemplate(ctx, formCode, draft.formVersion);
}

/** Why the update found nothing: the draft was discarded, submitted, or saved elsewhere. */
async function conflictOnDraft(ctx: Ctx, actor: EmployeeActor, id: DocumentId): Promise<DomainError> {
  const now = await loadDocumentFor(ctx, actor, id);
  return new DomainError(refusalToEdit(actor, now) ?? "approval.changed-meanwhile");
}
