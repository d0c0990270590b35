import { z } from "zod";
import { builtInFormCode, documentForm, formCode, formValue, writableFormCode } from "./approval-forms";
import { calendarDate } from "./dates";
import { personView } from "./employees";
import { fileView } from "./files";
import { type DocumentId, documentId, employeeId, fileId } from "./ids";
import { cursor, pageOf, pageSize } from "./paging";
import { paragraphs, searchText, line as textLine } from "./text";
import { localizedText } from "./units";

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

/** 기한: how many calendar days a step may take from the day it opens; it is due at the end of that working day in Korea. */
export const dueInDays = z.int().min(1).max(30);

export const lineStepInput = z.strictObject({
  kind: stepKind,
  quorum,
  approverIds: z.array(employeeId).min(1, "line.too-many-people").max(MAX_PEOPLE_PER_STEP, "line.too-many-people"),
  /** Absent where the step may take as long as it takes. */
  dueInDays: dueInDays.optional(),
});
export type LineStepInput = z.infer<typeof lineStepInput>;

/** Steps act in the order of the array; there is no step number to get wrong. Nobody stands in it twice. */
export const lineInput = z
  .array(lineStepInput)
  .min(1, "line.no-steps")
  .max(MAX_STEPS, "line.too-many-steps")
  .refine((steps) => hasNoRepeats(steps.flatMap((step) => step.approverIds)), "line.same-person-twice");

const people = z.array(employeeId).max(30).refine(hasNoRepeats, "line.same-person-twice").default([]);

export const MAX_FILES_PER_DOCUMENT = 10;

/** Uploaded by the writer, or in the draft already. */
const files = z.array(fileId).max(MAX_FILES_PER_DOCUMENT, "files.too-many").refine(hasNoRepeats).default([]);

const title = textLine(120);

/** The version of the form that is being written on; absent: the draft's, or for a new document the newest. */
const formVersion = z.int().min(1).optional();

