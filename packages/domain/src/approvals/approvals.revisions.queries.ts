import type { DocumentByIdInput, RevisionView } from "@erp/contracts/approvals";
import type { DocumentId } from "@erp/contracts/ids";
import { type DocumentState, documentCollection, type StoredRevision } from "@erp/db/mongo/models/approval-document";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { withPrincipals } from "./approvals.covers.queries";
import { mayFollow, mayOpen } from "./approvals.policy";
import { changesBetween, revisionNumber } from "./approvals.revisions.rules";
import { findDocument, loadDocumentFor, notPartOfTheState } from "./approvals.store.queries";

/** The document's family, the first one first, each with what it changed of the one before. */
export async function listRevisions(ctx: Ctx, { documentId }: DocumentByIdInput): Promise<RevisionView[]> {
  const actor = authorize(ctx, "approvals:read");
  const opened = await loadDocumentFor(ctx, actor, documentId);
  const looker = await withPrincipals(ctx, actor);
  const family = await findFamily(ctx, opened.revision?.first ?? opened._id);
  return family
    .filter((each) => mayFollow(looker, opened, each))
    .map((each, index, shown) => {
      const before = shown[index - 1];
      return {
        id: each._id,
        number: each.number,
        revision: revisionNumber(each),
        status: each.status,
        submittedAt: each.submittedAt,
        rejection: rejectionOf(each),
        mayOpen: each._id === opened._id || mayOpen(looker, each),
        changes: before === undefined ? [] : changesBetween(before, each),
      };
    });
}

/** This revision, begun or submitted; null when nobody has begun it. */
export async function findRevision(
  ctx: Ctx,
  { first, number }: Pick<StoredRevision, "first" | "number">,
): Promise<DocumentState | null> {
  return documentCollection(ctx.mongo).findOne<DocumentState>(
    { ...laterThan(first), "revision.number": number },
    { projection: notPartOfTheState, hint: INDEX },
  );
}

/** Of the documents that revise another one, which are few; used only by queries that say that they look for texts. */
const INDEX = "revisions";

function laterThan(first: DocumentId) {
  return { "revision.first": { $eq: first, $type: "string" as const } };
}

async function findFamily(ctx: Ctx, firstId: DocumentId): Promise<DocumentState[]> {
  const [first, later] = await Promise.all([
    findDocument(ctx, firstId),
    documentCollection(ctx.mongo)
      .find<DocumentState>(laterThan(firstId), { projection: notPartOfTheState, hint: INDEX })
      .sort({ "revision.number": 1 })
      .toArray(),
  ]);
  return first === null ? later : [first, ...later];
}

function rejectionOf({ line }: DocumentState): RevisionView["rejection"] {
  const rejection = line.flatMap(({ approvers }) => approvers).find(({ decision }) => decision === "REJECTED");
  return rejection ? { person: rejection.substitute ?? rejection.person, reason: rejection.comment ?? "" } : null;
}
