/** Valid documents made by the product's own rules, hash chain included, without asking the server for each. */
import { type BuiltInFormCode, type FormValues, formTemplates } from "@erp/contracts/approval-forms";
import type { DocumentId } from "@erp/contracts/ids";
import type { ApprovalDocument, DocumentState, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import { searchTextOf } from "@erp/domain/approvals/approvals.boxes.rules";
import { draftWith, newDraftOrigin } from "@erp/domain/approvals/approvals.drafts.rules";
import { advanced, approved, rejected, submitted, withdrawn } from "@erp/domain/approvals/approvals.rules";
import { pick } from "./scatter";

/** How far a document has come; `OPEN_FIRST` is open at its first step. */
export type Progress = "OPEN_FIRST" | "APPROVED" | "REJECTED" | "WITHDRAWN";

export type Composition = {
  id: DocumentId;
  number: string;
  formCode: BuiltInFormCode;
  title: string;
  values: FormValues;
  requester: StoredPerson;
  /** One person for each step. */
  approvers: readonly StoredPerson[];
  submittedAt: Date;
  progress: Progress;
};

const HOUR_MS = 60 * 60 * 1000;

/** The document as the store would hold it after all its events were published. */
export function composeDocument(composition: Composition): ApprovalDocument {
  const { id, number, formCode, title, values, requester, submittedAt } = composition;
  const line = composition.approvers.map(openLater);
  const nobody = { references: [], readers: [], files: [] };
  const content = { form: formTemplates[formCode], title, values, requester: snapshot(requester), line, ...nobody };
  const draft = draftWith(newDraftOrigin(id, submittedAt), content, submittedAt);
  const document = progressed(submitted(draft, { at: submittedAt, actor: draft.requester }, number), composition);
  return { ...document, searchText: searchTextOf(document), outbox: [], hasOutbox: false };
}

function progressed(document: DocumentState, { progress, approvers }: Composition): DocumentState {
  if (progress === "OPEN_FIRST") return document;
  if (progress === "WITHDRAWN") return withdrawn(document, { at: hoursLater(document, 1), actor: document.requester });
  const people = approvers.map(snapshot);
  return progress === "APPROVED" ? people.reduce(decidedBy, document) : refusedBy(document, pick(people, 0));
}

function refusedBy(document: DocumentState, person: StoredPerson): DocumentState {
  return rejected(document, { at: hoursLater(document, 1), actor: person }, person.id, "예산을 넘어요.");
}

/** The approver's yes, and what the worker does after it. */
function decidedBy(document: DocumentState, person: StoredPerson, turn: number): DocumentState {
  const at = hoursLater(document, turn + 1);
  const after = approved(document, { at, actor: person }, person.id, null);
  return advanced(after, at) ?? after;
}

function hoursLater({ createdAt }: DocumentState, hours: number): Date {
  return new Date(createdAt.getTime() + hours * HOUR_MS);
}

function openLater(person: StoredPerson): StoredStep {
  const approver = { person: snapshot(person), decision: null, decidedAt: null, comment: null };
  return { kind: "APPROVAL", quorum: "ALL", state: "PENDING", approvers: [approver] };
}

/** Without what else is known of a colleague: the store refuses fields it does not know. */
function snapshot({ id, name, position, departmentNameKo, departmentNameEn }: StoredPerson): StoredPerson {
  return { id, name, position, departmentNameKo, departmentNameEn };
}