/** What a draft may hold: anything the person has typed so far. */
export const saveDraftInput = z.strictObject({
  /** Absent the first time; the answer carries the id. */
  draft: z.strictObject({ documentId, version: z.int() }).optional(),
  formCode: writableFormCode,
  formVersion,
  title: paragraphs(120),
  values: z.record(z.string().max(40), formValue),
  line: z.array(lineStepInput).max(MAX_STEPS),
  referenceIds: people,
  readerIds: people,
  fileIds: files,
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

/** The complete document. With `draft` it becomes that draft's content, at the version the person saw. */
export const submitInput = z.strictObject({
  draft: z.strictObject({ documentId, version: z.int() }).optional(),
  formCode: writableFormCode,
  formVersion,
  title,
  values: z.record(z.string().max(40), formValue),
  line: lineInput,
  referenceIds: people,
  readerIds: people,
  fileIds: files,
});
export type SubmitInput = z.infer<typeof submitInput>;

/**
 * What another domain asks a document of, for something it has stored already: the id is its choice, so the document comes
 * to be once, whoever stores it.
 */
export const documentRequest = z.object({
  documentId,
  requesterId: employeeId,
  formCode: builtInFormCode,
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

/** A file of a document; one of another document is not found. */
export const documentFileInput = z.strictObject({ documentId, fileId });
export type DocumentFileInput = z.infer<typeof documentFileInput>;

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
  formName: localizedText,
  number: z.string().nullable(),
  title: z.string(),
  /** 1 for the first submission, 2 for what revises it (2차 상신). */
  revision: z.int(),
  status: documentStatus,
  requester: personView,
  amountKrw: z.int().nullable(),
  stepCount: z.int(),
  /** 1-based; null before submission and after the end. */
  currentStep: z.int().nullable(),
  /** Who can act now; empty when nobody can. */
  waitingFor: z.array(personView),
  /** 대결: the person the reader would decide it for; null where it is their own turn, or not theirs to decide. */
  onBehalfOf: personView.nullable(),
  /** By when the step that is open should be decided; null where it may take its time. */
  dueAt: z.date().nullable(),
  /** Whose manager may decide in their stead, since the deadline passed. */
  escalations: z.array(z.object({ approverId: employeeId, managerId: employeeId })),
  submittedAt: z.date().nullable(),
  updatedAt: z.date(),
});
export type DocumentCard = z.infer<typeof documentCard>;
export const documentPage = pageOf(documentCard);

/** Larger boxes are counted as this many: "999+" is all that anybody reads, and counting on would take ever longer. */
export const MAX_BOX_COUNT = 1000;
export const boxCounts = z.record(box.exclude(["ALL"]), z.int());
export type BoxCounts = z.infer<typeof boxCounts>;

/** How many documents would wait for somebody in vain, were they to leave; counted up to `MAX_BOX_COUNT`. */
export const awaitingCounts = z.object({
  /** Now, also in the place of those they stand in for. */
  waiting: z.int(),
  /** At a step that has not opened yet. */
  upcoming: z.int(),
});
export type AwaitingCounts = z.infer<typeof awaitingCounts>;

export const approverView = z.object({
  person: personView,
  decision: decision.nullable(),
  decidedAt: z.date().nullable(),
  comment: z.string().nullable(),
  /** Who decided in their place; null where they did themselves, or nobody has. */
  substitute: personView.nullable(),
  /** Their manager, who may decide in their stead since the deadline passed. */
  escalatedTo: personView.nullable(),
});

export const stepView = z.object({
  kind: stepKind,
  quorum,
  state: stepState,
  dueInDays: dueInDays.optional(),
  /** Null until the step opens, and where it has no deadline. */
  dueAt: z.date().nullable(),
  approvers: z.array(approverView),
});
export type StepView = z.infer<typeof stepView>;

export const historyKind = z.enum([
  "SUBMITTED",
  "APPROVED_STEP",
  "REJECTED",
  "STEP_OPENED",
  "ESCALATED",
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
  /** Whose decision it was, where a substitute made it. */
  onBehalfOf: personView.nullable(),
  /** 1-based; null where the entry concerns the whole document. */
  step: z.int().nullable(),
  text: z.string().nullable(),
  /** SHA-256 over this entry, the one before and the document after the move: a link of the chain, in hexadecimal. */
  hash: z.string(),
});
export type HistoryEntryView = z.infer<typeof historyEntryView>;

export const documentAction = z.enum(["approve", "reject", "withdraw", "comment", "edit", "discard", "copy", "revise"]);
export type DocumentAction = z.infer<typeof documentAction>;

const cardOnly = { formName: true, waitingFor: true, dueAt: true, escalations: true } as const;

export const documentView = documentCard.omit(cardOnly).extend({
  formVersion: z.int(),
  form: documentForm,
  values: z.record(z.string(), formValue),
  line: z.array(stepView),
  references: z.array(personView),
  readers: z.array(personView),
  files: z.array(fileView),
  history: z.array(historyEntryView),
  completedAt: z.date().nullable(),
  /** What the person looking may do now; the interface shows these and nothing else. */
  allowedActions: z.array(documentAction),
});
export type DocumentView = z.infer<typeof documentView>;

/** A file that is not as it was when the document was submitted. */
export const brokenFile = z.object({ name: z.string(), problem: z.enum(["ALTERED", "MISSING"]) });
export type BrokenFile = z.infer<typeof brokenFile>;

/** `intact` false names the first history entry that does not fit, or files; see ADR 0010. */
export const verification = z.object({
  intact: z.boolean(),
  entries: z.int(),
  firstBrokenSequence: z.int().nullable(),
  lastHash: z.string().nullable(),
  brokenFiles: z.array(brokenFile),
});
export type Verification = z.infer<typeof verification>;

export const suggestLineInput = z.strictObject({ formCode, amountKrw: z.int().min(0).optional() });
export type SuggestLineInput = z.infer<typeof suggestLineInput>;
export const suggestedLine = z.array(
  z.object({ kind: stepKind, quorum, approvers: z.array(personView), dueInDays: dueInDays.optional() }),
);
export type SuggestedLine = z.infer<typeof suggestedLine>;

/** Somebody whom the form's rule names, to approve or for their department to agree. */
export const namedSigner = z.object({ kind: stepKind, person: personView });
export type NamedSigner = z.infer<typeof namedSigner>;

/** The line a document usually takes, and whom its rule does not let the drafter leave out: nobody where it only suggests. */
export const lineSuggestion = z.object({ line: suggestedLine, required: z.array(namedSigner) });
export type LineSuggestion = z.infer<typeof lineSuggestion>;

/**
 * What a new draft takes over from an old document, on the newest version of its form: everything but the people who have
 * left since, values the form has no place for any more, and its files, which are the old document's own; `leftOutFiles`
 * says how many.
 */
export const copiedDraft = z.object({
  formCode: writableFormCode,
  formVersion: z.int(),
  form: documentForm,
  title: z.string(),
  values: z.record(z.string(), formValue),
  line: suggestedLine,
  references: z.array(personView),
  readers: z.array(personView),
  leftOutFiles: z.int(),
});
export type CopiedDraft = z.infer<typeof copiedDraft>;

const fromTo = <Part extends z.ZodType>(part: Part) => ({ before: part, after: part });

/** One field that a revision changed. `key` names the field of the document's form. */
export const revisionChange = z.discriminatedUnion("field", [
  z.object({ field: z.literal("title"), ...fromTo(z.string()) }),
  z.object({ field: z.literal("value"), key: z.string(), ...fromTo(formValue.nullable()) }),
  z.object({ field: z.literal("line"), ...fromTo(suggestedLine) }),
  z.object({ field: z.enum(["references", "readers"]), ...fromTo(z.array(personView)) }),
  z.object({ field: z.literal("files"), ...fromTo(z.array(fileView)) }),
]);
export type RevisionChange = z.infer<typeof revisionChange>;

/** A document among its revisions. Whoever may open one sees the ones before it here, not by opening them. */
export const revisionView = z.object({
  id: documentId,
  number: z.string().nullable(),
  revision: z.int(),
  status: documentStatus,
  submittedAt: z.date().nullable(),
  /** Who sent it back and why; null for what was withdrawn, and for the newest. */
  rejection: z.object({ person: personView, reason: z.string() }).nullable(),
  mayOpen: z.boolean(),
  /** Against the one before. */
  changes: z.array(revisionChange),
});
export type RevisionView = z.infer<typeof revisionView>;
export const revisionList = z.array(revisionView);

/** A document's own address within the portal, whichever box it lies in; what notifications link to. */
export function documentPath(id: DocumentId): string {
  return `/approvals/${id}`;
}

function hasNoRepeats(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
