import { isWritable } from "@erp/contracts/approval-forms";
import type { CopiedDraft, DocumentByIdInput, DocumentView, Verification } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { findPeople } from "../employees/employees.queries";
import { DomainError } from "../errors";
import { peopleOf } from "./approvals.boxes.rules";
import { verifyHistory } from "./approvals.history.rules";
import { loadDocumentFor } from "./approvals.store.queries";
import { toView } from "./approvals.view.rules";

/** The document with what the actor may do now. Throws `approval.not-found` for one that is not theirs to see, too. */
export async function viewDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<DocumentView> {
  const actor = authorize(ctx, "approvals:read");
  return toView(actor, await loadDocumentFor(ctx, actor, documentId));
}

/** Whether the document is as its history sealed it. A draft has no history yet and is answered `approval.still-a-draft`. */
export async function verifyDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<Verification> {
  const actor = authorize(ctx, "approvals:read");
  const document = await loadDocumentFor(ctx, actor, documentId);
  if (document.status === "DRAFT") throw new DomainError("approval.still-a-draft");
  return verifyHistory(document);
}

export type BrokenDocument = { documentId: DocumentId; number: string | null; verification: Verification };

/** Verifies every submitted document, one after another so that millions fit; calls back for each that was altered. */
export async function verifyAllDocuments(
  ctx: Ctx,
  onBroken: (broken: BrokenDocument) => void,
): Promise<{ verified: number; broken: number }> {
  const all = documentModel(ctx.mongo)
    .find({ status: { $ne: "DRAFT" } }, { searchText: 0, outbox: 0, boxes: 0 })
    .lean();
  let verified = 0;
  let broken = 0;
  for await (const document of all.cursor({ batchSize: 200 })) {
    const verification = verifyHistory(document);
    verified += 1;
    if (verification.intact) continue;
    broken += 1;
    onBroken({ documentId: document._id, number: document.number, verification });
  }
  return { verified, broken };
}

/** The content of one's own document for a new draft, without the people who have left since; ranks and departments are today's. */
export async function copyDocument(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<CopiedDraft> {
  const actor = authorize(ctx, "approvals:draft");
  const { requester, line, references, readers, formCode, title, values } = await loadDocumentFor(
    ctx,
    actor,
    documentId,
  );
  if (requester.id !== actor.id) throw new DomainError("approval.not-the-drafter");
  if (!isWritable(formCode)) throw new DomainError("approval.begun-elsewhere");
  const known = await findPeople(
    ctx,
    [...peopleOf(line), ...references, ...readers].map(({ id }) => id),
  );
  const active = (people: readonly { id: EmployeeId }[]): PersonView[] =>
    people.flatMap(({ id }) => {
      const { status, ...person } = known.get(id) ?? { status: "LEAVER" as const };
      return status === "ACTIVE" ? [person as PersonView] : [];
    });
  const steps = line.map(({ kind, quorum, approvers }) => ({
    kind,
    quorum,
    approvers: active(approvers.map(({ person }) => person)),
  }));
  return {
    formCode,
    title,
    values,
    line: steps.filter(({ approvers }) => approvers.length > 0),
    references: active(references),
    readers: active(readers),
  };
}
