import type { DocumentForm } from "@erp/contracts/approval-forms";
import type { DocumentCard, DocumentView } from "@erp/contracts/approvals";
import type { EmployeeId } from "@erp/contracts/ids";
import type { DocumentState, StoredPerson } from "@erp/db/mongo/models/approval-document";
import { currentStep, escalationsOf, waitingFor } from "./approvals.boxes.rules";
import { filesOf, toFileView } from "./approvals.files.rules";
import { formOf } from "./approvals.form.rules";
import { allowedActions, decidesFor, type Looker, turnAmong } from "./approvals.policy";
import { revisionNumber } from "./approvals.revisions.rules";

/** What a list reads from the store: the fields a row is made from. */
export const cardProjection = {
  _id: 1,
  version: 1,
  formCode: 1,
  "form.name": 1,
  number: 1,
  title: 1,
  revision: 1,
  status: 1,
  requester: 1,
  amountKrw: 1,
  line: 1,
  submittedAt: 1,
  updatedAt: 1,
  listedAt: 1,
} as const satisfies Partial<Record<keyof DocumentState | "form.name", 1>>;

export type CardSource = Pick<DocumentState, Exclude<keyof typeof cardProjection, "form.name">> & {
  form?: Pick<DocumentForm, "name">;
};

export function toCard(document: CardSource): DocumentCard {
  return {
    ...shared(document),
    formName: formOf<"name">(document).name,
    waitingFor: waitingFor(document),
    dueAt: document.line.find(({ state }) => state === "OPEN")?.dueAt ?? null,
    escalations: escalationsOf(document),
    onBehalfOf: null,
  };
}

/** A card of the waiting box says in whose place the reader would decide. */
export function markedFor(readerId: EmployeeId, standsInFor: readonly EmployeeId[], card: DocumentCard): DocumentCard {
  const onBehalfOf = unlessOneself(turnAmong(readerId, standsInFor, card), readerId);
  return onBehalfOf === card.onBehalfOf ? card : { ...card, onBehalfOf };
}

/** The whole document as this person may see it. */
export function toView(actor: Looker, document: DocumentState): DocumentView {
  return {
    ...shared(document),
    formVersion: document.formVersion,
    form: formOf<keyof DocumentForm>(document),
    values: document.values,
    line: document.line.map((step) => ({
      ...step,
      dueAt: step.dueAt ?? null,
      approvers: step.approvers.map((approver) => ({
        ...approver,
        substitute: approver.substitute ?? null,
        escalatedTo: approver.escalatedTo ?? null,
      })),
    })),
    references: document.references,
    readers: document.readers,
    files: filesOf(document).map(toFileView),
    history: document.history.map(({ sequence, at, kind, actor: by, onBehalfOf, step, text, hash }) => ({
      sequence,
      at,
      kind,
      actor: by,
      onBehalfOf: onBehalfOf ?? null,
      step,
      text,
      hash,
    })),
    completedAt: document.completedAt,
    onBehalfOf: unlessOneself(decidesFor(actor, document), actor.id),
    allowedActions: allowedActions(actor, document),
  };
}

function unlessOneself(person: StoredPerson | null, readerId: EmployeeId): StoredPerson | null {
  return person?.id === readerId ? null : person;
}

function shared(
  document: CardSource,
): Omit<DocumentCard, "formName" | "waitingFor" | "dueAt" | "escalations" | "onBehalfOf"> {
  const { _id, version, formCode, number, title, status, requester, amountKrw, line, submittedAt, updatedAt } =
    document;
  return {
    id: _id,
    version,
    formCode,
    number,
    title,
    revision: revisionNumber(document),
    status,
    requester,
    amountKrw,
    stepCount: line.length,
    currentStep: currentStep(document),
    submittedAt,
    updatedAt,
  };
}
