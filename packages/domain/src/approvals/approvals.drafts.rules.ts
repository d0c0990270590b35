import { type FormCode, type FormValues, formTemplates } from "@erp/contracts/approval-forms";
import type { DocumentId } from "@erp/contracts/ids";
import type { DocumentState, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import { boxesOf } from "./approvals.boxes.rules";
import { amountOf } from "./approvals.form.rules";

export type DraftContent = {
  formCode: FormCode;
  title: string;
  values: FormValues;
  requester: StoredPerson;
  line: StoredStep[];
  references: StoredPerson[];
  readers: StoredPerson[];
};

/** Where a draft comes from: nothing yet, or its last save. */
export type DraftOrigin = Pick<DocumentState, "_id" | "version" | "createdAt">;

export function newDraftOrigin(id: DocumentId, at: Date): DraftOrigin {
  return { _id: id, version: 0, createdAt: at };
}

/** The draft with this content, at its origin's version: whoever stores it counts on. */
export function draftWith({ _id, version, createdAt }: DraftOrigin, content: DraftContent, at: Date): DocumentState {
  const draft = {
    _id,
    version,
    ...content,
    formVersion: formTemplates[content.formCode].version,
    number: null,
    status: "DRAFT" as const,
    history: [],
    submittedAt: null,
    completedAt: null,
    createdAt,
    updatedAt: at,
    listedAt: at,
    amountKrw: amountOf(content.formCode, content.values),
  };
  return { ...draft, boxes: boxesOf(draft) };
}
