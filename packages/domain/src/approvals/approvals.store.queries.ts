import type { DocumentId, EmployeeId } from "@erp/contracts/ids";
import { combineById, onePer } from "@erp/db/combine";
import { type DocumentState, documentCollection } from "@erp/db/mongo/models/approval-document";
import type { Connection } from "mongoose";
import type { EmployeeActor } from "../actor";
import type { Ctx } from "../context";
import { DomainError } from "../errors";
import { undecidedWhenWithdrawn } from "./approvals.boxes.rules";
import { substitutesOf, withPrincipals } from "./approvals.covers.queries";
import { mayOpen } from "./approvals.policy";

export const notPartOfTheState = { searchText: 0, outbox: 0, hasOutbox: 0, lastMoveId: 0 } as const;

/** Null when there is no such document. Others that are asked for at this moment are read with it. */
export function findDocument(ctx: Ctx, id: DocumentId): Promise<DocumentState | null> {
  return documentsOf(ctx.mongo)(id);
}

const documentsOf = onePer((mongo: Connection) =>
  combineById(
    (ids: readonly DocumentId[]) =>
      documentCollection(mongo)
        .find<DocumentState>({ _id: { $in: [...ids] } }, { projection: notPartOfTheState })
        .toArray(),
    ({ _id }) => _id,
  ),
);

/** The document, if this person may open it. One that is not theirs is answered like one that does not exist. */
export async function loadDocumentFor(ctx: Ctx, actor: EmployeeActor, id: DocumentId): Promise<DocumentState> {
  const document = await findDocument(ctx, id);
  if (document === null || !(await mayOpenNow(ctx, actor, document))) throw new DomainError("approval.not-found");
  return document;
}

/**
 * By themselves, or in the place of somebody the document waits for, or waited for when it was withdrawn; only then is it asked
 * for whom they stand in, or stood in then.
 */
export async function mayOpenNow(ctx: Ctx, actor: EmployeeActor, document: DocumentState): Promise<boolean> {
  if (mayOpen(actor, document) || mayOpen(await withPrincipals(ctx, actor), document)) return true;
  const stoodInFor = await principalsAtWithdrawal(ctx, actor, document);
  return stoodInFor.length > 0 && mayOpen({ ...actor, stoodInFor }, document);
}

/** Of those whose decision the withdrawal made needless, in whose place this person would have decided then. */
async function principalsAtWithdrawal(ctx: Ctx, actor: EmployeeActor, document: DocumentState): Promise<EmployeeId[]> {
  const { completedAt } = document;
  const undecided = undecidedWhenWithdrawn(document).map(({ id }) => id);
  if (completedAt === null || undecided.length === 0) return [];
  const substitutes = await substitutesOf(ctx, undecided, completedAt);
  return undecided.filter((id) => substitutes.get(id) === actor.id);
}
