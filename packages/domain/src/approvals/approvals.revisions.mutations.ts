import type { DocumentByIdInput, DocumentReference } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { newId } from "../new-id";
import { draftWith, newDraftOrigin } from "./approvals.drafts.rules";
import { filesOf } from "./approvals.files.rules";
import { templateOf } from "./approvals.form.rules";
import { findActivePeople, loadParticipants } from "./approvals.people.queries";
import { assertAllowed, refusalToRevise } from "./approvals.policy";
import { findRevision } from "./approvals.revisions.queries";
import { nextRevision } from "./approvals.revisions.rules";
import { insertDocument } from "./approvals.store.mutations";
import { loadDocumentFor } from "./approvals.store.queries";
import { assertOffered } from "./approvals.templates.queries";

/**
 * The draft of the next revision of one's rejected or withdrawn document, on the same version of its form: everything of it
 * but leavers, its files included. There is one at most (a unique index): asked again, it is the same draft. Throws `approval.not-to-revise`,
 * `approval.begun-elsewhere`, `form.not-offered`, or `approval.already-revised` once it was submitted.
 */
export async function revise(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<DocumentReference> {
  const actor = authorize(ctx, "approvals:draft");
  const source = await loadDocumentFor(ctx, actor, documentId);
  assertAllowed(refusalToRevise(actor, source));
  const revision = nextRevision(source);
  const begun = await findRevision(ctx, revision);
  if (begun !== null) return unlessSubmitted(begun);
  await assertOffered(ctx, source.formCode);
  const now = ctx.clock.now();
  const origin = { ...newDraftOrigin(newId<DocumentId>(ctx.clock), now), revision };
  const { line, references, readers } = await findActivePeople(ctx, source);
  const participants = await loadParticipants(ctx, actor, {
    line: line.map(({ approvers, ...step }) => ({ ...step, approverIds: approvers.map(({ id }) => id) })),
    referenceIds: references.map(({ id }) => id),
    readerIds: readers.map(({ id }) => id),
  });
  const { title, values } = source;
  const content = { ...participants, form: templateOf(source), title, values, files: [...filesOf(source)] };
  const draft = { ...draftWith(origin, content, now), version: 1 };
  try {
    await insertDocument(ctx, draft, null);
  } catch (error) {
    const faster = isDuplicateKey(error) ? await findRevision(ctx, revision) : null;
    if (faster === null) throw error;
    return unlessSubmitted(faster);
  }
  return { documentId: draft._id, version: draft.version };
}

function unlessSubmitted({ _id, version, status }: DocumentState): DocumentReference {
  if (status !== "DRAFT") throw new DomainError("approval.already-revised");
  return { documentId: _id, version };
}
