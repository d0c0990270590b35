import { formTemplates } from "@erp/contracts/approval-forms";
import { koreanDate } from "@erp/contracts/dates";
import type { DocumentId } from "@erp/contracts/ids";
import { documentModel } from "@erp/db/mongo/models/approval-document";
import { newId } from "@erp/domain/new-id";
import type { Session } from "../portal/session";
import type { Stage } from "../stage";
import { titleOf } from "./archive";
import { composeDocument } from "./compose-document";
import { loadDocuments } from "./load-documents";
import { pick } from "./scatter";

/** A document that nobody has decided yet: it can be decided once, by this person, at this version. */
export type FreshDocument = { documentId: DocumentId; version: number; requester: Session; approver: Session };

/** Above every number that the archive or the portal gives out. */
const FIRST_NUMBER = 90_000_001;
let nextNumber = FIRST_NUMBER;

/** Puts so many documents with one open step into the store, each between another two of the people signed in. */
export async function loadFreshDocuments(stage: Stage, count: number): Promise<FreshDocument[]> {
  const { ctx, people } = stage;
  const fresh: FreshDocument[] = [];
  const submittedAt = ctx.clock.now();
  const series = `${formTemplates.EXPENSE.numberPrefix}-${koreanDate(submittedAt).slice(0, 4)}`;
  await loadDocuments(ctx, nextNumber, nextNumber + count, (number) => {
    const requester = pick(people, number);
    const approver = pick(people, number + 1 + (Math.floor(number / people.length) % (people.length - 1)));
    const document = composeDocument({
      id: newId<DocumentId>(ctx.clock),
      number: `${series}-${number}`,
      formCode: "EXPENSE",
      title: titleOf(number),
      values: { amountKrw: 55_000, spentOn: koreanDate(submittedAt), content: "고객사 방문 교통비입니다." },
      requester: requester.person,
      approvers: [approver.person],
      submittedAt,
      progress: "OPEN_FIRST",
    });
    fresh.push({ documentId: document._id, version: document.version, requester, approver });
    return document;
  });
  nextNumber += count;
  return fresh;
}

/** How many of these the workers have completed. */
export async function countApproved({ ctx }: Stage, ids: readonly DocumentId[]): Promise<number> {
  return documentModel(ctx.mongo).countDocuments({ _id: { $in: [...ids] }, status: "APPROVED" });
}
