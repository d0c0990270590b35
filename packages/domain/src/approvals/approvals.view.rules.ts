import type { DocumentCard, DocumentView } from "@erp/contracts/approvals";
import type { DocumentState } from "@erp/db/mongo/models/approval-document";
import { currentStep, waitingFor } from "./approvals.boxes.rules";
import { allowedActions, type Looker } from "./approvals.policy";

/** What a list reads from the store: the fields a row is made from. */
export const cardProjection = {
  _id: 1,
  version: 1,
  formCode: 1,
  number: 1,
  title: 1,
  status: 1,
  requester: 1,
  amountKrw: 1,
  line: 1,
  submittedAt: 1,
  updatedAt: 1,
  listedAt: 1,
} as const satisfies Partial<Record<keyof DocumentState, 1>>;

export type CardSource = Pick<DocumentState, keyof typeof cardProjection>;

export function toCard(document: CardSource): DocumentCard {
  return { ...shared(document), waitingFor: waitingFor(document) };
}

/** The whole document as this person may see it. */
export function toView(actor: Looker, document: DocumentState): DocumentView {
  return {
    ...shared(document),
    values: document.values,
    line: document.line,
    references: document.references,
    readers: document.readers,
    history: document.history.map(({ sequence, at, kind, actor: by, step, text, hash }) => ({
      sequence,
      at,
      kind,
      actor: by,
      step,
      text,
      hash,
    })),
    completedAt: document.completedAt,
    allowedActions: allowedActions(actor, document),
  };
}

function shared(document: CardSource): Omit<DocumentCard, "waitingFor"> {
  const { _id, version, formCode, number, title, status, requester, amountKrw, line, submittedAt, updatedAt } =
    document;
  return {
    id: _id,
    version,
    formCode,
    number,
    title,
    status,
    requester,
    amountKrw,
    stepCount: line.length,
    currentStep: currentStep(document),
    submittedAt,
    updatedAt,
  };
}
