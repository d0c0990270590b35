import { z } from "zod";
import { formCode, formValue, writableFormCode } from "./approval-forms";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { type DocumentId, documentId, employeeId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";
import { paragraphs, searchText, line as textLine } from "./text";

export const documentStatus = z.enum(["DRAFT", "IN_PROGRESS", "APPROVED", "REJECTED", "WITHDRAWN"]);
export type DocumentStatus = z.infer<typeof documentStatus>;

/** 결재 decides; 합의 agrees for another department. Both can refuse. */
export const stepKind = z.enum(["APPROVAL", "AGREEMENT"]);
export type StepKind = z.infer<typeof stepKind>;

/** ALL: everybody of the step must approve; ANY: the first approval is enough. One rejection always rejects. */
export const quorum = z.enum(["ALL", "ANY"]);
export type Quorum = z.infer<typeof quorum>;

/** VOID: the document ended before the step's turn came (rejected or withdrawn). */
export const stepState = z.enum(["PENDING", "OPEN", "APPROVED", "REJECTED", "VOID"]);
export type StepState = z.infer<typeof stepState>;

export const decision = z.enum(["APPROVED", "REJECTED"]);
export type Decision = z.infer<typeof decision>;

export const MAX_STEPS = 10;
export const MAX_PEOPLE_PER_STEP = 5;

export const lineStepInput = z.strictObject({
  kind: stepKind,
  quorum,
  approverIds: z.array(employeeId).min(1, "line.too-many-people").max(MAX_PEOPLE_PER_STEP, "line.too-many-people"),
});
export type LineStepInput = z.infer<typeof lineStepInput>;

/** Steps act in the order of the array; there is no step number to get wrong. Nobody stands in it twice. */
export const lineInput = z
  .array(lineStepInput)
  .min(1, "line.no-steps")
  .max(MAX_STEPS, "line.too-many-steps")
  .refine((steps) => hasNoRepeats(steps.flatMap((step) => step.approverIds)), "line.same-person-twice");

const people = z.array(employeeId).max(30).refine(hasNoRepeats, "line.same-person-twice").default([]);

const title = textLine(120);

/** What a draft may hold: anything the person has typed so far. */
export const saveDraftInput = z.strictObject({
  /** Absent the first time; the answer carries the id. */
  draft: z.strictObject({ documentId, version: z.int() }).optional(),
  formCode: writableFormCode,
  title: paragraphs(120),
  values: z.record(z.string().max(40), formValue),
  line: z.array(lineStepInput).max(MAX_STEPS),
  referenceIds: people,
  readerIds: people,
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

/** The complete document. With `draft` it becomes that draft's content, at the version the person saw. */
export const submitInput = z.strictObject({
  draft: z.strictObject({ documentId, version: z.int() }).optional(),
  formCode: writableFormCode,
  title,
  values: z.record(z.string().max(40), formValue),
  line: lineInput,
  referenceIds: people,
  readerIds: people,
});
export type SubmitInput = z.infer<typeof submitInput>;

/**
 * What another domain asks a document of, for something it has stored already: the id is its choice, so the document comes
 * to be once, whoever stores it.
 */
export const documentRequest = z.object({
  documentId,
  requesterId: employeeId,
  formCode,
  title: z.string(),
  values: z.record(z.string(), formValue),
  line: z.array(lineStepInput),
  referenceIds: z.array(employeeId),
  requestedAt: z.iso.datetime(),
});
export type DocumentRequest = z.infer<typeof documentRequest>;

/** Where a document stands after it was stored; the next save or move names this version. */
export const documentReference = z.object({ documentId, version: z.int() });
export type DocumentReference = z.infer<typeof documentReference>;

export const documentByIdInput = z.strictObject({ documentId });
export type DocumentByIdInput = z.infer<typeof documentByIdInput>;

/** Every move names the version the person saw, so that two tabs give one decision and one clear conflict. */
const versioned = { documentId, version: z.int().min(1) };

export const approveInput = z.strictObject({ ...versioned, comment: paragraphs(1000).optional() });
export type ApproveInput = z.infer<typeof approveInput>;

export const rejectInput = z.strictObject({ ...versioned, reason: textLine(1000) });
export type RejectInput = z.infer<typeof rejectInput>;

export const withdrawInput = z.strictObject({ ...versioned });
export type WithdrawInput = z.infer<typeof withdrawInput>;

export const discardDraftInput = z.strictObject({ ...versioned });
export type DiscardDraftInput = z.infer<typeof discardDraftInput>;

/** Comments change nothing that was decided, so they need no version: two people may write at once. */
export const commentInput = z.strictObject({ documentId, text: textLine(1000) });
export type CommentInput = z.infer<typeof commentInput>;

/** Each document is decided on its own; the answer has one result per document, in order. */
export const approveManyInput = z.strictObject({ documents: z.array(z.strictObject(versioned)).min(1).max(50) });
export type ApproveManyInput = z.infer<typeof approveManyInput>;
export const approveManyResult = z.array(
  z.object({ documentId, outcome: z.literal("APPROVED").or(z.literal("REFUSED")), code: z.string().nullable() }),
);
export type ApproveManyResult = z.infer<typeof approveManyResult>;

/**
 * WAITING 결재할 문서: I can act now. UPCOMING 예정: my step comes later. MINE 기안: I submitted it. DRAFTS 임시저장.
 * SHARED 참조·열람: I am a reference, or a reader of a completed one. DONE 완료: I decided it. ALL: HR administrators only.
 */
export const box = z.enum(["WAITING", "UPCOMING", "MINE", "SHARED", "DONE", "DRAFTS", "ALL"]);
export type Box = z.infer<typeof box>;

export const listBoxInput = z.strictObject({
  box,
  search: searchText.optional(),
  formCode: formCode.optional(),
  status: documentStatus.optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  cursor: cursor.optional(),
  limit: pageSize,
});
export type ListBoxInput = z.infer<typeof listBoxInput>;

/** A row of a box. `amountKrw` is the form's amount or budget, null where the form has none. */
export const documentCard = z.object({
  id: documentId,
  version: z.int(),
  formCode,
  number: z.string().nullable(),
  title: z.string(),
  status: documentStatus,
  requester: personView,
  amountKrw: z.int().nullable(),
  stepCount: z.int(),
  /** 1-based; null before submission and after the end. */
  currentStep: z.int().nullable(),
  /** Who can act now; empty when nobody can. */
  waitingFor: z.array(personView),
  submittedAt: z.date().nullable(),
  updatedAt: z.date(),
});
export type DocumentCard = z.infer<typeof documentCard>;
export const documentPage = pageOf(documentCard);

/** Larger boxes are counted as this many: "999+" is all that anybody reads, and counting on would take ever longer. */
export const MAX_BOX_COUNT = 1000;
export const boxCounts = z.record(box.exclude(["ALL"]), z.int());
export type BoxCounts = z.infer<typeof boxCounts>;

export const approverView = z.object({
  person: personView,
  decision: decision.nullable(),
  decidedAt: z.date().nullable(),
  comment: z.string().nullable(),
});

export const stepView = z.object({ kind: stepKind, quorum, state: stepState, approvers: z.array(approverView) });
export type StepView = z.infer<typeof stepView>;

export const historyKind = z.enum([
  "SUBMITTED",
  "APPROVED_STEP",
  "REJECTED",
  "STEP_OPENED",
  "COMPLETED",
  "WITHDRAWN",
  "COMMENTED",
]);
export type HistoryKind = z.infer<typeof historyKind>;

export const historyEntryView = z.object({
  sequence: z.int(),
  at: z.date(),
  kind: historyKind,
  /** Null where the system acted: a step opened, the document completed. */
  actor: personView.nullable(),
  /** 1-based; null where the entry concerns the whole document. */
  step: z.int().nullable(),
  text: z.string().nullable(),
  /** SHA-256 over this entry, the one before and the document after the move: a link of the chain, in hexadecimal. */
  hash: z.string(),
});
export type HistoryEntryView = z.infer<typeof historyEntryView>;

export const documentAction = z.enum(["approve", "reject", "withdraw", "comment", "edit", "discard", "copy"]);
export type DocumentAction = z.infer<typeof documentAction>;

export const documentView = documentCard.omit({ waitingFor: true }).extend({
  values: z.record(z.string(), formValue),
  line: z.array(stepView),
  references: z.array(personView),
  readers: z.array(personView),
  history: z.array(historyEntryView),
  completedAt: z.date().nullable(),
  /** What the person looking may do now; the interface shows these and nothing else. */
  allowedActions: z.array(documentAction),
});
export type DocumentView = z.infer<typeof documentView>;

/** `intact` false names the first history entry that does not fit; see ADR on the hash chain. */
export const verification = z.object({
  intact: z.boolean(),
  entries: z.int(),
  firstBrokenSequence: z.int().nullable(),
  lastHash: z.string().nullable(),
});
export type Verification = z.infer<typeof verification>;

export const suggestLineInput = z.strictObject({ formCode, amountKrw: z.int().min(0).optional() });
export type SuggestLineInput = z.infer<typeof suggestLineInput>;
export const suggestedLine = z.array(z.object({ kind: stepKind, quorum, approvers: z.array(personView) }));
export type SuggestedLine = z.infer<typeof suggestedLine>;

/** What a new draft takes over from an old document: everything but the people who have left since. */
export const copiedDraft = z.object({
  formCode: writableFormCode,
  title: z.string(),
  values: z.record(z.string(), formValue),
  line: suggestedLine,
  references: z.array(personView),
  readers: z.array(personView),
});
export type CopiedDraft = z.infer<typeof copiedDraft>;

/** A document's own address within the portal, whichever box it lies in; what notifications link to. */
export function documentPath(id: DocumentId): string {
  return `/approvals/${id}`;
}

function hasNoRepeats(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
