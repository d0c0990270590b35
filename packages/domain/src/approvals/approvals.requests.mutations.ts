import { type BuiltInFormCode, formTemplates } from "@erp/contracts/approval-forms";
import type { DocumentRequest, LineStepInput } from "@erp/contracts/approvals";
import type { EventEnvelope } from "@erp/contracts/events";
import type { EmployeeId } from "@erp/contracts/ids";
import { isDuplicateKey } from "@erp/db/mongo/duplicate-key";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { wakeRelay } from "../transaction";
import { holidaysAhead } from "./approvals.deadlines.queries";
import { draftWith, newDraftOrigin } from "./approvals.drafts.rules";
import { completeForm } from "./approvals.form.rules";
import { requireSigners } from "./approvals.line.queries";
import { loadActiveParticipants, loadParticipants } from "./approvals.people.queries";
import { projectAtOnce } from "./approvals.queues.mutations";
import { submitted } from "./approvals.rules";
import { drawNumber, insertDocument } from "./approvals.store.mutations";
import { findDocument } from "./approvals.store.queries";

export type Addressees = { formCode: BuiltInFormCode; line: LineStepInput[]; referenceIds: EmployeeId[] };

/**
 * As a submission would: active people, nobody twice, not the actor, everybody the form's rule names. Throws `approval.*` or
 * `employee.inactive`.
 */
export async function assertLineStands(ctx: Ctx, actor: EmployeeActor, { formCode, line, referenceIds }: Addressees) {
  await Promise.all([
    loadActiveParticipants(ctx, actor, { line, referenceIds, readerIds: [] }),
    requireSigners(ctx, actor.id, { formCode }, line),
  ]);
}

/**
 * Stores the submitted document that another domain asked for, under the id it chose. Both the asking call and the worker do
 * this: whoever comes second finds it there.
 */
export async function storeRequestedDocument(ctx: Ctx, request: DocumentRequest): Promise<void> {
  const { documentId, requesterId, formCode, title, values, line, referenceIds } = request;
  if ((await findDocument(ctx, documentId)) !== null) return;
  const at = new Date(request.requestedAt);
  const participants = await loadParticipants(ctx, { id: requesterId }, { line, referenceIds, readerIds: [] });
  const form = formTemplates[formCode];
  const content = { ...participants, form, title, values: completeForm(form, values), files: [] };
  const draft = draftWith(newDraftOrigin(documentId, at), content, at);
  const holidays = await holidaysAhead(ctx, draft.line, at);
  const document = submitted(draft, { at, actor: draft.requester }, await drawNumber(ctx, formCode), holidays);
  try {
    await insertDocument(ctx, document, { name: "approval.submitted", data: {} });
  } catch (error) {
    if (isDuplicateKey(error)) return;
    throw error;
  }
  wakeRelay(ctx, "mongo");
  await projectAtOnce(ctx, document);
}

/** Stores it at once, so that the person finds it in their box; what fails here the worker does from the event. */
export async function storeRequestedDocumentAtOnce(ctx: Ctx, request: DocumentRequest): Promise<void> {
  await storeRequestedDocument(ctx, request).catch((error: unknown) => {
    ctx.log.warn({ err: error, documentId: request.documentId }, "document not stored, the worker will");
  });
}

export async function onDocumentRequested(ctx: Ctx, event: EventEnvelope<"approval.requested">): Promise<void> {
  await storeRequestedDocument(ctx, event.data);
}
