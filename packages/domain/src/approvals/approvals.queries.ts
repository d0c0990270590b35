import { isWritable } from "@erp/contracts/approval-forms";
import type { CopiedDraft, DocumentByIdInput, DocumentView, Verification } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { withPrincipals } from "./approvals.covers.queries";
import { findBrokenFiles } from "./approvals.files.queries";
import { filesOf } from "./approvals.files.rules";
import { fittingValues } from "./approvals.form.rules";
import { type StoredDocument, submittedDocuments, verifyHistory, wasSubmitted } from "./approvals.history.rules";
import { findActivePeople } from "./approvals.people.queries";
import { loadDocumentFor } from "./approvals.store.queries";
import { assertOffered, loadNewestTemplate } from "./approvals.templates.queries";
import { toView } from "./approvals.view.rules";

/** The document with what the actor may do now. Throws `approval.not-found` for one that is not theirs to see, too. */
export async function viewDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:read");
  const [document, looker] = await Promise.all([loadDocumentFor(ctx, actor, documentId), withPrincipals(ctx, actor)]);
  return toView(looker, document);
}

/** Whether the document and its files are as its history sealed them. A draft has no history yet and is answered `approval.still-a-draft`. */
export async function verifyDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<Verification> {
  const actor = authorize(ctx, "approvals:read");
  const document = await loadDocumentFor(ctx, actor, documentId);
  if (!wasSubmitted(document)) throw new DomainError("approval.still-a-draft");
  return verify(ctx, document);
}

/** The chain, and whether the files beside the document are those it covers. */
async function verify(ctx: Ctx, document: StoredDocument): Promise<Verification> {
  const chain = verifyHistory(document);
  const brokenFiles = await findBrokenFiles(ctx, filesOf(document));
  return { ...chain, intact: chain.intact && brokenFiles.length === 0, brokenFiles };
}

export type BrokenDocument = { documentId: DocumentId; number: string | null; verification: Verification };

/** Verifies every submitted document, one after another so that millions fit; calls back for each that was altered. */
export async function verifyAllDocuments(
  ctx: Ctx,
  onBroken: (broken: BrokenDocument) => void,
): Promise<{ verified: number; broken: number }> {
  const all = documentModel(ctx.mongo).find(submittedDocuments, { searchText: 0, outbox: 0, boxes: 0 }).lean();
  let verified = 0;
  let broken = 0;
  for await (const document of all.cursor({ batchSize: 200 })) {
    const verification = await verify(ctx, document);
    verified += 1;
    if (verification.intact) continue;
    broken += 1;
    onBroken({ documentId: document._id, number: document.number, verification });
  }
  return { verified, broken };
}

/**
 * The content of one's own document for a new draft on the newest version of its form, without the people who have left
 * since; ranks and departments are today's. Throws `approval.not-the-drafter`, `approval.begun-elsewhere`, `form.not-offered`.
 */
export async function copyDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<CopiedDraft> {
  const actor = authorize(ctx, "approvals:draft");
  const document = await loadDocumentFor(ctx, actor, documentId);
  const { requester, formCode, title, values } = document;
  if (requester.id !== actor.id) throw new DomainError("approval.not-the-drafter");
  if (!isWritable(formCode)) throw new DomainError("approval.begun-elsewhere");
  await assertOffered(ctx, formCode);
  const { version, name, description, fields } = await loadNewestTemplate(ctx, formCode);
  const form = { name, description, fields };
  return {
    formCode,
    formVersion: version,
    form,
    title,
    values: version === document.formVersion ? values : fittingValues(form, values),
    ...(await findActivePeople(ctx, document)),
    leftOutFiles: filesOf(document).length,
  };
}
