import type { FormTemplate, FormValues } from "@erp/contracts/approval-forms";
import type { DocumentId } from "@erp/contracts/ids";
import type { DocumentState, StoredFile, StoredPerson, StoredStep } from "@erp/db/mongo/models/approval-document";
import { boxesOf } from "./approvals.boxes.rules";
import { amountOf, carriedForm } from "./approvals.form.rules";

export type DraftContent = {
  form: FormTemplate;
  title: string;
  values: FormValues;
  requester: StoredPerson;
  line: StoredStep[];
  references: StoredPerson[];
  readers: StoredPerson[];
  files: StoredFile[];
};

/** Where a draft comes from: nothing yet, or its last save. */
export type DraftOrigin = Pick<DocumentState, "_id" | "version" | "createdAt" | "files" | "revision">;

export function newDraftOrigin(id: DocumentId, at: Date): DraftOrigin {
  return { _id: id, version: 0, createdAt: at };
}

/** The draft with this content, at its origin's version: whoever stores it counts on. */
export function draftWith(origin: DraftOrigin, { form, ...content }: DraftContent, at: Date): DocumentState {
  const { _id, version, createdAt, revision } = origin;
  const draft = {
    _id,
    version,
    ...content,
    ...(revision && { revision }),
    formCode: form.code,
    formVersion: form.version,
    ...carriedForm(form),
    number: null,
    status: "DRAFT" as const,
    history: [],
    submittedAt: null,
    completedAt: null,
    createdAt,
    updatedAt: at,
    listedAt: at,
    amountKrw: amountOf(form, content.values),
  };
  return { ...draft, boxes: boxesOf(draft) };
}
