import type { DocumentId } from "@erp/contracts/ids";
import { type DocumentState, documentModel } from "@erp/db/mongo/models/approval-document";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { mayOpen } from "./approvals.policy";

const notPartOfTheState = { searchText: 0, outbox: 0, hasOutbox: 0 } as const;

/** Null when there is no such document. */
export async function findDocument(ctx: Ctx, id: DocumentId): Promise<DocumentState | null> {
  return documentModel(ctx.mongo).findById(id, notPartOfTheState).lean<DocumentState>();
}

/** The document, if this person may open it. One that is not theirs is answered like one that does not exist. */
export async function loadDocumentFor(ctx: Ctx, actor: EmployeeActor, id: DocumentId): Promise<DocumentState> {
  const document = await findDocument(ctx, id);
  if (document === null || !mayOpen(actor, document)) throw new DomainError("approval.not-found");
  return document;
}
